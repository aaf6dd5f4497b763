import type { ListedPlace } from '../../pages/parts/card.tsx'
import { askPlaces as askPlacesBy } from '../../pages/search/ask-places.ts'
import { type Choices, filtersOf } from '../../pages/search/choices.ts'
import { type Failure, type Found, failureOf } from '../../pages/search/found.ts'

/** Time limit of a request in milliseconds: more than twice the server's default time limit for a search. */
const PATIENCE_MS = 8_000

type Answer<Body> = { readonly body: Body } | { readonly failure: Failure }

/** Sends a request to the public API. Rejects only if the signal aborts it. */
async function ask<Body>(path: string, signal: AbortSignal): Promise<Answer<Body>> {
  try {
    const answer = await fetch(path, { signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) })
    return answer.ok ? { body: (await answer.json()) as Body } : { failure: failureOf(answer.status) }
  } catch (error) {
    if (signal.aborted) throw error
    return { failure: navigator.onLine ? 'away' : 'offline' }
  }
}

export const askPlaces = (choices: Choices, signal: AbortSignal): Promise<Found | Failure> =>
  askPlacesBy(async (path) => {
    const answer = await ask<Found>(path, signal)
    return 'body' in answer ? answer.body : answer.failure
  }, choices)

export const askPlace = (id: string, signal: AbortSignal): Promise<Answer<ListedPlace>> =>
  ask(`/v1/places/${id}`, signal)

/** How many of the places that match are open now. */
export async function countOpen(choices: Choices, signal: AbortSignal): Promise<number | undefined> {
  const filters = filtersOf(choices)
  filters.set('open_at', 'now')
  filters.set('fields', 'id')
  filters.set('limit', '1')
  const answer = await ask<Pick<Found, 'total'>>(`/v1/places?${filters}`, signal)
  return 'body' in answer ? answer.body.total?.value : undefined
}
