import { isTwin, wereListedTogether } from '../matching/comparable.ts'
import { type ComparedRecord, ready } from '../matching/compared-record.ts'
import type { DecidedPair, RowPair } from '../matching/pairs.ts'
import type { Towns } from '../matching/towns.ts'
import { pairsAmong } from './pairs-among.ts'

/** Records of several places with the same name, street and commune. */
export type SameDoor = { readonly rows: readonly number[] }

/** A record with the place to which it currently belongs. */
export type HomeOf = { readonly row: number; readonly place: string }

export type DoorReader = {
  /**
   * Present records that have the same name, street and commune as a record of another place. Capitals, accents and
   * punctuation make no difference. Streets without a number count only if `numbered` is false.
   */
  doors(numbered: boolean): Promise<readonly SameDoor[]>
  /** All present records of the places to which these records belong. */
  housemates(rows: readonly number[]): Promise<readonly HomeOf[]>
  records(rows: readonly number[]): Promise<readonly ComparedRecord[]>
  decisionsOf(rows: readonly number[]): Promise<readonly DecidedPair[]>
}

/**
 * The reasons that keep places apart. `listed_together`: one directory lists them as two places. `decided`: a person
 * has decided about them.
 */
export const HELD_BY = ['listed_together', 'decided'] as const
export type HeldBy = (typeof HELD_BY)[number]

/** One record of each place at an address, and the reason why the places must not be merged, if there is one. */
type DoorQuestion = { readonly rows: readonly number[]; readonly held: HeldBy | null }

/** Combines addresses that have a place in common into one. */
function joinDoors(doors: readonly SameDoor[], places: ReadonlyMap<number, string>): readonly SameDoor[] {
  const home = new Map<string, Set<number>>()
  for (const { rows } of doors) {
    const at = [...new Set(rows.flatMap((row) => places.get(row) ?? []))]
    const joined = new Set([...at.flatMap((place) => [...(home.get(place) ?? [])]), ...rows])
    const all = new Set([...joined].flatMap((row) => places.get(row) ?? []))
    for (const place of all) home.set(place, joined)
  }
  return [...new Set(home.values())].map((rows) => ({ rows: [...rows] }))
}

/**
 * Decides whether the places at each address may be merged. This depends on all records of the places, not only on
 * the records at the address, because merging the places joins all of them. If any two records forbid it, all places
 * at the address are left to people, because it is not known which of them belong together.
 */
export async function judgeDoors(
  reader: DoorReader,
  doors: readonly SameDoor[],
  towns: Towns
): Promise<readonly DoorQuestion[]> {
  const homes = await reader.housemates(doors.flatMap(({ rows }) => rows))
  const placeOf = new Map(homes.map(({ row, place }) => [row, place]))
  const all = homes.map(({ row }) => row)
  const rowsAt = rowsByPlace(all, placeOf)
  const [records, decisions] = [await reader.records(all), await reader.decisionsOf(all)]
  const comparable = new Map(records.map((record) => [record.row, ready(record, towns)]))
  const decided = new Set(decisions.map(({ one, other }) => `${one} ${other}`))
  const heldBy = ({ one, other }: RowPair): HeldBy | null => {
    if (decided.has(`${one} ${other}`)) return 'decided'
    const [left, right] = [comparable.get(one), comparable.get(other)]
    if (!left || !right) return 'decided'
    return wereListedTogether(left, right) && !isTwin(left, right) ? 'listed_together' : null
  }
  return joinDoors(doors, placeOf).flatMap(({ rows }): readonly DoorQuestion[] => {
    const at = rowsByPlace(rows, placeOf)
    if (at.size < 2) return []
    const members = [...at.keys()].flatMap((place) => rowsAt.get(place) ?? [])
    const across = pairsAmong(members).filter(({ one, other }) => placeOf.get(one) !== placeOf.get(other))
    const reasons = new Set(across.map(heldBy))
    const held = HELD_BY.find((reason) => reasons.has(reason)) ?? null
    return [{ rows: [...at.values()].map((each) => Math.min(...each)), held }]
  })
}

function rowsByPlace(
  rows: readonly number[],
  placeOf: ReadonlyMap<number, string>
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  for (const row of rows) {
    const place = placeOf.get(row)
    if (place !== undefined) found.set(place, [...(found.get(place) ?? []), row])
  }
  return found
}
