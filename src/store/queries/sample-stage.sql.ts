import { type Sql, sql } from '../sql.ts'

/** A generated place with its record and labels, as JSON carries it. */
export type StagedSample = {
  readonly id: string
  readonly name: string
  readonly lat: number | null
  readonly lon: number | null
  readonly commune: string | null
  readonly postcode: string | null
  readonly epci: string | null
  readonly department: string | null
  readonly region: string | null
  /** As PostgreSQL writes an array. */
  readonly codes: string
  readonly itinerant: boolean | null
  readonly quality: number
  readonly keywords: string
  readonly summary: string
  readonly city: string
  readonly schedule: number
  readonly document: string
  readonly created_at: string
  readonly updated_at: string
  readonly record_id: string
  readonly raw: string
  readonly mapped: string
  readonly fingerprint: string
  readonly changed_on: string
  readonly labels: string
}

/** Every column is text: what it is in the end is said once, where the rows go. */
const columns = sql`id text, name text, lat text, lon text, commune text, postcode text, epci text, department text,
  region text, codes text, itinerant text, quality text, keywords text, summary text, city text, schedule text, document text,
  created_at text, updated_at text, record_id text, raw text, mapped text, fingerprint text, changed_on text,
  labels text`

export const sampleStageOpen = (): readonly Sql[] => [
  sql`CREATE TEMPORARY TABLE sample_stage (${columns}) ON COMMIT DROP`,
  sql`CREATE TEMPORARY TABLE sample_written (id uuid) ON COMMIT DROP`
]

export const sampleStageEmpty = (): Sql => sql`TRUNCATE sample_stage`

/** json, not jsonb: it is read once. */
export const sampleStageFill = (rows: readonly StagedSample[]): Sql => sql`
INSERT INTO sample_stage SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS g (${columns})`
