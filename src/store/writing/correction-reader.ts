import type { Correction } from '../../domain/places/corrections.ts'
import type { Runner } from '../db/sql.ts'
import { correctedPlaces, correctionsOfPlaces } from './corrected.sql.ts'

type Row = Omit<Correction, 'value' | 'replaced' | 'made_at'> & {
  readonly place_id: string
  /** The corrected value as JSON text. */
  readonly value: string
  readonly replaced: string
  readonly made_at: Date
}

type ByPlace = ReadonlyMap<string, readonly Correction[]>

/** The corrections in force for each place; places without corrections are not in the map. */
export async function correctionsOf(runner: Runner, placeIds: readonly string[]): Promise<ByPlace> {
  if (placeIds.length === 0) return new Map()
  const { rows } = await runner.query<Row>(correctionsOfPlaces(placeIds))
  const corrections = new Map<string, Correction[]>()
  for (const { place_id, value, replaced, made_at, ...row } of rows) {
    const correction = {
      ...row,
      value: JSON.parse(value),
      replaced: JSON.parse(replaced),
      made_at: made_at.toISOString()
    }
    const others = corrections.get(place_id)
    if (others) others.push(correction)
    else corrections.set(place_id, [correction])
  }
  return corrections
}

/** The corrections to apply to the places that a transaction writes. */
export type StandingCorrections = {
  readonly of: (placeIds: readonly string[]) => Promise<ByPlace>
  /**
   * Must be called when a place is merged into a survivor, because its corrections then apply to the survivor too.
   */
  readonly inherit: (survivor: string, place: string) => Promise<void>
}

/** Reads the corrections for each set of places that is written, which suits transactions that write few places. */
export const correctionsAsked = (runner: Runner): StandingCorrections => ({
  of: (placeIds) => correctionsOf(runner, placeIds),
  inherit: async () => {}
})

/**
 * Reads only once which places have corrections, so that pages of places without corrections need no statement.
 * Because of the writers' lock, no other transaction can add corrections in the meantime.
 */
export function correctionsKnown(runner: Runner): StandingCorrections {
  let reading: Promise<Set<string>> | undefined
  const known = () => {
    reading ??= placesCorrected(runner)
    return reading
  }
  return {
    of: async (placeIds) => {
      const corrected = await known()
      return correctionsOf(
        runner,
        placeIds.filter((id) => corrected.has(id))
      )
    },
    inherit: async (survivor, place) => {
      const corrected = await known()
      if (corrected.has(place)) corrected.add(survivor)
    }
  }
}

async function placesCorrected(runner: Runner): Promise<Set<string>> {
  const { rows } = await runner.query<{ place_id: string }>(correctedPlaces())
  return new Set(rows.map(({ place_id }) => place_id))
}
