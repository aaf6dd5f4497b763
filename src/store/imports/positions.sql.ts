import { type Sql, sql } from '../db/sql.ts'
import type { StagingTables } from './staging-tables.ts'

/** New streets reach the national list within months; before, asking again finds the same. */
const MISS_LASTS = '90 days'

export const geocodeFind = (keys: readonly string[], now: string): Sql => sql`
SELECT key, provider, lat, lon, precision, type, score, asked_at
FROM geocode
WHERE key = ANY (${keys}::text[])
  AND (lat IS NOT NULL OR asked_at > ${now}::timestamptz - ${MISS_LASTS}::interval)`

export type GeocodeRow = {
  readonly key: string
  readonly provider: string
  readonly lat: number | null
  readonly lon: number | null
  readonly precision: string | null
  readonly type: string | null
  readonly score: number | null
}

/**
 * Writes in the order of the keys, so that two runs that store the same addresses wait for each other but
 * never deadlock.
 */
export const geocodeKeep = (rows: readonly GeocodeRow[], now: string): Sql => sql`
INSERT INTO geocode AS known (key, provider, lat, lon, precision, type, score, asked_at)
SELECT key, provider, lat, lon, precision, type, score, ${now}::timestamptz
FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g (
  key text, provider text, lat double precision, lon double precision, precision text, type text,
  score double precision
)
ORDER BY key
ON CONFLICT (key) DO UPDATE SET (provider, lat, lon, precision, type, score, asked_at) =
  (excluded.provider, excluded.lat, excluded.lon, excluded.precision, excluded.type, excluded.score,
   excluded.asked_at)`

/** `positions` is JSON text, as that of all contents. */
export const importStagePositions = (tables: StagingTables, positions: string): Sql => sql`
INSERT INTO ${tables.positions} (record_id, geocoded, again)
SELECT record_id, geocoded, again
FROM jsonb_to_recordset(${positions}::jsonb) AS g (record_id text, geocoded jsonb, again boolean)
ON CONFLICT (record_id) DO NOTHING`

/**
 * Records that the run leaves as they are, and whose position may now be found: those that its file holds, or, where
 * nothing was read because nothing has changed, all. Without a geocoder to ask, only those that have none at all.
 */
export const importUnsettled = (
  tables: StagingTables,
  {
    source,
    all,
    missingOnly,
    after,
    limit
  }: {
    readonly source: string
    readonly all: boolean
    readonly missingOnly: boolean
    readonly after: string
    readonly limit: number
  }
): Sql => sql`
SELECT record_id, mapped #> '{content,address}' AS address, geocoded, geocode_again AS again
FROM source_record known
WHERE source = ${source} AND geocode_again AND present AND record_id > ${after}
  AND (${!missingOnly}::boolean OR geocoded IS NULL)
  AND (${all}::boolean OR EXISTS (SELECT FROM ${tables.seen} seen WHERE seen.record_id = known.record_id))
  AND NOT EXISTS (SELECT FROM ${tables.positions} staged WHERE staged.record_id = known.record_id)
ORDER BY record_id LIMIT ${limit}`

/** As if the file had said them anew: their places are composed again, with the position beside them. */
export const importRestage = (tables: StagingTables, source: string, ids: readonly string[]): Sql => sql`
INSERT INTO ${tables.contents} (record_id, fingerprint, raw, mapped, raw_key, told, located)
SELECT record_id, fingerprint, raw, mapped, raw_key, told, located FROM source_record
WHERE source = ${source} AND record_id = ANY (${ids}::text[])
ORDER BY record_id`
