import type { Comparable } from './comparable.ts'
import { SHARED_HOSTS, SHARED_MAIL } from './lexicon.ts'
import { rarityOf } from './rarity.ts'

/**
 * What a record is looked up by, each once: two records are worth comparing when they have a key in common that at most
 * `CROWD` records have. That is asked of the key and not of the record, so which pairs are compared depends on the
 * records alone, and not on which of them came first.
 */
export const keysOf = (record: Comparable): readonly string[] => [
  ...new Set([...identifiersOf(record), ...keysInTown(record), ...keysNearby(record)])
]

/**
 * A key that more records have tells none of them from the others: the phone of a network, a street of many doors, the
 * libraries of Paris. Of the true pairs of both registers a hundred would keep no more, and ten one in a thousand less.
 */
export const CROWD = 20

const identifiersOf = ({ ids, siret, rna, phone, emails, sites }: Comparable): readonly string[] => [
  ...ids.map((id) => `id ${id}`),
  ...(siret === null ? [] : [`siret ${siret}`]),
  ...(rna === null ? [] : [`rna ${rna}`]),
  ...(phone === null ? [] : [`phone ${phone}`]),
  ...emails.filter((email) => !SHARED_MAIL.has(email)).map((email) => `email ${email}`),
  ...sites.filter((site) => !SHARED_HOSTS.has(site)).map((site) => `site ${site}`)
]

/** Commoner words ("centre", "jean") would bring half a town. */
const TELLING = 0.45

const tellingWords = ({ name, street, quarter }: Comparable): readonly string[] =>
  [...name.own, ...(quarter?.split(' ') ?? []), ...(street?.words ?? [])].filter(
    (word) => rarityOf(word) > TELLING
  )

function keysInTown(record: Comparable): readonly string[] {
  const { commune, kinds, name, quarter } = record
  if (commune === null) return []
  return [
    ...tellingWords(record).map((word) => `word ${commune} ${word}`),
    ...(isSmall(record) ? kinds.map((kind) => `kind ${commune} ${kind}`) : []),
    ...(quarter === null ? [] : kinds.map((kind) => `kind ${commune} ${quarter} ${kind}`)),
    // Whose words are all common ones ("bibliothèque centrale"), and that moved.
    ...(name.all.length === 0 ? [] : [`name ${commune} ${name.all.toSorted().join(' ')}`])
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
function keysNearby(record: Comparable): readonly string[] {
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
  return told.flatMap((each) => squares.map((square) => `near ${square} ${each}`))
}
