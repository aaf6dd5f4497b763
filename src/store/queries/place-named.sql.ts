import type { Point } from '../../domain/search-question.ts'
import type { Words } from '../../domain/words/words.ts'
import { type Sql, sql } from '../sql.ts'
import { BY_LOCATION_AND_WORDS, BY_WORDS } from './doors.sql.ts'
import { origin } from './place-conditions.sql.ts'
import { allInName } from './tsquery.ts'

export type NamedQuestion = { readonly words: Words; readonly limit: number }

const shown = (distance: Sql): Sql => sql`id, name, city, round(${distance})::float8 AS distance`
const says = ({ groups }: Words): Sql =>
  sql`status = 'active' AND search @@ (SELECT to_tsquery('annuaire_french', ${allInName(groups, [])}))`

/** The nearest places whose names say the words. */
export const placeNamedNear = ({ words, limit }: NamedQuestion, near: Point): Sql => sql`
SELECT ${shown(sql`ST_Distance(location, ${origin(near)})`)} FROM (
  SELECT id, name, city, location FROM place
  WHERE ${says(words)} AND ${BY_LOCATION_AND_WORDS} AND location IS NOT NULL
  ORDER BY location <-> ${origin(near)} LIMIT ${limit}
) nearest`

/** The best of them, by the index on words where few say them, and else along the quality. */
export const placeNamedBest = ({ words, limit }: NamedQuestion, few: boolean): Sql => sql`
SELECT ${shown(sql`NULL::float8`)} FROM place
WHERE ${says(words)} ${few ? sql`AND ${BY_WORDS}` : sql``}
ORDER BY quality DESC, id LIMIT ${limit}`
