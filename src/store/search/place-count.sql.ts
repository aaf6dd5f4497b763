import { and, type Sql, sql } from '../db/sql.ts'
import { type Asked, cellOf, conditions, DECLARED } from './place-conditions.sql.ts'

const inCells = ({ cells }: Asked): Sql | null =>
  cells ? sql`${cellOf(cells.grid)} = ANY (${cells.cells}::integer[])` : null

/**
 * The number of matching places, counted only up to `cap` + 1, because an exact count of 88 000 takes five times as
 * long.
 */
export function placeCount(asked: Asked, cap: number): Sql {
  return sql`SELECT count(*) AS value FROM (SELECT FROM place WHERE ${and([conditions(asked), inCells(asked)])} LIMIT ${cap + 1}) matching`
}

/** The number of places that a tsquery finds with the index that `door` enables, counted up to `cap` + 1. */
export const placesSaying = (query: string, door: Sql, cap: number): Sql => sql`
SELECT count(*) AS value FROM (
  SELECT FROM place WHERE status = 'active' AND ${door} AND search @@ (SELECT to_tsquery('annuaire_french', ${query}))
  LIMIT ${cap + 1}) saying`

/**
 * The number of matching places with each term of some vocabularies; with `declared`, only the terms that records
 * declare. Terms are counted by id before they are joined with their codes, because each place has about ten.
 */
export function termFacets(asked: Asked, vocabularies: readonly string[], declared = false): Sql {
  return sql`
SELECT vocabulary, code, counted.places
FROM (
  SELECT term_id, count(*) AS places
  FROM place CROSS JOIN LATERAL unnest(${declared ? DECLARED : sql`codes`}) AS term_id
  WHERE ${conditions(asked)}
  GROUP BY term_id
) counted
JOIN term ON term.id = term_id
WHERE vocabulary = ANY (${vocabularies}::text[])
ORDER BY vocabulary, counted.places DESC, code`
}

/** The number of matching places in each territory of one kind; `territory` is the column of this kind. */
export function territoryFacets(asked: Asked, territory: Sql): Sql {
  return sql`
SELECT ${territory} AS code, count(*) AS places
FROM place
WHERE ${conditions(asked)} AND ${territory} IS NOT NULL
GROUP BY ${territory}
ORDER BY places DESC, code`
}
