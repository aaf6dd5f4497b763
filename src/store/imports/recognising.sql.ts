import { BY_LOCATION } from '../db/index-hints.sql.ts'
import { type Sql, sql } from '../db/sql.ts'
import type { StagingTables } from './staging-tables.ts'

type Asked = {
  readonly record_id: string
  readonly name: string
  readonly lat: number | null
  readonly lon: number | null
  readonly commune: string | null
}

/**
 * Candidate places for records: all places within this distance, and places with the same name in the same commune.
 * The latter are needed because the position of one may be its town hall and the position of the other its street.
 * Both lookups use an index.
 */
export const importCandidates = (asked: readonly Asked[], metres: number): Sql => sql`
WITH asked AS (
  -- As names are sorted by, and as they were: a place is refreshed some time after an upgrade.
  SELECT record_id, ARRAY[sort_key(name), fold(name)] AS sorted, commune,
         ST_SetSRID(ST_MakePoint(lon, lat), 4326)::geography AS point
  FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
    AS g (record_id text, name text, lat float8, lon float8, commune text)
)
SELECT asked.record_id, place.id AS place_id, place.name,
       document -> 'types' AS types, document ->> 'siret' AS siret,
       document #>> '{address,street}' AS street, document #>> '{address,city}' AS city,
       document #>> '{accessibility,sheet}' AS sheet, ST_Distance(place.location, asked.point) AS distance_m
FROM asked CROSS JOIN LATERAL (
  SELECT id FROM place
  WHERE status = 'active' AND ${BY_LOCATION} AND ST_DWithin(location, asked.point, ${metres})
  UNION
  SELECT id FROM place
  WHERE status = 'active' AND place.commune = asked.commune AND place.sort_name = ANY (asked.sorted)
) near JOIN place ON place.id = near.id
ORDER BY asked.record_id, distance_m, place.id`

/**
 * Returns those of the given records that belong to no place, or to a withdrawn place. A matching place may have
 * been added since.
 */
export const importLoose = (source: string, ids: readonly string[]): Sql => sql`
SELECT record_id FROM source_record known LEFT JOIN place ON place.id = known.place_id
WHERE known.source = ${source} AND record_id = ANY (${ids}::text[])
  AND (place.id IS NULL OR place.status = 'withdrawn')`

/** Stages the places to which records belong. `placed` is JSON text. */
export const importStagePlaced = (tables: StagingTables, placed: string): Sql => sql`
INSERT INTO ${tables.placed} (record_id, place_id, placed_by)
SELECT record_id, place_id, placed_by
FROM jsonb_to_recordset(${placed}::jsonb) AS g (record_id text, place_id uuid, placed_by text)
ON CONFLICT (record_id) DO NOTHING`

/**
 * Updates places that were merged or withdrawn since they were recognised: their records then belong to the place
 * into which they were merged, or to no place.
 */
export const importSettlePlaced = (tables: StagingTables): Sql => sql`
WITH RECURSIVE line AS (
  SELECT staged.record_id, place.id, place.status, place.merged_into
  FROM ${tables.placed} staged JOIN place ON place.id = staged.place_id AND place.status <> 'active'
  UNION ALL
  SELECT line.record_id, place.id, place.status, place.merged_into
  FROM line JOIN place ON place.id = line.merged_into
)
UPDATE ${tables.placed} staged
SET place_id = CASE WHEN line.status = 'active' THEN line.id END,
    placed_by = CASE WHEN line.status = 'active' THEN staged.placed_by ELSE 'none-near' END
FROM line WHERE line.merged_into IS NULL AND line.record_id = staged.record_id`

/** Marks the former and the new places of the staged records, so that they are composed again. */
export const importTouchPlaced = (tables: StagingTables, source: string): Sql => sql`
WITH RECURSIVE line AS (
  SELECT place.id, place.merged_into
  FROM ${tables.contents} staged
  JOIN source_record known ON known.source = ${source} AND known.record_id = staged.record_id
  JOIN place ON place.id = known.place_id
  UNION
  SELECT place.id, place.merged_into FROM line JOIN place ON place.id = line.merged_into
)
INSERT INTO ${tables.bereft}
SELECT id FROM line WHERE merged_into IS NULL
UNION
SELECT place_id FROM ${tables.placed} WHERE place_id IS NOT NULL
ON CONFLICT DO NOTHING`

export const importKeepPlaced = (tables: StagingTables, run: string, source: string): Sql => sql`
INSERT INTO source_record AS kept
  (source, record_id, place_id, placed_by, raw, mapped, fingerprint, changed_on, present, first_run, last_run,
   raw_key, told, located)
SELECT ${source}, staged.record_id, found.place_id, found.placed_by, staged.raw, staged.mapped, staged.fingerprint,
       (staged.mapped ->> 'changed_on')::date, true, ${run}::uuid, ${run}::uuid,
       staged.raw_key, staged.told, staged.located
FROM ${tables.contents} staged JOIN ${tables.placed} found USING (record_id)
ORDER BY staged.position
ON CONFLICT (source, record_id) DO UPDATE SET
  (place_id, placed_by, raw, mapped, fingerprint, changed_on, present, last_run, raw_key, told, located) =
  (excluded.place_id, excluded.placed_by, excluded.raw, excluded.mapped, excluded.fingerprint,
   excluded.changed_on, true, excluded.last_run, excluded.raw_key, excluded.told, excluded.located)`
