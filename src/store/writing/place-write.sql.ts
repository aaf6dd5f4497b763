import { type Sql, sql } from '../db/sql.ts'
import type { StagingTables } from './staging-tables.ts'

export type LabelRow = {
  readonly place_id: string
  readonly term_id: number
  readonly source: string
  readonly valid_from: string | null
  readonly valid_until: string | null
}

/** One statement cannot both delete and insert the same key, so this goes in two. */
export const placeLabelsClear = (placeIds: readonly string[]): Sql =>
  sql`DELETE FROM place_label WHERE place_id = ANY (${placeIds}::uuid[])`

export const placeLabelsAdd = (labels: readonly LabelRow[]): Sql => sql`
INSERT INTO place_label (place_id, term_id, source, valid_from, valid_until)
SELECT place_id, term_id, source, valid_from, valid_until
FROM jsonb_to_recordset(${JSON.stringify(labels)}::jsonb)
  AS g (place_id uuid, term_id integer, source text, valid_from date, valid_until date)`

/**
 * Creates and updates places, and notes for each that changed what happened to it. A row that is already what it
 * should be is left alone, so that its date and its version in every cache stay. `rows` is JSON text of PlaceRow.
 * json, not jsonb: documents must keep their properties in order.
 */
export const placePut = (tables: StagingTables, rows: string): Sql => sql`
WITH given AS (
  SELECT * FROM json_to_recordset(${rows}::json) AS g (
    id uuid, name text, lat float8, lon float8, commune text, postcode text, epci text, department text,
    region text, codes integer[], codes_declared integer[], codes_likely integer[], codes_denied integer[],
    kinds integer[], uncertainty_m integer, weight real, itinerant boolean, quality real, keywords tsvector,
    summary text, city text, schedule integer, document text, created_at timestamptz, updated_at timestamptz)
), before AS (
  SELECT place.id, place.status, place.document FROM place JOIN given ON given.id = place.id
), written AS (
  INSERT INTO place (id, name, lat, lon, commune, postcode, epci, department, region, codes, codes_declared,
                     codes_likely, codes_denied, kinds, uncertainty_m, weight, itinerant, quality, search,
                     summary, city, schedule, document, created_at, updated_at)
  SELECT id, name, lat, lon, commune, postcode, epci, department, region, codes, codes_declared, codes_likely,
         codes_denied, kinds, uncertainty_m, weight, itinerant, quality,
         place_search(name, city, keywords, summary), summary, city, schedule, document::json, created_at, updated_at
  FROM given
  ON CONFLICT (id) DO UPDATE SET
    (status, name, lat, lon, commune, postcode, epci, department, region, codes, codes_declared, codes_likely,
     codes_denied, kinds, uncertainty_m, weight, itinerant, quality, search, summary, city, schedule, document,
     updated_at) =
    ('active', excluded.name, excluded.lat, excluded.lon, excluded.commune, excluded.postcode, excluded.epci,
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
INSERT INTO ${tables.changes} AS noted (place_id, kind, fields)
SELECT id, CASE WHEN before.status IS NULL THEN 'created'::change_kind
                WHEN before.status = 'withdrawn' THEN 'restored' ELSE 'updated' END,
       CASE WHEN before.status = 'active' OR gone.kind = 'withdrawn'
         THEN changed_fields(before.document, given.document::json) ELSE '{}' END
FROM written JOIN given USING (id) LEFT JOIN before USING (id)
  LEFT JOIN ${tables.changes} gone ON gone.place_id = id
-- Two records of one place: created with the first, it is not also updated with the second; updated by both, it
-- is updated once, in the fields of both. Withdrawn with the record that left, and listed by another all the same, it
-- was never gone.
ON CONFLICT (place_id) DO UPDATE SET kind = 'updated',
  fields = ARRAY(SELECT DISTINCT unnest(noted.fields || excluded.fields) COLLATE "C" AS field ORDER BY field)
WHERE noted.kind IN ('updated', 'withdrawn')`

/**
 * The row stays as it last was: its id still answers, and it may come back. Of a place that came, or came back, in this
 * very transaction nobody has heard, so nothing is told of it.
 */
export const placeWithdraw = (tables: StagingTables, placeIds: readonly string[], now: string): Sql => sql`
WITH gone AS (
  UPDATE place SET status = 'withdrawn', updated_at = ${now}::timestamptz
  WHERE id = ANY (${placeIds}::uuid[]) AND status = 'active'
  RETURNING id
), unheard AS (
  DELETE FROM ${tables.changes} noted USING gone
  WHERE noted.place_id = gone.id AND noted.kind IN ('created', 'restored')
  RETURNING noted.place_id
)
INSERT INTO ${tables.changes} AS noted (place_id, kind)
SELECT id, 'withdrawn' FROM gone WHERE id NOT IN (SELECT place_id FROM unheard)
ON CONFLICT (place_id) DO UPDATE SET (kind, fields) = ('withdrawn', '{}')`
