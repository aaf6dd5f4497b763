import { and, type Sql, sql } from '../sql.ts'
import { type Asked, cellOf, conditions } from './place-conditions.sql.ts'

const inCells = ({ cells }: Asked): Sql | null =>
  cells ? sql`${cellOf(cells.grid)} = ANY (${cells.cells}::integer[])` : null

/** How many match, reading no further than `cap` + 1: an exact count of 88 000 costs five times as much. */
export function placeCount(asked: Asked, cap: number): Sql {
  return sql`SELECT count(*) AS value FROM (SELECT FROM place WHERE ${and([conditions(asked), inCells(asked)])} LIMIT ${cap + 1}) matching`
}
