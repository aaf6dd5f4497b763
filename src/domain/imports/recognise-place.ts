import type { Code } from '../places/place.ts'
import type { MappedRecord } from '../places/source-record.ts'
import { normaliseLabel } from '../vocabularies/read-label.ts'

/** A place to which a record may belong. */
export type Candidate = {
  readonly place_id: string
  readonly name: string
  readonly types: readonly Code[]
  readonly siret: string | null
  readonly street: string | null
  readonly city: string | null
  readonly sheet: string | null
  /** Distance between the two positions; null if one is missing. */
  readonly distance_m: number | null
}

/** Reasons why a record belongs to a place, the most reliable first; then reasons why it belongs to none. */
export const RECOGNISED = ['sheet', 'siret', 'name', 'name-and-activity', 'activity'] as const
export const NOT_RECOGNISED = ['says-nothing', 'none-near', 'none-alike', 'ambiguous'] as const
export type Reason = (typeof RECOGNISED)[number] | (typeof NOT_RECOGNISED)[number]

export type Recognition = { readonly place_id: string | null; readonly by: Reason }

/**
 * Maximum distance in metres, for each reason, between the positions that two directories give for the same place. It
 * is limited for a SIRET too: a SIRET identifies one establishment, but some records have the SIRET of their head
 * office.
 */
const METRES = { siret: 500, name: 200, nameAndActivity: 100, activity: 60 } as const

/** Candidates farther away are never considered. */
export const FARTHEST_M = Math.max(...Object.values(METRES))

/**
 * Finds the place that a record describes, by the first reason that applies to any candidate. It is strict,
 * because a wrong answer can send a person in a wheelchair to a step: if a reason applies to two places, the
 * record is assigned to neither.
 */
export function recognise(record: MappedRecord, candidates: readonly Candidate[]): Recognition {
  if (candidates.length === 0) return { place_id: null, by: 'none-near' }
  for (const by of RECOGNISED) {
    const [first, ...others] = candidates.filter((candidate) => REASONS[by](record, candidate))
    if (first === undefined) continue
    return others.length === 0 ? { place_id: first.place_id, by } : { place_id: null, by: 'ambiguous' }
  }
  return { place_id: null, by: 'none-alike' }
}

const MOST_KINDS = 2

type AppliesTo = (record: MappedRecord, candidate: Candidate) => boolean

const REASONS: Readonly<Record<(typeof RECOGNISED)[number], AppliesTo>> = {
  sheet: ({ content }, { sheet }) => sheet !== null && sheet === content.accessibility.sheet,
  siret: ({ content }, { siret, distance_m }) =>
    siret !== null && siret === content.siret && isWithin(distance_m, METRES.siret),
  name: (record, candidate) =>
    isSame(...namesOf(record, candidate)) &&
    (isWithin(candidate.distance_m, METRES.name) || isSameStreet(record, candidate)),
  'name-and-activity': (record, candidate) =>
    isWithin(candidate.distance_m, METRES.nameAndActivity) &&
    isCompatible(record, candidate) &&
    isAlike(...namesOf(record, candidate)),
  // A record without a name of its own, such as "Bibliothèque médiathèque", means the only library at that address.
  // An activity that fits many types, such as any public office, is not enough for this.
  activity: (record, candidate) =>
    isOfNetwork(record, candidate) ||
    (record.content.types.length <= MOST_KINDS &&
      isWithin(candidate.distance_m, METRES.activity) &&
      isCompatible(record, candidate) &&
      namesOf(record, candidate)[0].every((word) => KINDS.has(word)))
}

/**
 * The name of a France services place, whatever office hosts it. Two France services places never have the same
 * address.
 */
const NETWORK = /\bfrance services?\b/

const isWithin = (distance: number | null, metres: number): boolean => distance !== null && distance <= metres

const isCompatible: AppliesTo = ({ content }, { types }) => content.types.some((type) => types.includes(type))

const isOfNetwork: AppliesTo = ({ content }, { types, distance_m }) =>
  types.includes('RFS') && isWithin(distance_m, METRES.activity) && NETWORK.test(normaliseLabel(content.name))

const isSameStreet: AppliesTo = ({ content }, { street }) =>
  street !== null &&
  content.address.street !== null &&
  /\d/.test(street) &&
  normaliseLabel(street) === normaliseLabel(content.address.street)

type Words = readonly string[]

/** Small words, which do not identify a place. */
const SMALL = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l', 'et', 'a', 'au', 'aux', 'en', 'sur'])

/** Words for the kind of a place, which do not identify it. */
const KINDS = new Set(
  (
    'agence annexe association bibliotheque bureau centre communal communale culturel espace france hotel locale ' +
    'mairie maison mediatheque mission municipal municipale numerique point poste public publique service services ' +
    'social ville'
  ).split(' ')
)

/**
 * The words of both names, without small words and without the town, which one of the two directories may
 * leave out.
 */
function namesOf({ content }: MappedRecord, { name, city }: Candidate): readonly [Words, Words] {
  const town = new Set([content.address.city, city].flatMap((each) => wordsOf(each ?? '')))
  const withoutTown = (text: string): Words => {
    const words = wordsOf(text)
    const without = words.filter((word) => !town.has(word))
    return without.length === 0 ? words : without
  }
  return [withoutTown(content.name), withoutTown(name)]
}

const wordsOf = (text: string): Words => [
  ...new Set(
    normaliseLabel(text)
      .replace(/\bst(e?)\b/g, 'saint$1')
      .split(' ')
      .filter((word) => word !== '' && !SMALL.has(word))
  )
]

const isSame = (left: Words, right: Words): boolean =>
  left.length > 0 && left.length === right.length && left.every((word) => right.includes(word))

/**
 * Whether the distinctive words of the names are the same, or the shorter name has more than one distinctive word and
 * all of them are in the longer name.
 */
function isAlike(left: Words, right: Words): boolean {
  const [own, others] = [left, right].map((words) => words.filter((word) => !KINDS.has(word)))
  if (own === undefined || others === undefined || own.length === 0 || others.length === 0) return false
  const [short, long] = own.length <= others.length ? [own, others] : [others, own]
  return (short.length > 1 || long.length === 1) && short.every((word) => long.includes(word))
}
