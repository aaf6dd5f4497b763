import { geocoderUnavailable, invalidInput } from '../errors.ts'
import { metresBetween } from '../geo/distance.ts'
import type { Point } from '../geo/geo.ts'
import { type AddressCandidate, type AddressSearch, readTypedAddress } from '../geocoding/address-search.ts'
import type { FoundType, Geocoder } from '../geocoding/geocoder.ts'
import { isSameCommune, leastScore } from '../geocoding/judge.ts'
import { standingPlace } from '../places/get-place.ts'
import type { Place } from '../places/place.ts'
import type { PlaceFinder } from '../places/place-finder.ts'
import type { CommuneIndex } from '../territories/communes.ts'
import { isFarMove } from './managed.ts'

export type PositionDeps = {
  readonly places: PlaceFinder
  /** Null if no geocoder is configured. */
  readonly search: AddressSearch | null
  /** Knows the centres of communes. */
  readonly centres: Geocoder
  readonly communes: () => CommuneIndex
}

/** How sure it is that this is the address that was asked for. */
export const CERTAINTIES = ['high', 'medium', 'low'] as const
export type Certainty = (typeof CERTAINTIES)[number]

type PositionCandidate = Point & {
  readonly label: string
  readonly type: FoundType
  readonly certainty: Certainty
  /** Metres from the present position of the place; null if it has none. */
  readonly distance: number | null
  /** Whether a moderator decides about a move to there. */
  readonly isFar: boolean
}

type Candidates = {
  /** Name of the geocoder; null if there is none, and the only candidate is the centre of the commune. */
  readonly provider: string | null
  readonly candidates: readonly PositionCandidate[]
}

/**
 * Proposes positions of a place for an address. Throws `placeNotFound`, `placeWithdrawn`, `invalidInput` if the text is no
 * address, and `geocoderUnavailable`.
 */
export async function positionCandidates(deps: PositionDeps, id: string, text: string): Promise<Candidates> {
  const place = await standingPlace(deps.places, id)
  const address = readTypedAddress(text)
  if (address === null)
    throw invalidInput([
      { parameter: 'address', detail: 'Must name a street or a town, in three characters or more.' }
    ])
  const centre = await centreOf(deps, place)
  const from = place.location
  if (deps.search === null)
    return { provider: null, candidates: centre === null ? [] : [candidate(centre, 'low', from)] }
  const found = await deps.search.search(address, from ?? centre).catch(() => {
    throw geocoderUnavailable()
  })
  return {
    provider: deps.search.provider,
    candidates: found.map((each) => candidate(each, certaintyOf(each, place, deps.communes()), from))
  }
}

async function centreOf(
  { centres, communes }: PositionDeps,
  { address: { commune, postcode, city } }: Place
): Promise<AddressCandidate | null> {
  if (commune === null) return null
  const [centre] = await centres.find([{ key: commune, street: null, postcode, city, commune }], true)
  return centre ? { ...centre, label: communes().byCode.get(commune)?.name ?? city ?? commune } : null
}

/** From this score on, geocoders differ from what was typed by abbreviations and accents only. */
const ALMOST_EQUAL = 0.8

function certaintyOf(
  found: AddressCandidate,
  { address: { commune } }: Place,
  communes: CommuneIndex
): Certainty {
  const least = leastScore(found.type)
  if (least === null || found.score < least) return 'low'
  const isElsewhere = commune !== null && !isSameCommune(commune, found.citycode, communes)
  return found.type === 'housenumber' && found.score >= ALMOST_EQUAL && !isElsewhere ? 'high' : 'medium'
}

function candidate(
  { lat, lon, label, type }: AddressCandidate,
  certainty: Certainty,
  from: Point | null
): PositionCandidate {
  const distance = from === null ? null : Math.round(metresBetween(from, { lat, lon }))
  return { lat, lon, label, type, certainty, distance, isFar: isFarMove(from, { lat, lon }) }
}
