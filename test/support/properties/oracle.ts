import { distance, point } from '@turf/turf'
import { CODE_FIELDS } from '../../../src/domain/places/place-codes.ts'
import type { LoneParameter } from '../../../src/domain/search/filters.ts'
import { FEATURES } from '../../../src/domain/vocabularies/accessibility.ts'
import { CODE_PARAMETERS } from '../../../src/domain/vocabularies/term.ts'
import { VOCABULARIES } from '../../../src/domain/vocabularies/vocabularies.ts'
import { stateOf } from '../hours.ts'
import { type TestPlace, TODAY } from '../places.ts'

/*
 * The expected results of a search, computed without a database: a simple implementation of the API reference
 * over places in memory, independent of SQL, indexes and term ids.
 */

/** Parameters as given by a caller: text, or a list of texts for a repeated parameter. */
export type SearchParameters = Readonly<Record<string, string | readonly string[]>>

/**
 * Whether a search should find a place. `unsure` means that the oracle cannot decide, for example because a place
 * is so close to the edge that the result on a sphere may differ from the result on the ellipsoid.
 */
export type Verdict = 'yes' | 'no' | 'unsure'

type Rule = (place: TestPlace, value: string, asked: SearchParameters) => Verdict | boolean

/** The filters that can be used by themselves, except `lat` and `lon`, which exclude no place. */
export type Ruled = Exclude<LoneParameter, 'lat' | 'lon' | 'within'>

const RULES: { readonly [parameter in Ruled]: Rule } = {
  type: ({ content }, value) => anyOf(value, content.types),
  service: (place, value, { service_basis }) => anyOf(value, servicesOf(place, service_basis === 'declared')),
  audience: (place, value, { audience_unknown }) => {
    const named = audiencesOf(place)
    return anyOf(value, named) || (named.length === 0 && audience_unknown === 'include')
  },
  need: ({ content }, value) => anyOf(value, content.needs),
  fee: (place, value, { fee_unknown }) => {
    const named = feesOf(place)
    return anyOf(value, named) || (named.length === 0 && fee_unknown === 'include')
  },
  access: ({ content }, value) => anyOf(value, content.access),
  support: ({ content }, value) => anyOf(value, content.support),
  label: (place, value) => anyOf(value, validLabels(place)),
  missing: (place, value) => anyOf(value, missingIn(place)),
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
  open_between: openBetween,
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

const PROCEDURES = 'aide-aux-demarches-administratives'
const TOOLS = 'maitrise-des-outils-numeriques-du-quotidien'
const INTERNET = 'acces-internet-et-materiel-informatique'
const EMPLOYMENT = 'insertion-professionnelle-via-le-numerique'

/**
 * The services that a place certainly offers by law or charter. They are inferred from a type, a valid label, or a
 * type that the name of the place contains.
 */
const OFFERED: readonly (readonly [services: readonly string[], by: readonly string[]])[] = [
  [[PROCEDURES], ['RFS', 'MSAP', 'CCAS', 'CIAS', 'CAF', 'CPAM', 'MSA', 'PIMMS', 'aidants-connect']],
  [[TOOLS, 'comprehension-du-monde-numerique'], ['conseillers-numeriques']],
  [
    [INTERNET, TOOLS],
    ['EPN', 'EPI', 'epn-labellise', 'netpublic']
  ],
  [['loisirs-et-creations-numeriques'], ['FABLAB']],
  [[EMPLOYMENT], ['ML', 'CAP_EMPLOI', 'MDE', 'MDEF', 'PLIE', 'PIJ_BIJ', 'FT']]
]
const FOR_THE_YOUNG = ['ML', 'PIJ_BIJ', 'RS_FJT']
const FREE = ['RFS', 'MSAP', 'conseillers-numeriques']

/** The types implied by the names of arbitrary places. */
const TELLING_NAMES: Readonly<Record<string, string>> = {
  'CCAS du Phare': 'CCAS',
  'Mission locale du Phare': 'ML',
  'Espace France services': 'RFS'
}

const isOneOf = (place: TestPlace, by: readonly string[]): boolean =>
  [...place.content.types, TELLING_NAMES[place.content.name] ?? '', ...validLabels(place)].some((each) =>
    by.includes(each)
  )

export function servicesOf(place: TestPlace, declaredOnly = false): readonly string[] {
  const { services } = place.content
  if (declaredOnly) return services
  const implied = OFFERED.flatMap(([offered, by]) => (isOneOf(place, by) ? offered : []))
  return [...new Set([...services, ...implied])]
}

export function audiencesOf(place: TestPlace): readonly string[] {
  const { audiences } = place.content
  return isOneOf(place, FOR_THE_YOUNG) ? [...new Set([...audiences, 'jeunes'])] : audiences
}

/** The fees of a place. If a place declares fees, it declares all of them, so none is implied in addition. */
export function feesOf(place: TestPlace): readonly string[] {
  const { fees } = place.content
  return fees.length === 0 && isOneOf(place, FREE) ? ['gratuit'] : fees
}

function missingIn(place: TestPlace): readonly string[] {
  const { opening_hours, contacts, location, services, accessibility } = place.content
  const knownNothing = ['wheelchair', ...FEATURES].every((feature) => answerOf(place, feature) === null)
  return [
    ...(opening_hours.raw === null && opening_hours.osm === null ? ['hours'] : []),
    ...(contacts.phone === null ? ['phone'] : []),
    ...(location === null ? ['position'] : []),
    ...(services.length === 0 ? ['services'] : []),
    ...(knownNothing && accessibility.wheelchair !== 'limited' ? ['accessibility'] : [])
  ]
}

/**
 * The codes by which the commune of a place is found. A whole commune includes its arrondissements, and current and
 * former codes find each other.
 */
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

/** Words that stand for a kind of place, which is the main wish of a question. */
const KINDS = Object.keys(ALSO)

/**
 * Whether a place contains all the words, or synonyms of them. A need counts only if the question contains nothing
 * else, because most places do not declare needs. If the question names a kind of place, another word is required
 * only if few places contain it, which is not known here.
 */
function says(place: TestPlace, value: string): Verdict {
  const asked = words(value)
  const telling = asked.filter((word) => word !== 'illettrisme')
  const said = wordsOf(place)
  const isSaid = (word: string) => (ALSO[word] ?? [word]).some((each) => said.has(each))
  const main = telling.length > 0 ? telling : asked
  if (main.every(isSaid)) return 'yes'
  const kinds = main.filter((word) => KINDS.includes(word))
  return kinds.length > 0 && kinds.every(isSaid) ? 'unsure' : 'no'
}

function open(
  { content: { opening_hours, address } }: TestPlace,
  value: string,
  { open_unknown }: SearchParameters
): boolean {
  const { osm, timezone: zone } = opening_hours
  const state = stateOf({ osm, zone, department: address.department }, value)
  return state === 'open' || (state !== 'closed' && open_unknown === 'include')
}

/** Step in which the oracle checks times; the hours of the places are multiples of five minutes. */
const STEP_MS = 300_000

/**
 * Whether the place is open at some time from the first moment until just before the second one. If they are equal,
 * whether it is open at this moment.
 */
function openBetween(place: TestPlace, value: string, asked: SearchParameters): boolean {
  const [from = '', to = ''] = value.split('/')
  const [, local = '', offset = ''] = from.match(/^(.{16})(.*)$/) ?? []
  const begin = Date.parse(`${local}Z`)
  const steps = Math.round((Date.parse(`${to.slice(0, 16)}Z`) - begin) / STEP_MS)
  return Array.from({ length: Math.max(1, steps) }, (_, step) => new Date(begin + step * STEP_MS)).some(
    (at) => open(place, `${at.toISOString().slice(0, 16)}${offset}`, asked)
  )
}

/** Relative tolerance for distances, because distances on a sphere are wrong by up to 0.56 %. */
export const TOLERANCE = 0.007

/** The distance on the sphere, in metres. */
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
  const { name, summary, description, address } = place.content
  const codes = CODE_PARAMETERS.flatMap((parameter) =>
    parameter === 'label' ? validLabels(place) : place.content[CODE_FIELDS[parameter]]
  )
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
