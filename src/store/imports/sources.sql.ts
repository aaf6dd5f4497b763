import { type Sql, sql } from '../db/sql.ts'

export const sourceAges = (): Sql => sql`
SELECT source, extract(epoch FROM now() - max(finished_at))::float8 AS seconds
FROM run WHERE status = 'done' GROUP BY source ORDER BY source`

export const sourceDefinition = (slug: string): Sql => sql`
SELECT slug AS source, name, licence, homepage, priority, publishes_persons, gives, may_quote, accepted
FROM source WHERE slug = ${slug}`

/**
 * Maximum number of unmapped values that are listed; people do not read more. `annuaire runs show` lists them all.
 */
const MOST_UNMAPPED = 100

const RUN_COLUMNS = sql`id, status, started_at, finished_at, not_modified, read, created, updated, unchanged,
  withdrawn, rejected`

/**
 * All sources, or one of them, with the last run that was not a dry run, the last successful run, and the latest
 * change.
 */
export function sources(slug: string | null): Sql {
  return sql`
SELECT slug, name, licence, homepage, to_jsonb(last_run) AS last_run, to_jsonb(last_success) AS last_success,
       listed.fresh_on, CASE WHEN gives = 'places' THEN listed.records END AS records,
       (SELECT coalesce(jsonb_agg(told), '[]') FROM (
         SELECT field, value, count FROM run_unmapped
         WHERE run_id = (
           SELECT id FROM run
           WHERE run.source = slug AND status = 'done' AND NOT not_modified ORDER BY started_at DESC LIMIT 1
         )
         ORDER BY count DESC, field, value LIMIT ${MOST_UNMAPPED}
       ) told) AS unmapped
FROM source
LEFT JOIN LATERAL (
  SELECT ${RUN_COLUMNS} FROM run WHERE run.source = slug AND status <> 'dry' ORDER BY started_at DESC LIMIT 1
) last_run ON true
LEFT JOIN LATERAL (
  SELECT ${RUN_COLUMNS} FROM run WHERE run.source = slug AND status = 'done' ORDER BY started_at DESC LIMIT 1
) last_success ON true
LEFT JOIN LATERAL (
  SELECT max(changed_on) AS fresh_on, count(*)::integer AS records FROM source_record WHERE source = slug AND present
) listed ON true
WHERE ${slug}::text IS NULL OR slug = ${slug}
ORDER BY slug`
}
