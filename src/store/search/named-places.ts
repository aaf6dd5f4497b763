import type { NamedPlace, NamedQuestion } from '../../domain/search/ports.ts'
import type { Group } from '../../domain/words/words.ts'
import type { Database } from '../db/database.ts'
import { run } from '../db/prepared.ts'
import {
  namesKnown,
  placeNamedAmongBest,
  placeNamedBegun,
  placeNamedNear,
  placeNamedRarely
} from './named-places.sql.ts'

/**
 * Finds places whose names contain the words: the nearest if there is a point, otherwise the best. If few places
 * contain the words, all of them are searched, otherwise only nearby ones. If this finds too few, places whose
 * names begin with the words are added.
 */
export async function namedPlaces(
  database: Pick<Database, 'pool' | 'kind'>,
  question: NamedQuestion
): Promise<readonly NamedPlace[]> {
  const { words, near, limit } = question
  const asked = { ...question, words: { ...words, groups: words.groups.map(completed) } }
  const saying = question.rare
    ? placeNamedRarely(asked)
    : near
      ? placeNamedNear(asked, near)
      : placeNamedAmongBest(asked)
  const found = await run<NamedPlace>(database, saying)
  if (found.length >= limit) return found
  // These are added, because "3 li" may become "3 lieux" even if no place contains "li".
  const begun = await run<NamedPlace>(database, placeNamedBegun(asked))
  const known = new Set(found.map(({ id }) => id))
  return [...found, ...begun.filter(({ id }) => !known.has(id))].slice(0, limit)
}

/**
 * Treats possible completions of a word like the word itself, because the person is still typing, and requires the
 * word.
 */
const completed = (group: Group): Group => ({
  ...group,
  exact: [...group.exact, ...group.near],
  required: true
})

/** Returns a function that finds which of the given texts are the whole name of a place. */
export const nameKnower =
  (database: Pick<Database, 'pool' | 'kind'>) =>
  async (names: readonly string[]): Promise<ReadonlySet<string>> => {
    if (names.length === 0) return new Set()
    return new Set((await run<{ whole: string }>(database, namesKnown(names))).map(({ whole }) => whole))
  }
