import { type Sql, sql } from './sql.ts'

/*
 * Conditions that every place meets, and that stand in the WHERE of one partial index each. A statement opens an
 * index by repeating its condition; without it the planner cannot use that index.
 *
 * Why: given a GIN index on the codes, PostgreSQL intersects it by BitmapAnd with the index on positions, and reads
 * 300 000 row ids of a common code to find 20 places: 40 searches a second where the position index alone does
 * 1 300 (measured on a million places). Which index serves depends on how common a code is, which
 * `search-path.ts` knows and the planner does not.
 */

/** GiST on position alone: the nearest places with common codes, or none asked. */
export const BY_LOCATION = sql`quality <> 6`
/** GIN on codes: all places with rare codes. */
export const BY_CODES = sql`quality <> 2`
/** GiST on position and codes together: the nearest places with uncommon codes. */
export const BY_LOCATION_AND_CODES = sql`quality <> 3`
/** GIN on words: all places with some words. */
export const BY_WORDS = sql`quality <> 4`
/** GiST on position and words together: the nearest places with some words. */
export const BY_LOCATION_AND_WORDS = sql`quality <> 5`
/** Btree on schedules: all places of the few that are open. A search for them asks each place for one bit else. */
export const bySchedule = (ids: readonly number[]): Sql => sql`schedule = ANY (${ids}::integer[])`

/**
 * Always true, and told only by the process that asks: so no other is called in. Several would read all places and
 * sort them, where one walks the index to the first twenty: of 20 000 places in 95 ms instead of 2.
 */
export const BY_ONE_PROCESS = sql`pg_backend_pid() IS NOT NULL`

/**
 * To the end of the transaction. There are no statistics yet of what a first import writes; without them the planner
 * takes a page of ids for a good part of any table, and reads the table whole for each page: the labels, the pairs and the
 * keys of a million places took a sixth of the import.
 */
export const writingByIndex = (on: boolean): Sql =>
  on ? sql`SET LOCAL enable_seqscan = off` : sql`SET LOCAL enable_seqscan = on`
