import { type Sql, sql } from '../sql.ts'

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

/** In the order of their keys, so that two runs that keep the same addresses wait for one another, and no more. */
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
