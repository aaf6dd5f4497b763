import { once, type Sql, sql } from '../db/sql.ts'
import type { StagingTables } from './staging-tables.ts'

/**
 * How long an address that was not found is remembered. New streets reach the national list within months, so
 * asking again earlier would find nothing.
 */
const MISS_LASTS = '90 days'

export const geocodeFind = (keys: readonly string[], now: string): Sql => sql`
SELECT key, provider, lat, lon, precision, type, score, asked_at
FROM geocode
WHERE key = ANY (${keys}::text[])
  AND (lat IS NOT NULL OR asked_at > ${once(sql`${now}::timestamptz - ${MISS_LASTS}::interval`)})`

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
 * Stores answers of a geocoder, in the order of the keys, so that two runs that store the same addresses wait for
 * each other but never deadlock.
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

/** Stages the positions that were found. `positions` is JSON text, like the contents of `importStageContents`. */
export const importStagePositions = (tables: StagingTables, positions: string): Sql => sql`
INSERT INTO ${tables.positions} (record_id, geocoded, again)
SELECT record_id, geocoded, again
FROM jsonb_to_recordset(${positions}::jsonb) AS g (record_id text, geocoded jsonb, again boolean)
ON CONFLICT (record_id) DO NOTHING`

/**
 * Records that the run leaves unchanged and whose position may now be found. They are the records in its file, or
 * with `all` the records of the source, if the file was not read because it has not changed. With `missingOnly`,
 * for runs without a geocoder, they are only records without any position.
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

/**
 * Stages stored records as if they had changed in the file, so that their places are composed again with the new
 * position.
 */
export const importRestage = (tables: StagingTables, source: string, ids: readonly string[]): Sql => sql`
INSERT INTO ${tables.contents} (record_id, fingerprint, raw, mapped, raw_key, told, located)
SELECT record_id, fingerprint, raw, mapped, raw_key, told, located FROM source_record
WHERE source = ${source} AND record_id = ANY (${ids}::text[])
ORDER BY record_id`
