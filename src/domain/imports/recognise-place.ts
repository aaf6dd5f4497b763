import type { Code } from '../places/place.ts'
import type { MappedRecord } from '../places/source-record.ts'
import { normaliseLabel } from '../vocabularies/read-label.ts'

/** A place that a record may be of. */
export type Candidate = {
  readonly place_id: string
  readonly name: string
  readonly types: readonly Code[]
  readonly siret: string | null
  readonly street: string | null
  readonly city: string | null
  readonly sheet: string | null
  /** Between the two positions; null where one of them has none. */
  readonly distance_m: number | null
}

/** Why a record is of a place, the surest reason first; then why it is of none. */
export const RECOGNISED = ['sheet', 'siret', 'name', 'name-and-activity', 'activity'] as const
export const NOT_RECOGNISED = ['says-nothing', 'none-near', 'none-alike', 'ambiguous'] as const
export type Reason = (typeof RECOGNISED)[number] | (typeof NOT_RECOGNISED)[number]

export type Recognition = { readonly place_id: string | null; readonly by: Reason }

/** How far apart two directories put one door. A SIRET is of one establishment; some write their head office's. */
const METRES = { siret: 500, name: 200, nameAndActivity: 100, activity: 60 } as const

/** Candidates farther away than that are never asked for. */
export const FARTHEST_M = Math.max(...Object.values(METRES))

/**
 * The place that a record describes, by the first reason that speaks for any. Strict, because a wrong answer sends
 * somebody in a wheelchair to a step: where a reason speaks for two places, the record is of neither.
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

type Speaks = (record: MappedRecord, candidate: Candidate) => boolean

const REASONS: Readonly<Record<(typeof RECOGNISED)[number], Speaks>> = {
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
  // "Bibliothèque médiathèque" is no name: the only library at that door is meant. An activity that may be of many
  // kinds, as of any public office, says too little for that.
  activity: (record, candidate) =>
    isOfNetwork(record, candidate) ||
    (record.content.types.length <= MOST_KINDS &&
      isWithin(candidate.distance_m, METRES.activity) &&
      isCompatible(record, candidate) &&
      namesOf(record, candidate)[0].every((word) => KINDS.has(word)))
}

/** Of the network, whatever office it is in: two of them do not share a door. */
const NETWORK = /\bfrance services?\b/

const isWithin = (distance: number | null, metres: number): boolean => distance !== null && distance <= metres

const isCompatible: Speaks = ({ content }, { types }) => content.types.some((type) => types.includes(type))

const isOfNetwork: Speaks = ({ content }, { types, distance_m }) =>
  types.includes('RFS') && isWithin(distance_m, METRES.activity) && NETWORK.test(normaliseLabel(content.name))

const isSameStreet: Speaks = ({ content }, { street }) =>
  street !== null &&
  content.address.street !== null &&
  /\d/.test(street) &&
  normaliseLabel(street) === normaliseLabel(content.address.street)

type Words = readonly string[]

/** Words that every name has, and say nothing of whose it is. */
const SMALL = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l', 'et', 'a', 'au', 'aux', 'en', 'sur'])

/** Words that tell the kind of a place and not which one. */
const KINDS = new Set(
  (
    'agence annexe association bibliotheque bureau centre communal communale culturel espace france hotel locale ' +
    'mairie maison mediatheque mission municipal municipale numerique point poste public publique service services ' +
    'social ville'
  ).split(' ')
)

/** Of both names, without small words and without the town, which one of two directories leaves out. */
function namesOf({ content }: MappedRecord, { name, city }: Candidate): readonly [Words, Words] {
  const town = new Set([content.address.city, city].flatMap((each) => wordsOf(each ?? '')))
  const telling = (text: string): Words => {
    const words = wordsOf(text)
    const without = words.filter((word) => !town.has(word))
    return without.length === 0 ? words : without
  }
  return [telling(content.name), telling(name)]
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

/** What tells them from others is the same; or all of the shorter, if more than one word, stands in the longer. */
function isAlike(left: Words, right: Words): boolean {
  const [telling, others] = [left, right].map((words) => words.filter((word) => !KINDS.has(word)))
  if (telling === undefined || others === undefined || telling.length === 0 || others.length === 0)
    return false
  const [short, long] = telling.length <= others.length ? [telling, others] : [others, telling]
  return (short.length > 1 || long.length === 1) && short.every((word) => long.includes(word))
}
