import type { DecidedPair, RowPair } from '../../domain/matching/pairs.ts'
import type { ReviewPosition } from '../../domain/review/review.ts'
import { EMPTY, type Sql, sql } from '../db/sql.ts'

/**
 * The place of the first record of a pair, or the place into which it was merged. `HOME_OTHER` is that of the
 * second record.
 */
export const HOME_ONE = sql`coalesce(place_one.merged_into, place_one.id)`
export const HOME_OTHER = sql`coalesce(place_other.merged_into, place_other.id)`

const recordsOf = (home: Sql): Sql => sql`
  SELECT id FROM source_record WHERE present AND place_id IN (SELECT id FROM place WHERE ${home} IN (id, merged_into))`

/**
 * Undecided pairs of separate places. If two places have several records each, only their likeliest pair is shown;
 * it is not shown if a decision already separates them, because a further answer could only contradict it.
 */
const queuedFrom = (pairs: Sql): Sql => sql`
SELECT pair.id, pair.one, pair.other, pair.misled, ${HOME_ONE} AS place_one, ${HOME_OTHER} AS place_other
FROM ${pairs} pair
JOIN source_record one ON one.id = pair.one AND one.present
JOIN source_record other ON other.id = pair.other AND other.present
JOIN place place_one ON place_one.id = one.place_id
JOIN place place_other ON place_other.id = other.place_id
WHERE ${HOME_ONE} <> ${HOME_OTHER}
  AND NOT EXISTS (SELECT FROM match_decision decided
                  WHERE decided.one = pair.one AND decided.other = pair.other AND undone_at IS NULL)
  AND NOT EXISTS (
    SELECT FROM (${recordsOf(HOME_ONE)}) mine CROSS JOIN (${recordsOf(HOME_OTHER)}) theirs
    LEFT JOIN match_pair rival ON rival.one = least(mine.id, theirs.id) AND rival.other = greatest(mine.id, theirs.id)
    LEFT JOIN match_decision apart ON apart.one = least(mine.id, theirs.id)
      AND apart.other = greatest(mine.id, theirs.id) AND apart.undone_at IS NULL
    WHERE apart.id IS NOT NULL OR (rival.score, -rival.id) > (pair.score, -pair.id))`

/**
 * A page of the review queue, starting with the pairs that mislead most people. It is read from the index, so the
 * first page does not wait for a count.
 */
export const reviewQueue = (after: ReviewPosition | null, limit: number): Sql => sql`
${queuedFrom(sql`match_pair`)}
  ${
    after === null
      ? EMPTY
      : sql`AND (pair.misled < ${after.misled}::float8
                 OR (pair.misled = ${after.misled}::float8 AND pair.id > ${after.id}::bigint))
  AND pair.misled <= ${after.misled}::float8`
  }
ORDER BY pair.misled DESC, pair.id
LIMIT ${limit}`

/** All undecided pairs of these places. */
export const reviewQueuedOf = (places: readonly string[]): Sql => sql`
WITH home AS (
  SELECT id FROM place WHERE id = ANY (${places}::uuid[])
  UNION SELECT id FROM place WHERE merged_into = ANY (${places}::uuid[])
), mine AS MATERIALIZED (
  SELECT record.id FROM home JOIN source_record record ON record.place_id = home.id AND record.present
), near AS MATERIALIZED (
  SELECT pair.* FROM mine JOIN match_pair pair ON pair.one = mine.id
  UNION SELECT pair.* FROM mine JOIN match_pair pair ON pair.other = mine.id
)
${queuedFrom(sql`near`)}`

/** Returns those of the given records that created a place, whether or not they are in the queue. */
export const reviewRecords = (rows: readonly number[]): Sql => sql`
SELECT id FROM source_record WHERE id = ANY (${rows}::bigint[]) AND place_id IS NOT NULL`

export const reviewUndo = (pairs: readonly RowPair[], by: string): Sql => sql`
UPDATE match_decision decided SET undone_by = ${by}, undone_at = now()
FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS given (one bigint, other bigint)
WHERE decided.one = given.one AND decided.other = given.other AND undone_at IS NULL`

export const reviewDecide = (decisions: readonly DecidedPair[], by: string): Sql => sql`
INSERT INTO match_decision (one, other, same, made_by)
SELECT one, other, same, ${by}
FROM jsonb_to_recordset(${JSON.stringify(decisions)}::jsonb) AS given (one bigint, other bigint, same boolean)`

/**
 * Active decisions that the current places do not follow, because decisions contradict each other. Decisions on
 * withdrawn places are left out.
 */
export const reviewBroken = (): Sql => sql`
SELECT decided.id
FROM match_decision decided
JOIN source_record one ON one.id = decided.one
JOIN source_record other ON other.id = decided.other
JOIN place place_one ON place_one.id = one.place_id AND place_one.status <> 'withdrawn'
JOIN place place_other ON place_other.id = other.place_id AND place_other.status <> 'withdrawn'
WHERE undone_at IS NULL AND decided.same <> (${HOME_ONE} = ${HOME_OTHER})
LIMIT 1`

/** The places to which records belong now. */
export const reviewHomes = (rows: readonly number[]): Sql => sql`
SELECT DISTINCT coalesce(place.merged_into, place.id) AS id
FROM source_record record JOIN place ON place.id = record.place_id WHERE record.id = ANY (${rows}::bigint[])`

/** Active decisions after this id, in the order in which they were made. */
export const reviewStanding = (after: number, limit: number): Sql => sql`
SELECT id, one, other, same FROM match_decision WHERE undone_at IS NULL AND id > ${after} ORDER BY id LIMIT ${limit}`

/** Active decisions by an author. */
export const reviewDecidedBy = (by: string): Sql => sql`
SELECT one, other FROM match_decision WHERE undone_at IS NULL AND made_by = ${by} ORDER BY id`
