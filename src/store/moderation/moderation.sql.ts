import type { ContributionState } from '../../domain/contributions/machine.ts'
import type { QueueFilter } from '../../domain/moderation/moderation-ports.ts'
import { and, type Sql, sql } from '../db/sql.ts'

/** The territories of the place `meant`, written `department:58`. */
export const TERRITORIES = sql`array_remove(ARRAY[
  'commune:' || meant.commune, 'epci:' || meant.epci, 'department:' || meant.department, 'region:' || meant.region
], NULL)`

/** The place that remains of a place, which may have been merged several times. */
export const remaining = (place: Sql): Sql => sql`
WITH RECURSIVE line AS (
  SELECT id, merged_into FROM place WHERE id = ${place}
  UNION ALL
  SELECT place.id, place.merged_into FROM line JOIN place ON place.id = line.merged_into
)
SELECT place.id, document ->> 'display_name' AS display_name, nullif(city, '') AS city, status,
       commune, epci, department, region
FROM line JOIN place USING (id)
WHERE line.merged_into IS NULL`

export const placeMeant = (place: string | Sql): Sql => sql`
SELECT id, display_name AS name, city, status, ${TERRITORIES} AS territories
FROM (${remaining(typeof place === 'string' ? sql`${place}::uuid` : place)}) AS meant`

/** What a contribution is about: its place, or the one that it proposes, whose commune says where it belongs. */
const MEANT = sql`
CROSS JOIN LATERAL (
  SELECT id, display_name, city, status::text AS status, commune, epci, department, region
  FROM (${remaining(sql`contribution.place_id`)}) AS stored
  UNION ALL
  SELECT NULL, coalesce(proposed ->> 'name', ''), proposed -> 'address' ->> 'city', 'proposed',
         code, epci, department, region
  FROM (SELECT contribution.proposal -> 'newPlace' AS proposed) AS said
  LEFT JOIN territory ON territory.kind = 'commune' AND code = proposed -> 'address' ->> 'commune'
  WHERE contribution.place_id IS NULL
) AS meant`

const MEANT_JSON = sql`jsonb_build_object(
  'id', meant.id, 'name', meant.display_name, 'city', meant.city, 'status', meant.status, 'territories', ${TERRITORIES})`

export const reportMeant = (contribution: string): Sql => sql`
SELECT meant.id, display_name AS name, city, status, ${TERRITORIES} AS territories
FROM contribution ${MEANT} WHERE contribution.id = ${contribution}::uuid`

/**
 * What a moderator sees of reports. Who sent them is only said by kind; the address decides nothing, so it is left out.
 */
const REPORT = sql`
SELECT contribution.id, reference, contribution.kind, category, place_id AS place, text, proposal, version_seen AS "versionSeen",
       account_id AS "accountId", language, state, assigned_to AS "assignedTo", outcome, reply,
       (SELECT original.reference FROM contribution original WHERE original.id = contribution.duplicate_of) AS "duplicateOf",
       created_at AS "createdAt", confirmed_at AS "confirmedAt", closed_at AS "closedAt",
       email IS NOT NULL OR account_id IS NOT NULL AS "hasAddress",
       CASE WHEN account_id IS NOT NULL THEN 'account' WHEN key_id IS NOT NULL THEN 'partner'
            WHEN confirmed_at IS NOT NULL THEN 'confirmed' ELSE 'unconfirmed' END AS "from",
       ${MEANT_JSON} AS meant,
       CASE WHEN contribution.kind = 'edit' AND account_id IS NOT NULL THEN EXISTS (
         SELECT FROM role
         WHERE role.account_id = contribution.account_id AND role = 'manager' AND scope_kind = 'place'
           AND scope_code IN (contribution.place_id::text, meant.id::text)
           AND ended_at IS NULL AND (ends_at IS NULL OR ends_at > now())
       ) END AS "authorManages",
       CASE WHEN proposal ? 'edits' THEN (
         SELECT count(*)::integer FROM correction
         WHERE correction.id IN (SELECT jsonb_array_elements_text(proposal -> 'edits')::bigint) AND undone_at IS NULL
       ) END AS "editsStanding"
FROM contribution ${MEANT}`

export const reportFind = (reference: string): Sql => sql`${REPORT} WHERE reference = ${reference}`

const matching = ({ states, kinds, territory, reach }: QueueFilter): Sql =>
  and([
    sql`state = ANY (${states}::contribution_state[])`,
    kinds &&
      sql`CASE WHEN contribution.kind = 'new_place' THEN 'new_place' ELSE category::text END = ANY (${kinds}::text[])`,
    territory !== undefined && sql`${territory}::text = ANY (${TERRITORIES})`,
    reach !== 'everywhere' && sql`${TERRITORIES} && ${reach}::text[]`
  ])

/**
 * What waits. First reports about a named person, then those that were confirmed or come from an account or a partner,
 * then the rest; the oldest first. All reports on a place come where its most urgent one stands.
 */
export const queuePage = (filter: QueueFilter, limit: number): Sql => sql`
WITH waiting AS (
  ${REPORT} WHERE ${matching(filter)}
), ranked AS (
  SELECT *, CASE WHEN category = 'person' THEN 0 WHEN "from" <> 'unconfirmed' THEN 1 ELSE 2 END AS rank FROM waiting
)
SELECT ranked.* FROM ranked
WINDOW same AS (PARTITION BY coalesce(meant ->> 'id', id::text))
ORDER BY min(rank) OVER same, min("createdAt") OVER same, meant ->> 'id', rank, "createdAt", id
LIMIT ${limit}`

export const queueCounts = (filter: QueueFilter, states: readonly ContributionState[]): Sql => sql`
SELECT state, count(*)::integer AS total FROM contribution ${MEANT}
WHERE ${matching({ ...filter, states })}
GROUP BY state`

export const reportJournal = (reference: string): Sql => sql`
SELECT kind, at, actor_kind AS "actorKind", actor_id AS actor, data ->> 'reason' AS reason
FROM act WHERE subject_kind = 'contribution' AND subject_id = ${reference} ORDER BY seq`

/**
 * What moderators decided about reports, notices and claims to manage a place, since a day written `YYYY-MM-DD`. What the
 * owner of a place answered to a claim is no decision of moderators.
 */
const DECIDED = (since: string): Sql => sql`
SELECT to_char(closed_at AT TIME ZONE 'Europe/Paris', 'YYYY-MM') AS month, 'report' AS kind, state::text AS state,
       coalesce(outcome, 'duplicate') AS reason, closed_at - created_at AS took
FROM contribution
WHERE state IN ('accepted', 'rejected', 'duplicate') AND closed_at >= ${since}::date
UNION ALL
SELECT to_char(decided_at AT TIME ZONE 'Europe/Paris', 'YYYY-MM'), 'notice', 'decided', decision, decided_at - created_at
FROM notice WHERE decided_at >= ${since}::date
UNION ALL
SELECT to_char(decided_at AT TIME ZONE 'Europe/Paris', 'YYYY-MM'), 'claim', claim.state::text, proof::text, decided_at - claim.created_at
FROM claim
WHERE claim.state IN ('granted', 'refused', 'revoked') AND decided_at >= ${since}::date AND decided_by IS NOT NULL
  AND NOT EXISTS (
    SELECT FROM role
    WHERE role.account_id = decided_by AND role = 'manager' AND scope_kind = 'place' AND scope_code = claim.place_id::text
  )`

export const decisionCounts = (since: string): Sql => sql`
SELECT month, kind, state, reason, count(*)::integer AS count FROM (${DECIDED(since)}) AS decided
GROUP BY month, kind, state, reason ORDER BY month DESC, kind DESC, state, count DESC, reason`

export const decisionTimes = (since: string): Sql => sql`
SELECT month, count(*)::integer AS count,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM took) / 3600) AS "medianHours"
FROM (${DECIDED(since)}) AS decided GROUP BY month ORDER BY month DESC`
