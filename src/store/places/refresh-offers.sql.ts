import { type Sql, sql } from '../db/sql.ts'

/** Locks and reads the next places by id; the declarations of their records are read separately. */
export const offersNext = (after: string, limit: number): Sql => sql`
SELECT id, document::text AS document FROM place
WHERE id > ${after}::uuid ORDER BY id LIMIT ${limit} FOR UPDATE`

export const offersOfSome = (ids: readonly string[]): Sql => sql`
SELECT id, document::text AS document FROM place WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`

/**
 * The services declared by each record of these places, including the places merged into them. For OFFSET 0, see
 * `recordsOfPlaces`.
 */
export const declarationsOf = (placeIds: readonly string[]): Sql => sql`
WITH RECURSIVE line AS (
  SELECT id AS place_id, id AS member FROM unnest(${placeIds}::uuid[]) AS g (id)
  UNION ALL
  SELECT line.place_id, merged.id
  FROM line CROSS JOIN LATERAL (SELECT id FROM place WHERE merged_into = line.member OFFSET 0) merged
)
SELECT line.place_id, record.source, record.services
FROM line CROSS JOIN LATERAL (
  SELECT id, source, mapped -> 'content' -> 'services' AS services
  FROM source_record WHERE place_id = line.member AND present OFFSET 0
) record
JOIN source ON slug = record.source AND gives = 'places'
WHERE jsonb_array_length(record.services) > 0
ORDER BY record.id`

/**
 * Writes the inferred columns and the sort key of the name, only for places where one of them changed. A place is
 * reported as updated only if its document changes. `rows` is the JSON text of `Concluded` objects with ids, read as
 * json and not jsonb, because documents must keep the order of their properties.
 */
export const offersPut = (rows: string, now: string): Sql => sql`
WITH given AS (
  SELECT * FROM json_to_recordset(${rows}::json) AS g (
    id uuid, codes integer[], codes_declared integer[], codes_likely integer[], codes_denied integer[],
    kinds integer[], uncertainty_m integer, weight real, document text)
), before AS (
  SELECT place.id, place.document, status = 'active' AND place.document::text <> given.document AS told
  FROM place JOIN given USING (id)
), written AS (
  UPDATE place SET
    (sort_name, codes, codes_declared, codes_likely, codes_denied, kinds, uncertainty_m, weight, document,
     updated_at) =
    (sort_key(name), given.codes, given.codes_declared, given.codes_likely, given.codes_denied, given.kinds, given.uncertainty_m,
     given.weight, given.document::json, CASE WHEN told THEN ${now}::timestamptz ELSE updated_at END)
  FROM given JOIN before USING (id)
  WHERE place.id = given.id
    AND (sort_name, place.codes, place.codes_declared, place.codes_likely, place.codes_denied, place.kinds,
         place.uncertainty_m, place.weight, place.document::text) IS DISTINCT FROM
        (sort_key(name), given.codes, given.codes_declared, given.codes_likely, given.codes_denied, given.kinds,
         given.uncertainty_m, given.weight, given.document)
  RETURNING place.id
), next AS (
  UPDATE data_version SET version = version + 1, changed_at = clock_timestamp()
  WHERE EXISTS (SELECT FROM written)
  RETURNING version, changed_at
), noted AS (
  INSERT INTO change (version, kind, place_id, fields, at)
  SELECT next.version, 'updated', id, changed_fields(before.document, given.document::json), next.changed_at
  FROM next, written JOIN before USING (id) JOIN given USING (id)
  WHERE told ORDER BY id
)
SELECT count(*) AS written FROM written`
