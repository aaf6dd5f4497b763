import type { Point } from '../../domain/geo/geo.ts'
import { LISTED_FIELDS } from '../parts/listed-place.ts'
import {
  AREAS,
  beginningOf,
  CHOICES,
  type Choices,
  FLAGS,
  type FlagName,
  PLAIN,
  valuesOf
} from './choices.ts'
import { openFilter } from './when.ts'

/* The parameters of the API for the choices of the search page. */

const ASKED: Readonly<Record<FlagName, readonly [parameter: string, value: string]>> = {
  wheelchair: ['accessibility', 'wheelchair'],
  free: ['fee', 'gratuit']
}

/** The facet and code that give the count for a flag. */
export const COUNTED: Readonly<Record<FlagName, readonly [facet: string, code: string]>> = ASKED

/** For each parameter of the API, the choices that set it. */
export const ASKED_BY: Readonly<Record<string, readonly (keyof Choices)[]>> = {
  q: ['q'],
  service: ['service'],
  audience: ['audience'],
  need: ['need'],
  type: ['type'],
  label: ['label'],
  accessibility: ['accessibility', 'wheelchair'],
  fee: ['free'],
  open_at: ['when', 'part', 'openAt'],
  open_between: ['when', 'part'],
  bbox: ['bbox'],
  commune: ['commune'],
  department: ['department'],
  region: ['region'],
  radius: ['radius']
}

/** The properties of a place that a list shows. */
const FIELDS = [...LISTED_FIELDS, 'fit', 'fits'].join(',')

/** Minimum number of results: if fewer places are within the chosen radius, the nearest outside it are added. */
const LEAST_FOUND = 3

/**
 * The request to the API. A cursor already contains the whole search. `centre` is the centre of the territory
 * in the words, if known. Without `counted`, the values of the filters are not counted.
 */
export function askedOfApi(choices: Choices, centre: Point | null, counted = true): string {
  if (choices.cursor !== undefined) return `/v1/places?${new URLSearchParams({ cursor: choices.cursor })}`
  const asked = filtersOf(choices, centre)
  if (asked.has('radius')) asked.set('min_results', String(LEAST_FOUND))
  const { sort, q } = choices
  const isPlaced = asked.has('lat')
  if (sort === 'name' || (sort === 'distance' && isPlaced) || (sort === 'relevance' && q))
    asked.set('sort', sort)
  const areas = AREAS.filter((name) => choices[name] !== undefined).map(facetOf)
  if (counted) asked.set('facets', [...new Set([...CHOICES, 'fee', ...areas])].join(','))
  asked.set('fields', FIELDS)
  return `/v1/places?${asked}`
}

/** The API has no facet of communes; the places of a commune are those of its département. */
const facetOf = (name: (typeof AREAS)[number]): string => (name === 'commune' ? 'department' : name)

/**
 * The filters of the API for these choices; the list, the map and the export use the same filters. Of several values,
 * one is enough, except for accessibility: people who need a step-free entrance and an adapted toilet need both.
 */
export function filtersOf(choices: Choices, centre: Point | null = null): URLSearchParams {
  const filters = new URLSearchParams()
  for (const name of PLAIN) {
    if (choices[name] !== undefined)
      filters.set(name, name === 'q' ? beginningOf(choices[name]) : choices[name])
  }
  for (const name of CHOICES) {
    if (name === 'accessibility') for (const feature of valuesOf(choices, name)) filters.append(name, feature)
    else if (choices[name] !== undefined) filters.set(name, choices[name])
  }
  for (const name of FLAGS) if (choices[name] !== undefined) filters.append(...ASKED[name])
  const open = openFilter(choices)
  if (open) filters.set(...open)
  if (!filters.has('lat') && centre) {
    filters.set('lat', String(centre.lat))
    filters.set('lon', String(centre.lon))
  }
  if (choices.radius !== undefined && filters.has('lat')) filters.set('radius', `${choices.radius}000`)
  if (choices.unsaid !== undefined)
    for (const about of unsaidAbout(choices)) filters.set(INCLUDING[about], 'include')
  return filters
}

/** What a place may leave unsaid, and the parameter of the API that also finds the places that do. */
const INCLUDING = {
  accessibility: 'accessibility_unknown',
  audience: 'audience_unknown',
  fee: 'fee_unknown',
  hours: 'open_unknown'
} as const
type Unsaid = keyof typeof INCLUDING

/** The chosen filters that leave out the places which do not say whether they meet them. */
export function unsaidAbout(choices: Choices): readonly Unsaid[] {
  const asked: Readonly<Record<Unsaid, boolean>> = {
    accessibility: choices.accessibility !== undefined || choices.wheelchair !== undefined,
    audience: choices.audience !== undefined,
    fee: choices.free !== undefined,
    hours: openFilter(choices) !== undefined
  }
  return (Object.keys(INCLUDING) as readonly Unsaid[]).filter((about) => asked[about])
}

/**
 * The request that counts the places of a search together with those that do not say whether they meet its filters;
 * undefined if no filter leaves them out.
 */
export function askedWithUnsaid(choices: Choices, centre: Point | null): string | undefined {
  const isLeftOut = choices.unsaid === undefined && choices.cursor === undefined
  if (!isLeftOut || unsaidAbout(choices).length === 0) return undefined
  const asked = filtersOf({ ...choices, unsaid: '1' }, centre)
  asked.set('limit', '1')
  asked.set('fields', 'id')
  return `/v1/places?${asked}`
}
