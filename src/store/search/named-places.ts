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
 * Places whose names say the words: from a point the nearest, else the best. Of words that few places say, all of them;
 * of common ones, those around, and where these are too few, some of those whose names begin so.
 */
export async function namedPlaces(
  database: Pick<Database, 'pool' | 'kind'>,
  question: NamedQuestion
): Promise<readonly NamedPlace[]> {
  const { words, near, limit } = question
  const asked = { ...question, words: { ...words, groups: words.groups.map(completed) } }
  if (question.rare) return run(database, placeNamedRarely(asked))
  const around = await run<NamedPlace>(
    database,
    near ? placeNamedNear(asked, near) : placeNamedAmongBest(asked)
  )
  if (around.length >= limit) return around
  const begun = await run<NamedPlace>(database, placeNamedBegun(asked))
  const known = new Set(around.map(({ id }) => id))
  return [...around, ...begun.filter(({ id }) => !known.has(id))].slice(0, limit)
}

/** Of words being typed, what they may become is as good as what they are. */
const completed = (group: Group): Group => ({
  ...group,
  exact: [...group.exact, ...group.near],
  required: true
})

/** Answers which of some texts are the whole name of a place. */
export const nameKnower =
  (database: Pick<Database, 'pool' | 'kind'>) =>
  async (names: readonly string[]): Promise<ReadonlySet<string>> => {
    if (names.length === 0) return new Set()
    return new Set((await run<{ whole: string }>(database, namesKnown(names))).map(({ whole }) => whole))
  }
