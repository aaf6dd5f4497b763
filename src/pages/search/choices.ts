import type { Point } from '../../domain/geo/geo.ts'
import type { Language } from '../../domain/language.ts'

/*
 * What can be chosen on the search page, and the parameters of the API for each choice. People keep and share the
 * addresses of the page, so the names of the choices never change.
 */

/** Choices among several values. The API counts the places for each value. */
export const CHOICES = ['service', 'audience', 'type', 'label', 'accessibility'] as const
export type SelectName = (typeof CHOICES)[number]

/** Choices that are either on or off. */
export const FLAGS = ['openNow', 'wheelchair', 'free'] as const
export type FlagName = (typeof FLAGS)[number]

const ASKED: Readonly<Record<FlagName, readonly [parameter: string, value: string]>> = {
  openNow: ['open_at', 'now'],
  wheelchair: ['accessibility', 'wheelchair'],
  free: ['fee', 'gratuit']
}

/** The facet and code that give the count for a flag. `openNow` has none, because no facet depends on the time. */
export const COUNTED: Readonly<Partial<Record<FlagName, readonly [facet: string, code: string]>>> = {
  wheelchair: ASKED.wheelchair,
  free: ASKED.free
}

/** Choices of a territory, set by links on other pages. */
export const AREAS = ['department', 'region'] as const

/** Radii in kilometres, the same that the API chooses from. */
export const RADII = ['5', '10', '20', '40'] as const
export const ORDERS = ['relevance', 'distance', 'name'] as const

/** Choices with the same name as their API parameter: the question, a box, a point, and a territory. */
const PLAIN = ['q', 'bbox', 'lat', 'lon', ...AREAS] as const

const NAMES = ['cursor', 'openAt', 'radius', 'sort', 'near', ...PLAIN, ...CHOICES, ...FLAGS] as const
type Name = (typeof NAMES)[number]
export type Choices = { readonly [name in Name]?: string }

/** For each parameter of the API, the choices that set it. */
export const ASKED_BY: Readonly<Record<string, readonly Name[]>> = {
  q: ['q'],
  service: ['service'],
  audience: ['audience'],
  type: ['type'],
  label: ['label'],
  accessibility: ['accessibility', 'wheelchair'],
  fee: ['free'],
  open_at: ['openNow', 'openAt'],
  bbox: ['bbox'],
  department: ['department'],
  region: ['region'],
  radius: ['radius']
}

/** Maximum number of characters of a question to the API. */
const LONGEST_QUESTION = 500
/** Maximum number of characters that the page keeps, with a note that only the beginning was searched for. */
const LONGEST_KEPT = 2_000

const ALLOWED: { readonly [name in Name]?: readonly string[] } = { radius: RADII, sort: ORDERS }

/** The choices in an address; other parameters, such as where the reader came from, are ignored. */
export function readChoices(query: Readonly<Record<string, unknown>>): Choices {
  const textOf = (name: string) => (typeof query[name] === 'string' ? query[name].trim() : '')
  const given = NAMES.flatMap((name) => {
    const text = name === 'q' ? wordsOf(textOf('q'), textOf('town')) : textOf(name)
    return text === '' || ALLOWED[name]?.includes(text) === false ? [] : [[name, text] as const]
  })
  return Object.fromEntries(given)
}

/** The question and the town. If the position of the reader is unknown, the page has a field for the town. */
const wordsOf = (q: string, town: string): string => `${q} ${town}`.trim().slice(0, LONGEST_KEPT)

export const isTooLong = ({ q = '' }: Pick<Choices, 'q'>): boolean => q.length > LONGEST_QUESTION

/** The beginning of a question that is too long, cut between words. */
export function beginningOf(q: string): string {
  if (!isTooLong({ q })) return q
  const end = q.lastIndexOf(' ', LONGEST_QUESTION)
  return q.slice(0, end > 0 ? end : LONGEST_QUESTION)
}

/** All choices except the named ones. */
export const withoutChoices = (choices: Choices, names: readonly Name[]): Choices =>
  Object.fromEntries(Object.entries(choices).filter(([name]) => !names.includes(name as Name)))

/** The properties of a place that a list shows. */
const FIELDS = [
  ...[
    'id',
    'name',
    'display_name',
    'types',
    'address',
    'location',
    'contacts',
    'opening_hours',
    'distance_m',
    'beyond_radius'
  ],
  ...['fit', 'fits', 'services_implied', 'audiences_implied', 'fees_implied']
].join(',')

/** Minimum number of results: if fewer places are within the chosen radius, the nearest outside it are added. */
const LEAST_FOUND = 3

/**
 * The request to the API. A cursor already contains the whole search. `centre` is the centre of the territory
 * in the words, if known.
 */
export function askedOfApi(choices: Choices, centre: Point | null): string {
  if (choices.cursor !== undefined) return `/v1/places?${new URLSearchParams({ cursor: choices.cursor })}`
  const asked = filtersOf(choices, centre)
  if (asked.has('radius')) asked.set('min_results', String(LEAST_FOUND))
  const { sort, q } = choices
  const isPlaced = asked.has('lat')
  if (sort === 'name' || (sort === 'distance' && isPlaced) || (sort === 'relevance' && q))
    asked.set('sort', sort)
  asked.set('facets', [...CHOICES, 'fee', ...AREAS.filter((name) => choices[name] !== undefined)].join(','))
  asked.set('fields', FIELDS)
  return `/v1/places?${asked}`
}

/** The filters of the API, which the list, the map and the export share. */
export function filtersOf(choices: Choices, centre: Point | null = null): URLSearchParams {
  const filters = new URLSearchParams()
  for (const name of [...PLAIN, ...CHOICES] as const) {
    if (choices[name] !== undefined)
      filters.set(name, name === 'q' ? beginningOf(choices[name]) : choices[name])
  }
  for (const name of FLAGS) if (choices[name] !== undefined) filters.append(...ASKED[name])
  if (choices.openAt !== undefined && choices.openNow === undefined) filters.set('open_at', choices.openAt)
  if (!filters.has('lat') && centre) {
    filters.set('lat', String(centre.lat))
    filters.set('lon', String(centre.lon))
  }
  if (choices.radius !== undefined && filters.has('lat')) filters.set('radius', `${choices.radius}000`)
  return filters
}

/** The address of the search page with these choices. */
export function searchAddress(choices: Choices, lang: Language): string {
  const given = Object.entries(choices).filter(([, value]) => value !== undefined && value !== '')
  const query = new URLSearchParams([...given, ...(lang === 'en' ? [['lang', 'en']] : [])] as [
    string,
    string
  ][])
  return query.size > 0 ? `/?${query}` : '/'
}
