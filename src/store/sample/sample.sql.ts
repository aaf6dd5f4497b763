import { type Sql, sql } from '../db/sql.ts'
import type { StagedSample } from './staged-sample.ts'

/** Whether there is, or ever was, a place. */
export const placeAny = (): Sql => sql`SELECT EXISTS (SELECT FROM place) AS any`

/**
 * Moves new places with their records and labels from the staging table. Ids are derived from the seed, so a place
 * with an existing id is already stored, and it is left unchanged.
 */
export const sampleKeep = (source: string, run: string): Sql => sql`
WITH written AS (
  INSERT INTO place (id, name, sort_name, lat, lon, commune, postcode, epci, department, region, codes, codes_declared,
                     codes_likely, codes_denied, kinds, uncertainty_m, weight, itinerant, quality, search, summary, city, schedule, document, created_at, updated_at)
  SELECT id::uuid, name, sort_key(name), lat::float8, lon::float8, commune, postcode, epci, department, region,
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

/**
 * Raises the data version and records a change for every new place. It must be the last statement; if there are no
 * new places, it does nothing.
 */
export const samplePublish = (): Sql => sql`
WITH next AS (
  UPDATE data_version SET version = version + 1, changed_at = clock_timestamp()
  WHERE EXISTS (SELECT FROM sample_written)
  RETURNING version, changed_at
)
INSERT INTO change (version, kind, place_id, at)
SELECT next.version, 'created', made.id, next.changed_at FROM next, sample_written made ORDER BY made.id`

/** The columns of the staging table. All are text; the types are given only once, where the rows are inserted. */
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

/** Fills the staging table. The rows are given as json instead of jsonb, because they are read only once. */
export const sampleStageFill = (rows: readonly StagedSample[]): Sql => sql`
INSERT INTO sample_stage SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS g (${columns})`

/**
 * Updates the planner's statistics, which decide which index a search uses, and the visibility map, which
 * index-only scans need.
 */
export const sampleVacuum = (): Sql => sql`VACUUM (ANALYZE) place, place_label, source_record, change`
