import type { FoundPlace } from '../../domain/places/place.ts'
import { type Answers, type QuestionName, WHO } from '../addresses/answers.ts'
import type { Fitting } from '../parts/fit.ts'
import { foldTwins } from '../parts/twins.ts'
import type { Ask } from '../shell/api.ts'
import { openAt } from './moment.ts'
import { type Asked, fittings } from './suitability.ts'

/** Maximum number of places in the list: with more, readers would have to choose again. */
const MOST = 5
/** Maximum number of nearest places that are listed if there is none within `NEAR_M`. */
const MOST_FAR = 3
/** Number of nearest places, including those that may fit, that are compared with the places known to fit. */
const COMPARED = 20
/** How far people travel for help, in metres: half an hour by car or by bus. */
const NEAR_M = 20_000

/** A place of the list, with its fit for each answer and with other records of the same place. */
export type Suited = {
  readonly place: FoundPlace
  readonly fits: readonly Fitting[]
  readonly twins: readonly FoundPlace[]
}

export type ShortList = {
  readonly near: readonly Suited[]
  /** The nearest places, if there is none within `NEAR_M`. */
  readonly far: readonly Suited[]
  /** If no place is found at any distance: the sets of answers that would have to be changed to "does not matter". */
  readonly easing: readonly (readonly QuestionName[])[]
}

type Page = {
  readonly items: readonly FoundPlace[]
  readonly instead?: readonly { readonly without: readonly { readonly parameter: string }[] }[]
}

/**
 * Finds the nearest places that offer this help, for these people, at this time. Each answer that a place leaves
 * unknown makes it count as farther away.
 */
export async function shortList(ask: Ask, asked: Asked): Promise<ShortList | 'away'> {
  const { town, answers } = asked
  const near = town.centre ? { radius: String(NEAR_M) } : {}
  const query = (how: Strictness, more: Readonly<Record<string, string>>) =>
    ask<Page>(`/v1/places?${parametersOf(asked, how, more)}`)

  const isTimed = answers.when !== undefined && answers.when !== 'any'
  const [sure, timely, possible] = await Promise.all([
    query({ who: 'known', when: 'known' }, { ...near, limit: String(MOST) }),
    isTimed ? query({ who: 'any', when: 'known' }, { ...near, limit: String(COMPARED) }) : null,
    query({ who: 'any', when: 'any' }, { ...near, limit: String(COMPARED) })
  ])
  if (!('body' in sure) || !('body' in possible)) return 'away'
  const open = [...sure.body.items, ...(timely && 'body' in timely ? timely.body.items : [])]
  const fits = fittings(asked, new Set(open.map(({ id }) => id)))
  const found = suited([...sure.body.items, ...possible.body.items], fits, answers.help)
  if (found.length > 0) return { near: found.slice(0, MOST), far: [], easing: [] }

  const far = await query({ who: 'any', when: 'any' }, { limit: String(MOST_FAR) })
  if (!('body' in far)) return 'away'
  return { near: [], far: suited(far.body.items, fits, answers.help), easing: easingsOf(far.body) }
}

/** Orders the places, best first, each only once; other records of the same place are listed under it. */
function suited(
  places: readonly FoundPlace[],
  fits: (place: FoundPlace) => readonly Fitting[],
  help: Answers['help']
): readonly Suited[] {
  const distinct = [...new Map(places.map((place) => [place.id, place])).values()]
  const ordered = distinct
    .map((place) => ({ place, keys: orderOf(place, fits(place), help) }))
    .toSorted(({ keys: one }, { keys: other }) => {
      const at = one.findIndex((key, index) => key !== other[index])
      return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
    })
  return foldTwins(ordered.map(({ place }) => place)).map(({ place, twins }) => ({
    place,
    twins,
    fits: fits(place)
  }))
}

/** Distances up to this number of metres count as equal, because within a town, distance does not decide. */
const IN_TOWN_M = 2_000
/** Metres that each unknown answer adds to the distance. */
const DETOUR_M = 5_000
/** Metres added if something is unknown and the place has no phone. */
const SILENT_M = 2_000

/**
 * The sort keys of a place, in order of importance; smaller values come first. They are its distance with the
 * surcharges above, whether only a label implies the help, whether the place has no phone, and its distance alone.
 */
function orderOf(place: FoundPlace, fits: readonly Fitting[], help: Answers['help']): readonly number[] {
  const { distance_m, location, contacts } = place
  const unknown = fits.filter(({ fit }) => fit === 'unknown').length
  const silent = contacts.phone === null
  // The expected distance, allowing for the uncertainty of the position.
  const metres = Math.hypot(distance_m ?? 0, location?.uncertainty_m ?? 0)
  const remote = Math.max(metres, IN_TOWN_M) + unknown * DETOUR_M + (unknown > 0 && silent ? SILENT_M : 0)
  const reason = place.services_implied.find(({ code }) => code === help)?.because
  return [remote, reason?.startsWith('label:') ? 1 : 0, silent ? 1 : 0, metres]
}

/** How strictly to search: `any` also finds places that do not say for whom they are, or when they are open. */
type Strictness = { readonly who: 'known' | 'any'; readonly when: 'known' | 'any' }

function parametersOf(
  { answers: { help, who, when }, town, now }: Asked,
  how: Strictness,
  more: Readonly<Record<string, string>>
): URLSearchParams {
  const at = openAt(when, town.department, now)
  const from = town.centre
    ? { lat: String(town.centre.lat), lon: String(town.centre.lon) }
    : { commune: town.code }
  return new URLSearchParams({
    ...from,
    total: 'none',
    ...(help && help !== 'any' && { service: help }),
    ...filterOf(who, how.who),
    ...(at !== undefined && { open_at: at, ...(how.when === 'any' && { open_unknown: 'include' }) }),
    ...more
  })
}

/**
 * The filter for the people who need help. The API never returns a place that says that it is not for them. For
 * needs, no place says so, so the filter by need is only used to find the places known to meet the need.
 */
function filterOf(who: Answers['who'], known: Strictness['who']): Readonly<Record<string, string>> {
  if (who === undefined || who === 'any') return {}
  const parameter = WHO[who]
  if (known === 'known') return { [parameter]: who }
  return parameter === 'need' ? {} : { [parameter]: who, [`${parameter}_unknown`]: 'include' }
}

const ASKED_BY: Readonly<Record<string, QuestionName>> = {
  service: 'help',
  audience: 'who',
  need: 'who',
  accessibility: 'who',
  open_at: 'when'
}

const easingsOf = ({ instead = [] }: Page): readonly (readonly QuestionName[])[] =>
  instead
    .map(({ without }) => [...new Set(without.flatMap(({ parameter }) => ASKED_BY[parameter] ?? []))])
    .filter((names) => names.length > 0)
