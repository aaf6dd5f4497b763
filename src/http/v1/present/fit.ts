import type { PlaceReader } from '../../../domain/search/ports.ts'
import { rankedWishes } from '../../../domain/search/relevance/ranked-wishes.ts'
import type { SearchAnswer } from '../../../domain/search/search-places.ts'

type PresentedFit = { readonly fit: readonly object[]; readonly fits: boolean }

/**
 * By place id, how well the place fits each wish of the words, as typed, and whether it is counted. Empty if the question has no
 * words.
 */
export async function fitsOf(
  places: Pick<PlaceReader, 'fit'>,
  { items, filters }: Pick<SearchAnswer, 'items' | 'filters'>
): Promise<ReadonlyMap<string, PresentedFit>> {
  const { words, absent } = filters
  if (!words) return new Map()
  const typed = [
    ...rankedWishes(words, absent).map((wish) => wish.typed),
    ...(words.when ? [words.when.typed] : [])
  ]
  const fits = await places.fit(
    filters,
    items.map(({ id }) => id)
  )
  return new Map(
    [...fits].map(([id, { fit, fits }]) => [
      id,
      { fit: fit.map((each, at) => ({ typed: typed[at] ?? '', fit: each })), fits }
    ])
  )
}
