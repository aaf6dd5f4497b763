import { askPlaces as askPlacesBy } from '../../pages/search/ask-places.ts'
import { askedOfApi } from '../../pages/search/asked-of-api.ts'
import { type Choices, withoutChoices } from '../../pages/search/choices.ts'
import { type Failure, type Found, type FoundItem, failureOf } from '../../pages/search/found.ts'

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
  askPlacesBy(async <Body extends object>(path: string) => {
    const answer = await ask<Body>(path, signal)
    return 'body' in answer ? answer.body : answer.failure
  }, choices)

type Placed = { readonly id: string; readonly lat: number; readonly lon: number }

/** Degrees around a place in which it is searched for: about ten metres. */
const AROUND = 0.0001

/**
 * Fetches a place that the list does not have, as the list would show it: the same question is asked for the spot of
 * the place. If a hundred places share this spot, it may be missing from the answer; then only the place is fetched.
 */
export async function askPlace(
  place: Placed,
  choices: Choices,
  signal: AbortSignal
): Promise<FoundItem | undefined> {
  const { id, lat, lon } = place
  const box = [lon - AROUND, lat - AROUND, lon + AROUND, lat + AROUND].map((degrees) => degrees.toFixed(5))
  const asked = new URL(
    askedOfApi({ ...withoutChoices(choices, ['cursor', 'radius', 'sort']), bbox: box.join() }, null, false),
    location.origin
  )
  asked.searchParams.set('limit', '100')
  asked.searchParams.set('total', 'none')
  const near = await ask<Found>(`${asked.pathname}${asked.search}`, signal)
  const found = 'body' in near ? near.body.items.find((each) => each.id === id) : undefined
  if (found) return found
  const alone = await ask<FoundItem>(`/v1/places/${id}`, signal)
  return 'body' in alone ? alone.body : undefined
}
