import { type Sql, sql } from '../sql.ts'

/** Sources with their last real run and their latest change; one of them, or all. */
export function sources(slug: string | null): Sql {
  return sql`
SELECT slug, name, licence, homepage, to_jsonb(last_run) AS last_run,
       (SELECT max(changed_on) FROM source_record WHERE source = slug AND present) AS fresh_on
FROM source
LEFT JOIN LATERAL (
  SELECT id, status, started_at, finished_at, read, created, updated, unchanged, withdrawn, rejected
  FROM run WHERE run.source = slug AND status <> 'dry' ORDER BY started_at DESC LIMIT 1
) last_run ON true
WHERE ${slug}::text IS NULL OR slug = ${slug}
ORDER BY slug`
}
