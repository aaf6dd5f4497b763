import type { Point } from '../../domain/geo/geo.ts'
import { askedOfApi, askedWithUnsaid } from './asked-of-api.ts'
import { beginningOf, type Choices, withoutChoices } from './choices.ts'
import type { Failure, Found, Town } from './found.ts'

/** Asks the API; returns the body of its answer. */
type AskBody = <Body extends object>(path: string) => Promise<Body | Failure>

/**
 * Returns the places of a search, in the order of the API. The API needs a point for a radius or for the order by
 * distance; if only the question names a town, the centre of the town is requested first.
 */
export async function askPlaces(ask: AskBody, choices: Choices): Promise<Found | Failure> {
  if (choices.commune !== undefined) return askInTown(ask, choices, choices.commune)
  if (!needsCentre(choices)) return askCounted(ask, choices, null)
  const named = await ask<Found>(
    `/v1/places?${new URLSearchParams({ q: beginningOf(choices.q ?? ''), ...NOTHING_ELSE })}`
  )
  return typeof named === 'string' ? named : askCounted(ask, choices, centreIn(named))
}

/** Counting takes most of the time of a search. If the service is too busy for that, the list alone is shown. */
async function askCounted(ask: AskBody, choices: Choices, centre: Point | null): Promise<Found | Failure> {
  const found = await ask<Found>(askedOfApi(choices, centre))
  if (found === 'away') return ask<Found>(askedOfApi(choices, centre, false))
  if (typeof found === 'string') return found
  const whole = wholeOfArea(found, choices)
  // After it, not beside it: two questions at once from one page are sometimes more than a small service takes.
  const unsaid = await askUnsaid(ask, choices, centre)
  return unsaid ? { ...whole, unsaid } : whole
}

/**
 * The counts with the places that do not say whether they meet the chosen filters; undefined if no filter leaves them
 * out. The list does not depend on it.
 */
async function askUnsaid(ask: AskBody, choices: Choices, centre: Point | null): Promise<Found['unsaid']> {
  const path = askedWithUnsaid(choices, centre)
  const found = path === undefined ? 'away' : await ask<Found>(path)
  if (typeof found === 'string') return undefined
  const { total, within } = found
  return { total, ...(within && { within }) }
}

/**
 * The API counts up to 1 000 places, but its facets count all: with them, the heading says the number that stood beside
 * the link of a territory.
 */
function wholeOfArea(found: Found, { q, department, region, commune }: Choices): Found {
  const { facets, total } = found
  if (total?.relation !== 'gte' || q !== undefined || !facets) return found
  const counted =
    commune !== undefined
      ? facets.department
      : department !== undefined
        ? facets.department?.filter(({ code }) => code === department)
        : facets.region?.filter(({ code }) => code === region)
  const value = counted?.reduce((sum, { count }) => sum + count, 0) ?? 0
  return value > total.value ? { ...found, total: { value, relation: 'eq' } } : found
}

/** The places of a town that was chosen: those that the page of the town counts, even if there are more nearby. */
async function askInTown(ask: AskBody, choices: Choices, code: string): Promise<Found | Failure> {
  const answered = await ask<Town>(`/v1/territories/commune/${encodeURIComponent(code)}`)
  const town = typeof answered === 'string' ? undefined : answered
  const centre = town?.centre ?? null
  const found =
    centre && isPlainList(choices)
      ? await askOutwards(ask, choices, centre)
      : await askCounted(ask, choices, choices.radius === undefined ? null : centre)
  return typeof found === 'string' || !town ? found : { ...found, town }
}

const isPlainList = ({ q, lat, bbox, radius, sort }: Choices): boolean =>
  [q, lat, bbox, radius].every((each) => each === undefined) && (sort === undefined || sort === 'distance')

/**
 * Lists the places from the centre of the town outwards. A search from a point counts only what is near it, so all
 * places are counted by a second question, without the point.
 */
async function askOutwards(ask: AskBody, choices: Choices, centre: Point): Promise<Found | Failure> {
  const { lat, lon } = centre
  const placed = { ...choices, lat: String(lat), lon: String(lon) }
  const path = askedOfApi(placed, null, false)
  const [listed, counted] = await Promise.all([
    ask<Found>(choices.cursor === undefined ? `${path}&total=none` : path),
    askCounted(ask, withoutChoices(choices, ['cursor', 'sort']), null)
  ])
  if (typeof listed === 'string' || typeof counted === 'string') return counted
  return { ...counted, items: unmarked(listed.items), next: listed.next }
}

/** Places of one town are one list, however far apart they are. */
export const unmarked = (items: Found['items']): Found['items'] =>
  items.map(({ beyond_radius: _, ...place }) => place)

const NOTHING_ELSE = { limit: '1', total: 'none', fields: 'id' }

const needsCentre = ({ q, lat, cursor, radius, sort }: Choices): boolean =>
  q !== undefined &&
  lat === undefined &&
  cursor === undefined &&
  (radius !== undefined || sort === 'distance')

const centreIn = ({ interpreted }: Found): Point | null => interpreted?.where?.location ?? null
