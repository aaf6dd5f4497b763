import { TEXT_MONTHS } from '../../domain/contributions/periods.ts'
import type { Notice } from '../../domain/notices/notice.ts'
import type { Reach } from '../../domain/permissions.ts'
import { and, once, type Sql, sql } from '../db/sql.ts'
import { placeMeant } from '../moderation/moderation.sql.ts'

/** No other act changes this notice until this one is over. */
export const noticeLock = (reference: string): Sql =>
  sql`SELECT id FROM notice WHERE reference = ${reference} FOR NO KEY UPDATE`

const PLACE = sql`CASE WHEN subject_kind = 'place' THEN subject_id::uuid END`

const SEEN = sql`
SELECT notice.id, reference, jsonb_build_object('kind', subject_kind, 'id', subject_id) AS subject, ground, law, explanation,
       language, CASE state WHEN 'decided' THEN 'decided' ELSE 'open' END AS state, decision, reply,
       created_at AS "createdAt", decided_at AS "decidedAt", email IS NOT NULL AS "hasAddress",
       to_jsonb(meant) AS meant
FROM notice LEFT JOIN LATERAL (${placeMeant(PLACE)}) AS meant ON true`

export const noticeSeen = (reference: string): Sql => sql`${SEEN} WHERE reference = ${reference}`

export const noticesSeen = (states: readonly Notice['state'][], reach: Reach, limit: number): Sql => sql`
${SEEN}
WHERE ${and([
  sql`CASE state WHEN 'decided' THEN 'decided' ELSE 'open' END = ANY (${states}::text[])`,
  reach !== 'everywhere' && sql`meant.territories && ${reach}::text[]`
])}
ORDER BY created_at, notice.id LIMIT ${limit}`

/** Empties what people wrote about themselves and others, some time after the decision. */
export const noticesForget = (now: Date): Sql => sql`
UPDATE notice SET law = NULL, explanation = NULL, name = NULL, email = NULL, reply = NULL
WHERE decided_at < ${once(sql`${now.toISOString()}::timestamptz - ${TEXT_MONTHS}::integer * interval '1 month'`)}
  AND num_nonnulls(law, explanation, name, email, reply) > 0`
