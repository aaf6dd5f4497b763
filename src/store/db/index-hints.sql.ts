import { type Sql, sql } from './sql.ts'

/*
 * Conditions that are true for every place. Each is the WHERE clause of one partial index. A statement enables an
 * index by repeating its condition; without the condition, the planner cannot use the index.
 *
 * The reason is that PostgreSQL would otherwise combine a GIN index on the codes with the index on positions by
 * BitmapAnd, and read 300 000 row ids of a common code to find 20 places: 40 searches per second, where the
 * position index alone allows 1 300 (measured with a million places). The best index depends on how common a code
 * is, which `search-path.ts` knows and the planner does not.
 */

/** Enables the GiST index on positions only: finds the nearest places, without codes or with common codes. */
export const BY_LOCATION = sql`quality <> 6`
/** Enables the GIN index on codes: finds all places with rare codes. */
export const BY_CODES = sql`quality <> 2`
/** Enables the GiST index on positions and codes: finds the nearest places with uncommon codes. */
export const BY_LOCATION_AND_CODES = sql`quality <> 3`
/** Enables the GIN index on words: finds all places with certain words. */
export const BY_WORDS = sql`quality <> 4`
/** Enables the GiST index on positions and words: finds the nearest places with certain words. */
export const BY_LOCATION_AND_WORDS = sql`quality <> 5`
/**
 * Uses the B-tree index on schedules: finds all places with one of these schedules, if they are few. If they are
 * many, a search tests one bit per place instead.
 */
export const bySchedule = (ids: readonly number[]): Sql => sql`schedule = ANY (${ids}::integer[])`

/**
 * A condition that is always true but not parallel safe, so that the planner uses no parallel workers. Several
 * workers would read and sort all places, while one process walks the index to the first twenty: 95 ms instead of 2
 * ms for 20 000 places.
 */
export const BY_ONE_PROCESS = sql`pg_backend_pid() IS NOT NULL`

/**
 * Turns sequential scans off until the end of the transaction, or on again. A first import writes tables that have
 * no statistics yet. Without statistics, the planner assumes that a page of ids is a large part of the table, and
 * reads the whole table for each page: for the labels, pairs and keys of a million places, this took a sixth of the
 * import.
 */
export const writingByIndex = (on: boolean): Sql =>
  on ? sql`SET LOCAL enable_seqscan = off` : sql`SET LOCAL enable_seqscan = on`
