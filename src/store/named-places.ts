import { EVERYTHING, type Point } from '../domain/search-question.ts'
import type { NamedPlace } from '../domain/suggest.ts'
import type { Group, Words } from '../domain/words/words.ts'
import type { Commonness } from './commonness.ts'
import type { Database } from './database.ts'
import { run } from './prepared.ts'
import { placeNamedBest, placeNamedNear } from './queries/place-named.sql.ts'

/** Places whose names say the words: from a point the nearest, else the best. */
export async function namedPlaces(
  database: Pick<Database, 'pool' | 'kind'>,
  common: Commonness,
  { words, near, limit }: { readonly words: Words; readonly near: Point | null; readonly limit: number }
): Promise<readonly NamedPlace[]> {
  const asked = { words: { ...words, groups: words.groups.map(completed) }, limit }
  if (near) return run(database, placeNamedNear(asked, near))
  const few = await common.saidByFew({ ...EVERYTHING, words: asked.words })
  return run(database, placeNamedBest(asked, few))
}

/** Of words being typed, what they may become is as good as what they are. */
const completed = (group: Group): Group => ({
  ...group,
  exact: [...group.exact, ...group.near],
  required: true
})
