import type { Openness } from '../../domain/opening/opening.ts'
import { type Sql, sql } from '../db/sql.ts'
import { instant } from './instant.sql.ts'

/** An opening of a schedule; `opens` and `closes` are in epoch milliseconds. */
export type OpeningRow = {
  readonly schedule: number
  readonly opens: number
  readonly closes: number
  readonly state: Openness
}

/**
 * Extends an opening if the next one starts when it ends and has the same state, so that a state ends only when it
 * changes.
 */
export const openingsProlong = (rows: readonly OpeningRow[]): Sql => sql`
UPDATE opening SET closes = given.closes
FROM (${rowsOf(rows)}) given
WHERE opening.schedule = given.schedule AND opening.closes = given.opens AND opening.state = given.state
RETURNING opening.schedule`

export const openingsAdd = (rows: readonly OpeningRow[]): Sql =>
  sql`INSERT INTO opening (schedule, opens, closes, state) ${rowsOf(rows)}`

const rowsOf = (rows: readonly OpeningRow[]): Sql => sql`
SELECT schedule, to_timestamp(opens / 1000.0) AS opens, to_timestamp(closes / 1000.0) AS closes, state::openness
FROM unnest(${rows.map(({ schedule }) => schedule)}::integer[], ${rows.map(({ opens }) => opens)}::float8[],
            ${rows.map(({ closes }) => closes)}::float8[], ${rows.map(({ state }) => state)}::text[])
  AS g (schedule, opens, closes, state)`

export const schedulesComputed = (ids: readonly number[], until: number): Sql => sql`
UPDATE schedule SET computed_until = ${instant(until)} WHERE id = ANY (${ids}::integer[])`
