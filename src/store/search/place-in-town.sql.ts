import type { Filters } from '../../domain/search/search-question.ts'
import { GRAMMAR } from '../../domain/words/spoken.ts'
import type { Where, Words } from '../../domain/words/words.ts'
import { and, or, type Sql, sql } from '../db/sql.ts'
import { communeExpand } from '../territories/communes.sql.ts'
import { allInName, wordingsOf } from '../words/tsquery.ts'

/*
 * Where words name a town, what bears its name comes first: the town's own, before all that lies around. A place elsewhere
 * that has the word in its name is none of them ("Médiathèque de Chazelles-sur-Lyon" to who types "médiathèque lyon"), unless
 * the question is its very name, or says more of it than its kind ("bibliothèque gare de lyon").
 */

/** Whether a place's name says all of the words, the town's among them, and it is the town's or meant by its name. */
export function bearsTown({ words }: Filters): Sql {
  const { groups, where } = words ?? NOTHING
  if (!where) return sql`false`
  const meant = [isIn(where), isNamedSo(groups, where), isTelling(groups) && saysNoOther(where)]
  return sql`(${says(allInName(groups, where.says))} AND ${toTheLetter(where)} AND ${or(meant)})`
}

const NOTHING: Pick<Words, 'groups' | 'where'> = { groups: [], where: null }

// In a SELECT of its own, the query is made once and not for each place.
export const says = (query: string): Sql => sql`search @@ (SELECT to_tsquery('annuaire_french', ${query}))`

const wordsIn = (folded: Sql): Sql => sql`string_to_array(words_of_name(${folded}), ' ')`

/** By its very words: by their stems, "René" is of Rennes, and Bourg-Saint-Andéol of Bourges. */
const toTheLetter = ({ says }: Where): Sql =>
  or(says.map((said) => sql`${wordsIn(sql`sort_name`)} @> ${tellingWords(said)}::text[]`))

/** "du Havre" is of Le Havre. */
const tellingWords = (said: string): readonly string[] => said.split(' ').filter((word) => !GRAMMAR.has(word))

/** Where nobody says which commune a place is in, its name is believed. */
const isIn = ({ code }: Where): Sql => sql`coalesce(commune = ANY (ARRAY(${communeExpand(code)})), true)`

/** Whether no word of its name was left unsaid. */
function isNamedSo(groups: Words['groups'], { says }: Where): Sql {
  const said = [...groups.flatMap(wordingsOf), ...says].flatMap((words) => words.split(/ & | /))
  return sql`${wordsIn(sql`sort_name`)} <@ ${[...new Set([...said, ...GRAMMAR])]}::text[]`
}

/** Whether more is said than of which kind it is. */
const isTelling = (groups: Words['groups']): boolean =>
  groups.some(({ required, codes }) => required && codes.length === 0)

/** "Bibliothèque municipale de Chazelles-sur-Lyon" has the word from its own town. */
const saysNoOther = ({ says }: Where): Sql =>
  and(says.map((said) => sql`NOT ${wordsIn(sql`fold(city)`)} @> ${tellingWords(said)}::text[]`))
