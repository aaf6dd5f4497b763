import { EVERYTHING, type Point } from '../domain/search-question.ts'
import type { NamedPlace } from '../domain/suggest.ts'
import type { Group, Words } from '../domain/words/words.ts'
import type { Commonness } from './commonness.ts'
import type { Database } from './database.ts'
import { run } from './prepared.ts'
import { placeNamedBest, placeNamedFew, placeNamedNear } from './queries/place-named.sql.ts'

/**
 * Places whose names say the words: from a point the nearest, else the best. Where few places say them anywhere, all of
 * those are looked at; where many do, the nearest of them, for a name that only others far away have is typed further.
 */
export async function namedPlaces(
  database: Pick<Database, 'pool' | 'kind'>,
  common: Commonness,
  { words, near, limit }: { readonly words: Words; readonly near: Point | null; readonly limit: number }
): Promise<readonly NamedPlace[]> {
  const asked = { words: { ...words, groups: words.groups.map(completed) }, near, limit }
  const few = await common.saidByFew({ ...EVERYTHING, words: asked.words }, FEW)
  if (few) return run(database, placeNamedFew(asked))
  return run(database, near ? placeNamedNear(asked, near) : placeNamedBest(asked))
}

/** Reading so many costs as much as walking to the nearest 64 of very many. */
const FEW = 400

/** Of words being typed, what they may become is as good as what they are. */
const completed = (group: Group): Group => ({
  ...group,
  exact: [...group.exact, ...group.near],
  required: true
})
