import type { Comparable } from './comparable.ts'
import { mayBeOfOneKind } from './families.ts'
import { SHARED_HOSTS, SHARED_MAIL } from './matching-lexicon.ts'
import { rarityOf } from './rarity.ts'

/** What two records have in common by a key. */
export const KEY_SORTS = ['telling', 'near', 'word', 'contact'] as const
export type KeySort = (typeof KEY_SORTS)[number]

/** How many records a key of each sort may have. */
export type Crowds = Readonly<Record<KeySort, number>>

export type Key = { readonly sort: KeySort; readonly text: string }

/**
 * What a record is looked up by, each once. Which pairs are compared is asked of their keys and their kinds alone, and so
 * does not depend on which of them came first.
 */
export function keysOf(record: Comparable): readonly Key[] {
  const keys = [...identifiersOf(record), ...keysInTown(record), ...keysNearby(record)]
  return [...new Map(keys.map((key) => [key.text, key])).values()]
}

/**
 * A key that more records have tells none of them from the others: the phone of a network, a street of many doors, the
 * libraries of Paris. Of the true pairs of both registers a hundred would keep no more, and ten one in a thousand less.
 * Of what is only near and of one kind, ten: among 70 000 records of sixteen lists, no pair that was found by a fuller
 * square alone was one place, or was even asked about.
 */
export const CROWDS: Crowds = { telling: 20, near: 10, word: 20, contact: 20 }

/**
 * Whether two records are worth comparing, by the sorts of the keys that they share and that are not crowded. One is
 * enough; but of two kinds that are no kin, only what is telling, or of two sorts: a street, a word, a phone of several
 * services. Of 7 300 such pairs in those lists none was one place, and 20 were asked about.
 */
export const isWorthComparing = (
  shared: ReadonlySet<KeySort>,
  left: Comparable,
  right: Comparable
): boolean => shared.has('telling') || shared.size > 1 || (shared.size === 1 && mayBeOfOneKind(left, right))

const telling = (text: string): Key => ({ sort: 'telling', text })
const near = (text: string): Key => ({ sort: 'near', text })
const word = (text: string): Key => ({ sort: 'word', text })
const contact = (text: string): Key => ({ sort: 'contact', text })

const identifiersOf = ({ ids, siret, rna, phone, emails, sites }: Comparable): readonly Key[] => [
  ...ids.map((id) => telling(`id ${id}`)),
  ...(siret === null ? [] : [telling(`siret ${siret}`)]),
  ...(rna === null ? [] : [telling(`rna ${rna}`)]),
  ...(phone === null ? [] : [contact(`phone ${phone}`)]),
  ...emails.filter((email) => !SHARED_MAIL.has(email)).map((email) => contact(`email ${email}`)),
  ...sites.filter((site) => !SHARED_HOSTS.has(site)).map((site) => contact(`site ${site}`))
]

/** Commoner words ("centre", "jean") would bring half a town. */
const TELLING = 0.45

const tellingWords = ({ name, street, quarter }: Comparable): readonly string[] =>
  [...name.own, ...(quarter?.split(' ') ?? []), ...(street?.words ?? [])].filter(
    (word) => rarityOf(word) > TELLING
  )

function keysInTown(record: Comparable): readonly Key[] {
  const { commune, kinds, name, quarter } = record
  if (commune === null) return []
  return [
    ...tellingWords(record).map((each) => word(`word ${commune} ${each}`)),
    ...(isSmall(record) ? kinds.map((kind) => telling(`kind ${commune} ${kind}`)) : []),
    ...(quarter === null ? [] : kinds.map((kind) => telling(`kind ${commune} ${quarter} ${kind}`))),
    // Whose words are all common ones ("bibliothèque centrale"), and that moved.
    ...(name.all.length === 0 ? [] : [telling(`name ${commune} ${name.all.toSorted().join(' ')}`)])
  ]
}

/** In a larger commune its kind alone says too little, unless nothing tells where in it the record lies. */
const isSmall = ({ population, position }: Comparable): boolean =>
  position === null || (population ?? 0) <= 20_000

/** Degrees: 555 m of latitude; of longitude 525 m at Dunkirk, and more anywhere south of it. */
const [NORTH, EAST] = [0.005, 0.0075]

/**
 * What is near is found by keys too: the squares of twice that width that a record lies in, four of them, overlap by
 * half, so two records within 500 m of each other have one in common. Two that are near and alike in nothing are never
 * one place; without a commune there is no other way to find a word in common.
 */
function keysNearby(record: Comparable): readonly Key[] {
  const { position, kinds, commune } = record
  if (position === null) return []
  const [north, east] = [Math.floor(position.lat / NORTH), Math.floor(position.lon / EAST)]
  const squares = [
    `${north} ${east}`,
    `${north - 1} ${east}`,
    `${north} ${east - 1}`,
    `${north - 1} ${east - 1}`
  ]
  const told = commune === null ? [...kinds, ...tellingWords(record)] : kinds
  return told.flatMap((each) => squares.map((square) => near(`near ${square} ${each}`)))
}
