import { DomainError } from '../errors.ts'
import { type ComparedContent, comparableOf } from '../matching/comparable.ts'
import { type ComparedRecord, ready } from '../matching/compared-record.ts'
import { decide } from '../matching/decide.ts'
import { type Key, keysOf } from '../matching/pair-keys.ts'
import type { Towns } from '../matching/towns.ts'
import { standingPlace } from '../places/get-place.ts'
import type { Place } from '../places/place.ts'
import type { PlaceFinder } from '../places/place-finder.ts'
import type { CommuneIndex } from '../territories/communes.ts'
import { CONTRIBUTED, type NewPlace, type ProposedPlace, readNewPlace } from './new-place.ts'

export type SimilarDeps = {
  /** Records that share one of these keys, with the place of each. */
  readonly sharing: (keys: readonly Key[]) => Promise<readonly Sharing[]>
  readonly places: PlaceFinder
  /** Both are built when they are first needed, because this takes a few hundred milliseconds. */
  readonly communes: () => CommuneIndex
  readonly towns: () => Towns
}

type Sharing = { readonly record: ComparedRecord; readonly place: string }

type SimilarPlace = {
  readonly place: Place
  /** Whether an import would take both for one place. The others are for people to judge. */
  readonly isSame: boolean
}

/** People do not read more before they send. More are only found for a network, and then the place itself comes first. */
const MOST = 5

/**
 * The places that a proposed one may be, the likeliest first, by the rules by which imports recognise places. Throws as
 * `readNewPlace` does.
 */
export async function similarPlaces(
  { sharing, places, communes, towns }: SimilarDeps,
  proposed: ProposedPlace
): Promise<readonly SimilarPlace[]> {
  const mine = comparableOf(
    {
      source: CONTRIBUTED.source,
      id: 'proposed',
      may_quote: false,
      content: comparedOf(readNewPlace(proposed, communes(), ''))
    },
    // A directory of its own, because what it says may stand in any directory already.
    'proposed',
    towns()
  )
  const judged = (await sharing(keysOf(mine)))
    .map(({ record, place }) => ({ place, ...decide(mine, ready(record, towns())) }))
    .filter(({ verdict }) => verdict !== 'different')
    .toSorted(
      (one, other) =>
        Number(other.verdict === 'same') - Number(one.verdict === 'same') || other.score - one.score
    )
  const found = new Map<string, SimilarPlace>()
  for (const { place: id, verdict } of judged) {
    if (found.size === MOST) break
    const place = await standing(places, id)
    if (place !== null && !found.has(place.id)) found.set(place.id, { place, isSame: verdict === 'same' })
  }
  return [...found.values()]
}

/** Null if the place was withdrawn since its record was read. */
async function standing(places: PlaceFinder, id: string): Promise<Place | null> {
  try {
    return await standingPlace(places, id)
  } catch (error) {
    if (error instanceof DomainError && (error.kind === 'gone' || error.kind === 'not-found')) return null
    throw error
  }
}

function comparedOf({ name, types, services, address, contacts }: NewPlace): ComparedContent {
  return {
    ...{ name, types, services },
    itinerant: null,
    address: { ...address, epci: null, department: null, region: null, country: 'FR' },
    location: null,
    contacts: { ...contacts, person: null },
    siret: null
  }
}
