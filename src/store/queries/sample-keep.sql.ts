import { type Sql, sql } from '../sql.ts'

/**
 * From staging to where they stay: places that are not there yet, with their record and labels. Ids come from
 * the seed, so a place that is there is this very place, and whatever became of it since is left alone.
 */
export const sampleKeep = (source: string, run: string): Sql => sql`
WITH written AS (
  INSERT INTO place (id, name, lat, lon, commune, postcode, epci, department, region, codes, itinerant, quality,
                     search, summary, city, schedule, document, created_at, updated_at)
  SELECT id::uuid, name, lat::float8, lon::float8, commune, postcode, epci, department, region,
         codes::integer[], itinerant::boolean, quality::real,
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
