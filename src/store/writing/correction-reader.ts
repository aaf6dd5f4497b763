import type { Correction } from '../../domain/places/corrections.ts'
import type { Runner } from '../db/sql.ts'
import { correctionsOfPlaces } from './corrected.sql.ts'

type Row = Omit<Correction, 'value' | 'replaced' | 'made_at'> & {
  readonly place_id: string
  /** JSON text. */
  readonly value: string
  readonly replaced: string
  readonly made_at: Date
}

/** What stands corrected of each place; places without corrections are not in it. */
export async function correctionsOf(
  runner: Runner,
  placeIds: readonly string[]
): Promise<ReadonlyMap<string, readonly Correction[]>> {
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
