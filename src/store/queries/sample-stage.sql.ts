import { type Sql, sql } from '../sql.ts'

/** A generated place with its record and labels, as text that both COPY and JSON can carry. */
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
export const STAGED_COLUMNS = [
  'id',
  'name',
  'lat',
  'lon',
  'commune',
  'postcode',
  'epci',
  'department',
  'region',
  'codes',
  'itinerant',
  'quality',
  'keywords',
  'summary',
  'city',
  'schedule',
  'document',
  'created_at',
  'updated_at',
  'record_id',
  'raw',
  'mapped',
  'fingerprint',
  'changed_on',
  'labels'
] as const satisfies readonly (keyof StagedSample)[]

const columns = sql`id text, name text, lat text, lon text, commune text, postcode text, epci text, department text,
  region text, codes text, itinerant text, quality text, keywords text, summary text, city text, schedule text, document text,
  created_at text, updated_at text, record_id text, raw text, mapped text, fingerprint text, changed_on text,
  labels text`

export const sampleStageOpen = (): readonly Sql[] => [
  sql`CREATE TEMPORARY TABLE sample_stage (${columns}) ON COMMIT DROP`,
  sql`CREATE TEMPORARY TABLE sample_written (id uuid) ON COMMIT DROP`
]

export const sampleStageEmpty = (): Sql => sql`TRUNCATE sample_stage`

export const SAMPLE_STAGE_COPY = 'COPY sample_stage FROM STDIN'

/** For the embedded database, whose connection COPY breaks. json, not jsonb: it is read once. */
export const sampleStageFill = (rows: readonly StagedSample[]): Sql => sql`
INSERT INTO sample_stage SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS g (${columns})`
