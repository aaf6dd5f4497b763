import { distance, point } from '@turf/turf'
import type { LoneParameter } from '../../../src/domain/search/filters.ts'
import { FEATURES } from '../../../src/domain/vocabularies/accessibility.ts'
import { VOCABULARIES } from '../../../src/domain/vocabularies/vocabularies.ts'
import { stateOf } from '../hours.ts'
import { type TestPlace, TODAY } from '../places.ts'

/*
 * The expected results of a search, computed without a database: a simple implementation of the API reference
 * over places in memory, independent of SQL, indexes and term ids.
 */

/** Parameters as given by a caller: text, or a list of texts for a repeated parameter. */
export type SearchParameters = Readonly<Record<string, string | readonly string[]>>

/** `unsure` means too close to the edge to be decided on a sphere instead of an ellipsoid. */
export type Verdict = 'yes' | 'no' | 'unsure'

type Rule = (place: TestPlace, value: string, asked: SearchParameters) => Verdict | boolean

/** The filters that can be used by themselves; `lat` and `lon` exclude no place. */
export type Ruled = Exclude<LoneParameter, 'lat' | 'lon' | 'within'>

const RULES: { readonly [parameter in Ruled]: Rule } = {
  type: ({ content }, value) => anyOf(value, content.types),
  service: ({ content }, value) => anyOf(value, content.services),
  audience: ({ content }, value) => anyOf(value, content.audiences),
  need: ({ content }, value) => anyOf(value, content.needs),
  fee: ({ content }, value) => anyOf(value, content.fees),
  access: ({ content }, value) => anyOf(value, content.access),
  support: ({ content }, value) => anyOf(value, content.support),
  label: (place, value) => anyOf(value, validLabels(place)),
  source: ({ sources }, value) =>
    anyOf(
      value,
      sources.map(({ source }) => source)
    ),
  accessibility: accessible,
  itinerant: ({ content }, value) => String(content.itinerant) === value,
  commune: ({ content }, value) => anyOf(value, communesOf(content.address.commune)),
  postcode: ({ content }, value) => anyOf(value, [content.address.postcode]),
  epci: ({ content }, value) => anyOf(value, [content.address.epci]),
  department: ({ content }, value) => anyOf(value, [content.address.department]),
  region: ({ content }, value) => anyOf(value, [content.address.region]),
  open_at: open,
  radius: inRadius,
  bbox: inBox,
  updated_since: ({ updatedAt }, value) => Date.parse(updatedAt) >= Date.parse(value),
  min_quality: ({ quality }, value) => quality >= Number(value),
  q: says
}

const isRuled = (name: string): name is Ruled => name in RULES

/** Whether a search with these parameters should find the place. */
export function judge(place: TestPlace, asked: SearchParameters): Verdict {
  const verdicts = Object.entries(asked).flatMap(([name, given]) => {
    const rule = isRuled(name) ? RULES[name] : undefined
    // Parameters that do not filter (`lat` alone, `sort`, `limit`) exclude nothing.
    if (!rule) return []
    return [given].flat().map((value) => rule(place, value, asked))
  })
  if (verdicts.some((verdict) => verdict === false || verdict === 'no')) return 'no'
  return verdicts.includes('unsure') ? 'unsure' : 'yes'
}

const anyOf = (value: string, has: readonly (string | null)[]): boolean =>
  value.split(',').some((code) => has.includes(code))

export const validLabels = ({ content }: TestPlace): readonly string[] =>
  content.labels
    .filter(({ valid_from, valid_until }) => (valid_from ?? '') <= TODAY && TODAY <= (valid_until ?? '9'))
    .map(({ code }) => code)

/** A whole commune includes its arrondissements, and current and former codes find each other. */
function communesOf(commune: string | null): readonly (string | null)[] {
  if (commune === null) return []
  if (commune.startsWith('751')) return [commune, '75056']
  if (commune.startsWith('6938')) return [commune, '69123']
  return commune === '14730' ? [commune, '14762', '14351'] : [commune]
}

function answerOf({ content: { accessibility } }: TestPlace, feature: string): boolean | null {
  if (feature !== 'wheelchair') return accessibility[feature as (typeof FEATURES)[number]]
  return { yes: true, no: false, limited: null, unknown: null }[accessibility.wheelchair]
}

export function featuresOf(place: TestPlace): readonly string[] {
  return ['wheelchair', ...FEATURES].filter((feature) => answerOf(place, feature) === true)
}

function accessible(place: TestPlace, value: string, { accessibility_unknown }: SearchParameters): boolean {
  return value.split(',').some((feature) => {
    const answer = answerOf(place, feature)
    return answer === true || (answer === null && accessibility_unknown === 'include')
  })
}

/** Synonyms for the words used here. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  mediatheque: ['mediatheque', 'bibliotheque'],
  fablab: ['fablab', 'fab']
}

/**
 * All words or their synonyms must match; a need counts only if nothing else is searched for, because most
 * places do not mention any.
 */
function says(place: TestPlace, value: string): boolean {
  const searched = words(value)
  const required = searched.filter((word) => word !== 'illettrisme')
  const mentioned = wordsOf(place)
  return (required.length > 0 ? required : searched).every((word) =>
    (ALSO[word] ?? [word]).some((each) => mentioned.has(each))
  )
}

function open(
  { content: { opening_hours } }: TestPlace,
  value: string,
  { open_unknown }: SearchParameters
): boolean {
  const state = stateOf(opening_hours.osm, opening_hours.timezone, value)
  return state === 'open' || (state !== 'closed' && open_unknown === 'include')
}

/** Distances on a sphere are wrong by up to 0.56 %. */
export const TOLERANCE = 0.007

/** Metres on the sphere. */
export const metres = (from: readonly [number, number], to: readonly [number, number]): number =>
  distance(point([from[1], from[0]]), point([to[1], to[0]]), { units: 'meters' })

function inRadius(
  { content: { location } }: TestPlace,
  value: string,
  { lat, lon }: SearchParameters
): Verdict {
  if (!location) return 'no'
  const far = metres([Number(lat), Number(lon)], [location.lat, location.lon])
  const radius = Number(value)
  if (Math.abs(far - radius) <= radius * TOLERANCE) return 'unsure'
  return far < radius ? 'yes' : 'no'
}

function inBox({ content: { location } }: TestPlace, value: string): boolean {
  if (!location) return false
  const [west = 0, south = 0, east = 0, north = 0] = value.split(',').map(Number)
  const { lat, lon } = location
  const between = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east
  return between && lat >= south && lat <= north
}

const TERMS = new Map(
  VOCABULARIES.flatMap(({ terms }) =>
    terms.map((term) => [`${term.code}`, [term.fr, ...(term.synonyms ?? [])]])
  )
)

const seen = new WeakMap<TestPlace, ReadonlySet<string>>()

function wordsOf(place: TestPlace): ReadonlySet<string> {
  const known = seen.get(place)
  if (known) return known
  const { name, summary, description, address, types, services, audiences, needs, fees, access, support } =
    place.content
  const codes = [types, services, audiences, needs, fees, access, support, validLabels(place)].flat()
  const text = [name, summary, description, address.city, ...codes.flatMap((code) => TERMS.get(code) ?? [])]
  const found = new Set(words(text.join(' ')))
  seen.set(place, found)
  return found
}

/** Words without accents, case and plural s, which is enough stemming for the words used here. */
export const words = (text: string): readonly string[] =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/s$/, ''))

export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
