import type { Language } from '../../domain/language.ts'
import { once, type Sql, sql } from '../db/sql.ts'

const instant = (at: Date): Sql => once(sql`${at.toISOString()}::timestamptz`)

/** Another address of a source that has one gets what the first one did not get. No row is written if there is no such source. */
export const feedbackPut = (source: string, email: string, language: Language, now: Date): Sql => sql`
INSERT INTO source_feedback (source, email, language, since, looked_at)
SELECT slug, ${email}, ${language}::language, ${instant(now)}, ${instant(now)} FROM source WHERE slug = ${source}
ON CONFLICT (source) DO UPDATE SET (email, language) = ROW (excluded.email, excluded.language)`

export const feedbackDelete = (source: string): Sql =>
  sql`DELETE FROM source_feedback WHERE source = ${source}`

const COLUMNS = sql`source, name, email, language, since, looked_at AS "lookedAt"`

export const feedbackOf = (source: string): Sql =>
  sql`SELECT ${COLUMNS} FROM source_feedback JOIN source ON slug = source WHERE source = ${source}`

/** Locks the row of the address only: an import holds that of its source until it ends. */
export const feedbackLock = (source: string): Sql => sql`${feedbackOf(source)} FOR UPDATE OF source_feedback`

export const feedbackDue = (before: Date): Sql =>
  sql`SELECT source FROM source_feedback WHERE looked_at < ${before.toISOString()}::timestamptz ORDER BY looked_at, source`

export const feedbackLookedAt = (source: string, at: Date): Sql =>
  sql`UPDATE source_feedback SET looked_at = ${at.toISOString()}::timestamptz WHERE source = ${source}`

export const feedbackTold = (source: string, items: readonly string[]): Sql => sql`
INSERT INTO source_feedback_told (source, item) SELECT ${source}, unnest(${items}::text[]) ON CONFLICT DO NOTHING`

/**
 * What was accepted about places that records of a source describe, and was not dealt with for this source. A correction
 * made for a report counts once the report is accepted: a person is hidden before that. A report that corrected nothing
 * counts if the owner has something to do. Records stay at the place that was
 * merged, so the place that remains is looked for first, and then all records of its line.
 */
export const acceptedAbout = (source: string, since: Date, most: number): Sql => sql`
WITH accepted AS (
  SELECT 'correction ' || correction.id AS item, 'corrected' AS kind, correction.place_id, field, NULL AS category, value::text AS value,
         replaced::text AS replaced, greatest(made_at, closed_at) AS at, correction.id AS number,
         contribution.id IS NOT NULL AS after_report, correction.account_id IS NOT NULL AS by_account
  FROM correction LEFT JOIN contribution ON contribution.id = contribution_id
  WHERE undone_at IS NULL AND (contribution.id IS NULL OR state = 'accepted')
    AND greatest(made_at, closed_at) >= ${instant(since)}
  UNION ALL
  SELECT 'report ' || id, outcome, place_id, NULL, category::text, NULL, NULL, closed_at, 0, true, true
  FROM contribution
  WHERE state = 'accepted' AND outcome IN ('closed', 'merged', 'passed-on') AND closed_at >= ${instant(since)}
)
SELECT item, accepted.kind, field, category, value, replaced, accepted.at, after_report, by_account, place.id AS place,
       place.document ->> 'display_name' AS name, coalesce(nullif(place.city, ''), commune_code.name) AS city, own.records, own.persons
FROM accepted
CROSS JOIN LATERAL (
  WITH RECURSIVE up AS (
    SELECT id, merged_into FROM place WHERE id = accepted.place_id
    UNION ALL
    SELECT place.id, place.merged_into FROM up JOIN place ON place.id = up.merged_into
  )
  SELECT id FROM up WHERE merged_into IS NULL
) AS remaining
JOIN place ON place.id = remaining.id AND place.status = 'active'
LEFT JOIN commune_code ON commune_code.code = place.commune
CROSS JOIN LATERAL (
  WITH RECURSIVE line AS (
    SELECT remaining.id
    UNION ALL
    SELECT place.id FROM line JOIN place ON place.merged_into = line.id
  )
  SELECT jsonb_agg(jsonb_build_object('id', record_id, 'content', mapped -> 'content') ORDER BY record_id)
           FILTER (WHERE source = ${source}) AS records,
         coalesce(array_agg(mapped #>> '{content,contacts,person,name}')
           FILTER (WHERE mapped #>> '{content,contacts,person,name}' IS NOT NULL), '{}') AS persons
  FROM line JOIN source_record ON place_id = line.id AND present
) AS own
WHERE own.records IS NOT NULL
  AND NOT EXISTS (SELECT FROM source_feedback_told told
                  WHERE told.source = ${source} AND told.item = accepted.item)
ORDER BY accepted.at, number, item LIMIT ${most}`
