import { type Sql, sql } from './sql.ts'

/*
 * Conditions that are true for every place, each of which is the WHERE clause of one partial index. A
 * statement enables an index by repeating its condition; without it, the planner cannot use that index.
 *
 * Reason: with a GIN index on the codes, PostgreSQL combines it by BitmapAnd with the index on positions, and
 * reads 300 000 row ids of a common code to find 20 places: 40 searches per second, where the position index
 * alone allows 1 300 (measured with a million places). The best index depends on how common a code is, which
 * `search-path.ts` knows and the planner does not.
 */

/** GiST on position only: the nearest places, without codes or with common ones. */
export const BY_LOCATION = sql`quality <> 6`
/** GIN on codes: all places with rare codes. */
export const BY_CODES = sql`quality <> 2`
/** GiST on position and codes: the nearest places with uncommon codes. */
export const BY_LOCATION_AND_CODES = sql`quality <> 3`
/** GIN on words: all places with certain words. */
export const BY_WORDS = sql`quality <> 4`
/** GiST on position and words: the nearest places with certain words. */
export const BY_LOCATION_AND_WORDS = sql`quality <> 5`
/**
 * Btree on schedules: all places with one of these few schedules. If there are many, a search tests one bit
 * per place instead.
 */
export const bySchedule = (ids: readonly number[]): Sql => sql`schedule = ANY (${ids}::integer[])`

/**
 * Always true, but not parallel safe, so the planner uses no parallel workers. Several workers would read and
 * sort all places, while one process walks the index to the first twenty: 95 ms instead of 2 ms for 20 000
 * places.
 */
export const BY_ONE_PROCESS = sql`pg_backend_pid() IS NOT NULL`

/**
 * Turns sequential scans off until the end of the transaction. A first import writes tables that have no
 * statistics yet. Without them the planner assumes that a page of ids is a large part of the table, and reads
 * the whole table for each page: for the labels, pairs and keys of a million places this took a sixth of the
 * import.
 */
export const writingByIndex = (on: boolean): Sql =>
  on ? sql`SET LOCAL enable_seqscan = off` : sql`SET LOCAL enable_seqscan = on`
