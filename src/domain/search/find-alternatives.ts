import { senselessQuestion } from '../errors.ts'
import type { Place } from '../places/place.ts'
import { codesOf } from '../vocabularies/vocabularies.ts'
import { askedOf } from './filters.ts'
import type { SearchDeps } from './ports.ts'
import { continueSearch, type SearchAnswer, searchPlaces } from './search-places.ts'
import type { Filters, Question } from './search-question.ts'

/**
 * The nearest other places that offer what this place lacks: what the filters ask for or, without filters, any
 * service that this place does not offer. Distances are measured from the place, unless the question gives a point.
 * Throws `senselessQuestion` if there is a radius but the place has no position.
 */
export async function findAlternatives(
  deps: SearchDeps,
  place: Place,
  question: Question,
  cursor: string | undefined
): Promise<SearchAnswer> {
  if (cursor !== undefined) return continueSearch(deps, cursor, place.id)
  const near = question.filters.near ?? (await whereIs(deps, place))
  if (!near && question.filters.radius !== undefined) throw senselessQuestion([NOWHERE])
  // Filters with the role `where` only limit the area; they do not ask for anything.
  const asksSomething = askedOf(question.filters, 'what').length > 0
  const filters = asksSomething ? question.filters : lackedBy(place, question.filters)
  return searchPlaces(deps, {
    ...question,
    filters: near ? { ...filters, near } : filters,
    sort: near ? 'distance' : 'name',
    except: place.id
  })
}

const NOWHERE = {
  parameter: 'radius',
  detail: 'The position of this place is not known: give lat and lon to measure from.'
}

/** The position of a place. If it is unknown, the middle of its commune. */
async function whereIs({ territories }: SearchDeps, { location, address }: Place) {
  if (location) return { lat: location.lat, lon: location.lon }
  return address.commune === null ? null : territories.centreOfCommune(address.commune)
}

function lackedBy(place: Place, filters: Filters): Filters {
  const implied = filters.serviceBasis === 'declared' ? [] : place.services_implied.map(({ code }) => code)
  const offered = new Set([...place.services, ...implied])
  const lacking = codesOf('service').filter((service) => !offered.has(service))
  return lacking.length === 0 ? filters : { ...filters, codes: { ...filters.codes, service: [lacking] } }
}
