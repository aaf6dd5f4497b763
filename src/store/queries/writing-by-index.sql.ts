import { type Sql, sql } from '../sql.ts'

/**
 * To the end of the transaction. Nobody has statistics yet of what a first import writes, and without them the planner
 * takes a page of ids for a good part of any table, and reads it whole for each: the labels, the pairs and the keys of a
 * million places took a sixth of the import.
 */
export const writingByIndex = (on: boolean): Sql =>
  sql`SELECT set_config('enable_seqscan', ${on ? 'off' : 'on'}, true)`
