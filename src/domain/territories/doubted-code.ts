import type { Found, ReadClues } from './clues.ts'
import { communeName } from './commune-name.ts'
import type { Centres, CommuneIndex } from './communes.ts'
import { kilometresTo, mayBeIn, NEAR_KM } from './near-communes.ts'
import type { CommuneRow } from './territory.ts'

/**
 * The position decides for the commune of the code if its centre is within this distance, and this many times nearer
 * than the centre of the named commune.
 */
const CENTRE_KM = 8
const TIMES_NEARER = 2

/** Communes that contradict the code and its postcode: `found` is certain, and `elsewhere` only doubtful. */
type Rival = { readonly found: Found } | { readonly elsewhere: readonly CommuneRow[] }

/**
 * The communes that the name points to instead of the code, although the postcode fits both: Arras and Dainville have
 * 62000, so the postcode does not confirm the code of Dainville for Arras. Null if the code may be right.
 */
export function rivalOf(
  index: CommuneIndex,
  coded: CommuneRow,
  { name, position }: Pick<ReadClues, 'name' | 'position'>,
  named: Found | null,
  centres: Centres
): Rival | null {
  if (named !== null && named.commune.commune !== coded.commune) {
    const official = index.byCode.get(named.commune.commune)?.name ?? ''
    const isWhole = named.by === 'name-and-postcode' && communeName(official) === name
    if (isWhole && !isClearlyIn(centres, coded, named.commune, position)) return { found: named }
  }
  if (position === null || name === null || mayBeIn(index, centres, coded, position)) return null
  const elsewhere = (index.named.byName.get(name) ?? []).filter(({ commune }) => {
    const away = kilometresTo(centres, commune, position)
    return away !== null && away <= NEAR_KM
  })
  return elsewhere.length === 0 ? null : { elsewhere }
}

function isClearlyIn(
  centres: Centres,
  coded: CommuneRow,
  named: CommuneRow,
  position: ReadClues['position']
): boolean {
  if (position === null) return false
  const [away, other] = [coded, named].map(({ commune }) => kilometresTo(centres, commune, position))
  return away != null && other != null && away <= CENTRE_KM && TIMES_NEARER * away <= other
}
