import type { Comparable } from './comparable.ts'
import { mayBeOfOneKind } from './families.ts'
import { SHARED_HOSTS, SHARED_MAIL } from './matching-lexicon.ts'
import { rarityOf } from './rarity.ts'

/** The kinds of keys that two records can share. */
export const KEY_SORTS = ['telling', 'near', 'word', 'contact'] as const
export type KeySort = (typeof KEY_SORTS)[number]

/** For each kind of key, the maximum number of records of one directory that may share a key. */
export type Crowds = Readonly<Record<KeySort, number>>

export type Key = { readonly sort: KeySort; readonly text: string }

/**
 * The lookup keys of a record, without duplicates. Only keys and kinds decide which pairs are compared, so
 * the result does not depend on which record came first.
 */
export function keysOf(record: Comparable): readonly Key[] {
  const keys = [...identifiersOf(record), ...keysInTown(record), ...keysNearby(record)]
  return [...new Map(keys.map((key) => [key.text, key])).values()]
}

/**
 * If more records of one directory than this share a key, the key distinguishes none of them: the phone of a network,
 * a street with many doors, the libraries of Paris. Records are counted by directory, because the same twenty places
 * in six directories are not too many for a key, and because otherwise a third directory could hide two records from
 * each other. Measured on the 58 000 records of twenty lists: pairs found only with 20 instead of 12 were never the
 * same place, and with 8 instead of 12, 201 pairs that are the same place would be lost.
 */
export const CROWDS: Crowds = { telling: 12, near: 8, word: 12, contact: 12 }

/**
 * Whether two records are worth comparing. `shared` has the kinds of keys that they share, without the keys that
 * exceed the limits in `CROWDS`. If the places are of related kinds, one kind of key is enough. Otherwise it must be
 * `telling`, or there must be two kinds: a street, a word, or a phone number shared by several services is not enough
 * alone. Of 7 300 pairs that share only one such key in the sixteen lists, none was the same place, and 20 were left
 * for review.
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

/**
 * Minimum rarity of a word used as a key: more common words ("centre", "jean") would bring in half a town.
 */
const DISTINCTIVE = 0.45

const distinctiveWords = ({ name, street, quarter }: Comparable): readonly string[] =>
  [...name.own, ...(quarter?.split(' ') ?? []), ...(street?.words ?? [])].filter(
    (word) => rarityOf(word) > DISTINCTIVE
  )

function keysInTown(record: Comparable): readonly Key[] {
  const { commune, communes, kinds, name, quarter } = record
  const words = distinctiveWords(record)
  const named = name.all.toSorted().join(' ')
  return [
    ...communes.flatMap((town) => [
      ...words.map((each) => word(`word ${town} ${each}`)),
      // This key finds records that moved and whose words are all common ("bibliothèque centrale").
      ...(named === '' ? [] : [telling(`name ${town} ${named}`)])
    ]),
    ...(commune !== null && isSmall(record) ? kinds.map((kind) => telling(`kind ${commune} ${kind}`)) : []),
    ...(quarter === null ? [] : kinds.map((kind) => telling(`kind ${commune} ${quarter} ${kind}`)))
  ]
}

/**
 * Whether the kind alone is used as a key in a commune. In larger communes it is not distinctive, so it is used only
 * for records without a position.
 */
const isSmall = ({ population, position }: Comparable): boolean =>
  position === null || (population ?? 0) <= 20_000

/** Degrees: 555 m of latitude, and at least 525 m of longitude (at Dunkirk; more anywhere south of it). */
const [NORTH, EAST] = [0.005, 0.0075]

/**
 * The keys that find nearby records of a common kind. Each record lies in four overlapping squares of twice this
 * width, so two records within 500 m share a square. A square alone is no key, because two nearby records that share
 * nothing else are never the same place. For a record without a commune, its distinctive words are also combined with
 * the squares, because there is no other way to find a common word.
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
  const words = commune === null ? [...kinds, ...distinctiveWords(record)] : kinds
  return words.flatMap((each) => squares.map((square) => near(`near ${square} ${each}`)))
}
