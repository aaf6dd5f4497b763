import type { Point } from '../../domain/search-question.ts'
import type { Words } from '../../domain/words/words.ts'
import { type Sql, sql } from '../sql.ts'
import { BY_LOCATION_AND_WORDS, BY_WORDS } from './doors.sql.ts'
import { origin } from './place-conditions.sql.ts'
import { allInName, allOf } from './tsquery.ts'

export type NamedQuestion = {
  readonly words: Words
  readonly near: Point | null
  readonly limit: number
}

const says = (query: string): Sql => sql`search @@ (SELECT to_tsquery('annuaire_french', ${query}))`
const inName = ({ groups }: Words): Sql => says(allInName(groups, []))
const anywhere = ({ groups }: Words): Sql => says(allOf(groups))

const distanceFrom = (near: Point | null): Sql =>
  near ? sql`ST_Distance(location, ${origin(near)})` : sql`NULL::float8`
const shown = (near: Point | null): Sql =>
  sql`id, name, city, round(${distanceFrom(near)})::float8 AS distance`

/** Of few that say the words, all whose names do, by the index on words. */
export const placeNamedFew = ({ words, near, limit }: NamedQuestion): Sql => sql`
SELECT ${shown(near)} FROM place
WHERE status = 'active' AND ${BY_WORDS} AND ${inName(words)}
ORDER BY ${near ? sql`distance` : sql`quality DESC`}, id LIMIT ${limit}`

/** So many of the nearest are looked at: as many rows as the nearest 20 of a common service take. */
const LOOKED_AT = 64

/**
 * The index does not know which words stand in a name. Asked for names alone, it would walk the country for a word that
 * every place says of its services and none in its name ("accès": 170 ms over 10 000 places, and more with each).
 */
export const placeNamedNear = ({ words, limit }: NamedQuestion, near: Point): Sql => sql`
SELECT ${shown(near)} FROM (
  SELECT id, name, city, location, search FROM place
  WHERE status = 'active' AND ${BY_LOCATION_AND_WORDS} AND ${anywhere(words)} AND location IS NOT NULL
  ORDER BY location <-> ${origin(near)} LIMIT ${LOOKED_AT}
) nearest
WHERE ${inName(words)} ORDER BY distance, id LIMIT ${limit}`

/** Of many, those named so among the best of them: a walk along the quality. */
export const placeNamedBest = ({ words, limit }: NamedQuestion): Sql => sql`
SELECT ${shown(null)} FROM (
  SELECT id, name, city, search, quality FROM place
  WHERE status = 'active' AND ${anywhere(words)}
  ORDER BY quality DESC, id LIMIT ${LOOKED_AT_BEST}
) best
WHERE ${inName(words)} ORDER BY quality DESC, id LIMIT ${limit}`

const LOOKED_AT_BEST = 500
