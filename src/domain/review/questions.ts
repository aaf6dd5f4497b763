import type { QueuedPair } from './review-ports.ts'

/** The pairs of one question, in the order of the queue: one pair for every two of its places. */
export type PairsOfQuestion = readonly QueuedPair[]

/** Maximum number of places in one question; more would not fit on a screen. */
const PLACES = 8

/**
 * Divides pairs into questions; each pair is in exactly one. A question begins with the first remaining pair, and
 * adds each further place that has a pair with all places of the question. The pairs A~B and B~C without A~C make two
 * questions, because their answers may differ. The function needs all pairs that are connected with each other, in
 * the order of the queue, so that every page of the queue divides them in the same way.
 */
export function questionsOf(pairs: readonly QueuedPair[]): readonly PairsOfQuestion[] {
  const left = new Map<string, Map<string, QueuedPair>>()
  const put = (from: string, to: string, pair: QueuedPair) =>
    left.set(from, (left.get(from) ?? new Map<string, QueuedPair>()).set(to, pair))
  for (const pair of pairs) {
    put(pair.place_one, pair.place_other, pair)
    put(pair.place_other, pair.place_one, pair)
  }
  const between = (from: string, to: string) => left.get(from)?.get(to)
  return pairs.flatMap((first): readonly PairsOfQuestion[] => {
    if (between(first.place_one, first.place_other) !== first) return []
    const places = alike(first, [...(left.get(first.place_one)?.keys() ?? [])], between)
    const taken = places.flatMap((from, index) =>
      places.slice(index + 1).flatMap((to) => between(from, to) ?? [])
    )
    for (const { place_one, place_other } of taken) {
      left.get(place_one)?.delete(place_other)
      left.get(place_other)?.delete(place_one)
    }
    return [taken]
  })
}

function alike(
  { place_one, place_other }: QueuedPair,
  candidates: readonly string[],
  between: (from: string, to: string) => QueuedPair | undefined
): readonly string[] {
  const places = [place_one, place_other]
  for (const candidate of candidates) {
    if (places.length === PLACES) break
    if (!places.includes(candidate) && places.every((place) => between(place, candidate)))
      places.push(candidate)
  }
  return places
}
