import type { Comparable } from './comparable.ts'
import { SHARED_HOSTS, SHARED_MAIL } from './lexicon.ts'
import { rarityOf } from './rarity.ts'

/**
 * What a record is looked up by: two records are worth comparing when they have a key in common, or lie within
 * `NEAR` of each other. Each key names few records, or the pairs would be all there are.
 */
export function keysOf(record: Comparable): readonly string[] {
  const { siret, phone, emails, sites, commune, kinds, name, street } = record
  const keys = [
    ...(siret === null ? [] : [`siret ${siret}`]),
    ...(phone === null ? [] : [`phone ${phone}`]),
    ...emails.filter((email) => !SHARED_MAIL.has(email)).map((email) => `email ${email}`),
    ...sites.filter((site) => !SHARED_HOSTS.has(site)).map((site) => `site ${site}`)
  ]
  if (commune === null) return keys
  const words = [...name.own, ...(street?.words ?? [])].filter((word) => rarityOf(word) > TELLING)
  return [
    ...keys,
    ...[...new Set(words)].map((word) => `word ${commune} ${word}`),
    ...(isSmall(record) ? kinds.map((kind) => `kind ${commune} ${kind}`) : [])
  ]
}

/** Metres. Directories place one place 34 to 58 m apart in the middle, and one pair in a hundred further than this. */
export const NEAR = 500

/** Commoner words ("centre", "jean") would bring half a town. */
const TELLING = 0.45

/** In a larger commune its kind alone says too little, unless nothing tells where in it the record lies. */
const isSmall = ({ population, position }: Comparable): boolean =>
  position === null || (population ?? 0) <= 20_000
