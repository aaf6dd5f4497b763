import { type Sql, sql } from '../db/sql.ts'

export type LabelRow = {
  readonly place_id: string
  readonly term_id: number
  readonly source: string
  readonly valid_from: string | null
  readonly valid_until: string | null
}

type PlacesToPut = {
  /** Ids of the places that may already be stored, and whose old labels may have to be deleted. */
  readonly rows: string
  /** Ids of the places that may be stored already, and whose old labels may have to be deleted. */
  readonly known: readonly string[]
  /** All labels of these places. */
  readonly labels: readonly LabelRow[]
}

/**
 * Creates and updates places with their labels, and notes the kind of change for each place that changed. A row
 * that is already correct is left alone, so that its date stays the same and cached copies stay valid. The rows are
 * json, not jsonb, because documents must keep the order of their properties.
 */
export const placePut = ({ rows, known, labels }: PlacesToPut): Sql => sql`
WITH labelled AS (
  SELECT * FROM jsonb_to_recordset(${JSON.stringify(labels)}::jsonb)
    AS g (place_id uuid, term_id integer, source text, valid_from date, valid_until date)
), unlabelled AS (
  DELETE FROM place_label old WHERE place_id = ANY (${known}::uuid[]) AND NOT EXISTS (
    SELECT FROM labelled
    WHERE (labelled.place_id, labelled.term_id, labelled.source) = (old.place_id, old.term_id, old.source))
), relabelled AS (
  INSERT INTO place_label AS old (place_id, term_id, source, valid_from, valid_until)
  SELECT place_id, term_id, source, valid_from, valid_until FROM labelled
  ON CONFLICT (place_id, term_id, source) DO UPDATE SET
    (valid_from, valid_until) = (excluded.valid_from, excluded.valid_until)
  WHERE (old.valid_from, old.valid_until) IS DISTINCT FROM (excluded.valid_from, excluded.valid_until)
), given AS (
  SELECT * FROM json_to_recordset(${rows}::json) AS g (
    id uuid, name text, lat float8, lon float8, commune text, postcode text, epci text, department text,
    region text, codes integer[], codes_declared integer[], codes_likely integer[], codes_denied integer[],
    kinds integer[], uncertainty_m integer, weight real, itinerant boolean, quality real, keywords tsvector,
    summary text, city text, schedule integer, document text, created_at timestamptz, updated_at timestamptz)
), before AS MATERIALIZED (
  -- OFFSET 0 makes each be looked up, once: the planner read all of \`given\` again for each row, or a whole index of places.
  SELECT place.* FROM given CROSS JOIN LATERAL (
    SELECT id, status, document FROM place WHERE place.id = given.id OFFSET 0
  ) place
), written AS (
  INSERT INTO place (id, name, sort_name, lat, lon, commune, postcode, epci, department, region, codes, codes_declared,
                     codes_likely, codes_denied, kinds, uncertainty_m, weight, itinerant, quality, search,
                     summary, city, schedule, document, created_at, updated_at)
  SELECT id, name, sort_key(name), lat, lon, commune, postcode, epci, department, region, codes, codes_declared, codes_likely,
         codes_denied, kinds, uncertainty_m, weight, itinerant, quality,
         place_search(name, city, keywords, summary), summary, city, schedule, document::json, created_at, updated_at
  FROM given
  ON CONFLICT (id) DO UPDATE SET
    (status, name, sort_name, lat, lon, commune, postcode, epci, department, region, codes, codes_declared, codes_likely,
     codes_denied, kinds, uncertainty_m, weight, itinerant, quality, search, summary, city, schedule, document,
     updated_at) =
    ('active', excluded.name, excluded.sort_name, excluded.lat, excluded.lon, excluded.commune, excluded.postcode, excluded.epci,
     excluded.department, excluded.region, excluded.codes, excluded.codes_declared, excluded.codes_likely,
     excluded.codes_denied, excluded.kinds, excluded.uncertainty_m, excluded.weight, excluded.itinerant,
     excluded.quality, excluded.search, excluded.summary, excluded.city, excluded.schedule, excluded.document,
     excluded.updated_at)
  WHERE (place.status, place.codes, place.codes_likely, place.codes_denied, place.kinds, place.weight, place.search,
         place.document::text) IS DISTINCT FROM
    ('active', excluded.codes, excluded.codes_likely, excluded.codes_denied, excluded.kinds, excluded.weight,
     excluded.search, excluded.document::text)
  RETURNING id
)
INSERT INTO change_noted AS noted (place_id, kind, fields)
SELECT id, CASE WHEN before.status IS NULL THEN 'created'::change_kind
                WHEN before.status = 'withdrawn' THEN 'restored' ELSE 'updated' END,
       CASE WHEN before.status = 'active' OR gone.kind = 'withdrawn'
         THEN changed_fields(before.document, given.document::json) ELSE '{}' END
FROM written JOIN given USING (id) LEFT JOIN before USING (id)
  LEFT JOIN change_noted gone ON gone.place_id = id
-- Two records of one place: created with the first, it is not also updated with the second; updated by both, it
-- is updated once, in the fields of both. Withdrawn with the record that left, and listed by another all the same, it
-- was never gone.
ON CONFLICT (place_id) DO UPDATE SET kind = 'updated',
  fields = ARRAY(SELECT DISTINCT unnest(noted.fields || excluded.fields) COLLATE "C" AS field ORDER BY field)
WHERE noted.kind IN ('updated', 'withdrawn')`

/**
 * Withdraws places. Their rows stay as they were, because requests for their ids are still answered, and the places
 * may come back. If a place was created or restored in this transaction, it has never been in the feed, so its
 * withdrawal is not noted.
 */
export const placeWithdraw = (placeIds: readonly string[], now: string): Sql => sql`
WITH gone AS (
  UPDATE place SET status = 'withdrawn', updated_at = ${now}::timestamptz
  WHERE id = ANY (${placeIds}::uuid[]) AND status = 'active'
  RETURNING id
), unheard AS (
  DELETE FROM change_noted noted USING gone
  WHERE noted.place_id = gone.id AND noted.kind IN ('created', 'restored')
  RETURNING noted.place_id
)
INSERT INTO change_noted AS noted (place_id, kind)
SELECT id, 'withdrawn' FROM gone WHERE id NOT IN (SELECT place_id FROM unheard)
ON CONFLICT (place_id) DO UPDATE SET (kind, fields) = ('withdrawn', '{}')`
