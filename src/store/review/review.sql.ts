import { type Sql, sql } from '../db/sql.ts'

/** A record belongs to its place, or to the survivor if that place was merged. */
const HOME_ONE = sql`coalesce(place_one.merged_into, place_one.id)`
const HOME_OTHER = sql`coalesce(place_other.merged_into, place_other.id)`

const recordsOf = (home: Sql): Sql => sql`
  SELECT id FROM source_record WHERE present AND place_id IN (SELECT id FROM place WHERE ${home} IN (id, merged_into))`

/**
 * Undecided pairs of separate places, the likeliest first, because deciding them changes most. For two places
 * with several records each, only the likeliest pair is shown, and none if a decision already separates them,
 * because a further answer could only contradict it. Reads by score from the index, so the first page does
 * not wait for a count.
 */
export const reviewQueue = (
  after: { readonly score: number; readonly id: number } | null,
  limit: number
): Sql => sql`
SELECT pair.id, pair.one, pair.other, pair.score,
       ${HOME_ONE} AS place_one, ${HOME_OTHER} AS place_other
FROM match_pair pair
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
    WHERE apart.id IS NOT NULL OR (rival.score, -rival.id) > (pair.score, -pair.id))
  AND (${after === null}::boolean
       OR (pair.score, -pair.id) < (${after?.score ?? 0}::float8, ${-(after?.id ?? 0)}::bigint))
ORDER BY pair.score DESC, pair.id
LIMIT ${limit}`

/** Both records of a pair, whether or not it is in the queue. */
export const reviewRecords = (one: number, other: number): Sql => sql`
SELECT id FROM source_record WHERE id IN (${one}, ${other}) AND place_id IS NOT NULL ORDER BY id`

export const reviewUndo = (one: number, other: number, by: string): Sql => sql`
UPDATE match_decision SET undone_by = ${by}, undone_at = now()
WHERE one = ${one} AND other = ${other} AND undone_at IS NULL`

export const reviewDecide = (one: number, other: number, same: boolean, by: string): Sql => sql`
INSERT INTO match_decision (one, other, same, made_by) VALUES (${one}, ${other}, ${same}, ${by})`

/**
 * Active decisions that the current places do not respect, because decisions contradict each other; only for
 * places that are not withdrawn.
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

/** The places to which two records belong now. */
export const reviewHomes = (one: number, other: number): Sql => sql`
SELECT DISTINCT coalesce(place.merged_into, place.id) AS id
FROM source_record record JOIN place ON place.id = record.place_id WHERE record.id IN (${one}, ${other})`

/** Active decisions after this id, in the order in which they were made. */
export const reviewStanding = (after: number, limit: number): Sql => sql`
SELECT id, one, other, same FROM match_decision WHERE undone_at IS NULL AND id > ${after} ORDER BY id LIMIT ${limit}`
