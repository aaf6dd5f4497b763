import { type Sql, sql } from '../db/sql.ts'

/**
 * From staging to where they stay: places that are not there yet, with their record and labels. Ids come from
 * the seed, so a place that is there is this very place, and whatever became of it since is left alone.
 */
export const sampleKeep = (source: string, run: string): Sql => sql`
WITH written AS (
  INSERT INTO place (id, name, lat, lon, commune, postcode, epci, department, region, codes, codes_declared,
                     codes_likely, codes_denied, kinds, uncertainty_m, weight, itinerant, quality, search, summary, city, schedule, document, created_at, updated_at)
  SELECT id::uuid, name, lat::float8, lon::float8, commune, postcode, epci, department, region,
         codes::integer[], codes_declared::integer[], codes_likely::integer[], codes_denied::integer[],
         kinds::integer[], uncertainty_m::integer, weight::real, itinerant::boolean, quality::real,
         place_search(name, city, keywords::tsvector, summary), summary, city, schedule::integer,
         document::json,
         created_at::timestamptz, updated_at::timestamptz
  FROM sample_stage
  ON CONFLICT (id) DO NOTHING
  RETURNING id
), records AS (
  INSERT INTO source_record
    (source, record_id, place_id, raw, mapped, fingerprint, changed_on, first_run, last_run)
  SELECT ${source}, record_id, written.id, raw::jsonb, mapped::jsonb, fingerprint, changed_on::date,
         ${run}::uuid, ${run}::uuid
  FROM sample_stage JOIN written ON written.id = sample_stage.id::uuid
), labels AS (
  INSERT INTO place_label (place_id, term_id, source, valid_from, valid_until)
  SELECT written.id, label.*
  FROM sample_stage JOIN written ON written.id = sample_stage.id::uuid,
       json_to_recordset(sample_stage.labels::json)
         AS label (term_id integer, source text, valid_from date, valid_until date)
)
INSERT INTO sample_written SELECT id FROM written`

/** The last act: the next version, and under it every place that was made; none made, none counted. */
export const samplePublish = (): Sql => sql`
WITH next AS (
  UPDATE data_version SET version = version + 1, changed_at = clock_timestamp()
  WHERE EXISTS (SELECT FROM sample_written)
  RETURNING version, changed_at
)
INSERT INTO change (version, kind, place_id, at)
SELECT next.version, 'created', made.id, next.changed_at FROM next, sample_written made ORDER BY made.id`

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
  readonly codes_declared: string
  readonly codes_likely: string
  readonly codes_denied: string
  readonly kinds: string
  readonly uncertainty_m: number | null
  readonly weight: number
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
  region text, codes text, codes_declared text, codes_likely text, codes_denied text, kinds text, uncertainty_m text,
  weight text, itinerant text, quality text, keywords text, summary text, city text, schedule text, document text,
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

/** The planner's statistics, which choose the index of each search, and the map that index-only counts need. */
export const sampleVacuum = (): Sql => sql`VACUUM (ANALYZE) place, place_label, source_record, change`
