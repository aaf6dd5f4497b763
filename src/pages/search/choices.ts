import type { Language } from '../../domain/language.ts'

/*
 * What can be chosen on the search page, and what of the API each choice is. The addresses of the page are kept and
 * shared, so their names are promises too.
 */

/** One of the values that the API counts. */
export const CHOICES = ['service', 'audience', 'type', 'label', 'accessibility'] as const
export type SelectName = (typeof CHOICES)[number]

/** Yes, or not asked. */
export const FLAGS = ['openNow', 'wheelchair', 'free'] as const
export type FlagName = (typeof FLAGS)[number]

const ASKED: Readonly<Record<FlagName, readonly [parameter: string, value: string]>> = {
  openNow: ['open_at', 'now'],
  wheelchair: ['accessibility', 'wheelchair'],
  free: ['fee', 'gratuit']
}

/** Where the counts of a flag stand among the facets; the clock has none. */
export const COUNTED: Readonly<Partial<Record<FlagName, readonly [facet: string, code: string]>>> = {
  wheelchair: ASKED.wheelchair,
  free: ASKED.free
}

/** What the API asks with its own name: a time as the clocks show it there, a box, a point. */
const PLAIN = ['q', 'bbox', 'lat', 'lon'] as const

const NAMES = ['cursor', 'openAt', ...PLAIN, ...CHOICES, ...FLAGS] as const
type Name = (typeof NAMES)[number]
export type Choices = { readonly [name in Name]?: string }

/** The choice that asks a parameter of the API, or both that do. */
export const ASKED_BY: Readonly<Record<string, readonly Name[]>> = {
  q: ['q'],
  service: ['service'],
  audience: ['audience'],
  type: ['type'],
  label: ['label'],
  accessibility: ['accessibility', 'wheelchair'],
  fee: ['free'],
  open_at: ['openNow', 'openAt'],
  bbox: ['bbox']
}

const LONGEST_QUESTION = 200

/** What an address asks for; what it says besides (where somebody came from) is nobody's business. */
export function readChoices(query: Readonly<Record<string, unknown>>): Choices {
  const given = NAMES.flatMap((name) => {
    const value = query[name]
    const text = typeof value === 'string' ? value.trim() : ''
    return text === '' ? [] : [[name, name === 'q' ? text.slice(0, LONGEST_QUESTION) : text] as const]
  })
  return Object.fromEntries(given)
}

/** The same without these. */
export const withoutChoices = (choices: Choices, names: readonly Name[]): Choices =>
  Object.fromEntries(Object.entries(choices).filter(([name]) => !names.includes(name as Name)))

/** The facets that the choices show, and of a place what a list does. */
const FACETS = [...CHOICES, 'fee'].join(',')
const FIELDS = [
  ...[
    'id',
    'name',
    'types',
    'address',
    'location',
    'contacts',
    'opening_hours',
    'distance_m',
    'beyond_radius'
  ],
  ...['services_implied', 'audiences_implied', 'fees_implied']
].join(',')

/** The question to the API. A cursor holds the whole question already. */
export function askedOfApi(choices: Choices): string {
  if (choices.cursor !== undefined) return `/v1/places?${new URLSearchParams({ cursor: choices.cursor })}`
  const asked = filtersOf(choices)
  for (const name of ['lat', 'lon'] as const) if (choices[name] !== undefined) asked.set(name, choices[name])
  asked.set('facets', FACETS)
  asked.set('fields', FIELDS)
  return `/v1/places?${asked}`
}

/** The API's own filters, which all that it answers takes. */
export function filtersOf(choices: Choices): URLSearchParams {
  const filters = new URLSearchParams()
  for (const name of ['q', 'bbox', ...CHOICES] as const) {
    if (choices[name] !== undefined) filters.set(name, choices[name])
  }
  for (const name of FLAGS) if (choices[name] !== undefined) filters.append(...ASKED[name])
  if (choices.openAt !== undefined && choices.openNow === undefined) filters.set('open_at', choices.openAt)
  return filters
}

/** The page that shows them. */
export function searchAddress(choices: Choices, lang: Language): string {
  const given = Object.entries(choices).filter(([, value]) => value !== undefined && value !== '')
  const query = new URLSearchParams([...given, ...(lang === 'en' ? [['lang', 'en']] : [])] as [
    string,
    string
  ][])
  return query.size > 0 ? `/?${query}` : '/'
}
