import { placeNotFound } from '../errors.ts'
import { composePlace, isListed } from '../places/compose-place.ts'
import { type Correction, hasSourceChanged } from '../places/corrections.ts'
import type { CorrectionReader } from './correction-ports.ts'

export type StandingCorrection = Correction & {
  /** Whether the value of the sources has changed since the correction was made. */
  readonly source_changed: boolean
}

/** The active corrections of a place, including those of places merged into it. Throws `placeNotFound`. */
export async function listCorrections(
  reader: CorrectionReader,
  place: string
): Promise<readonly StandingCorrection[]> {
  if (!(await reader.exists(place))) throw placeNotFound(place)
  const standing = await reader.correctionsOf(place)
  if (standing.length === 0) return []
  const records = await reader.recordsOf(place)
  if (!isListed(records)) return standing.map((each) => ({ ...each, source_changed: true }))
  const composed = composePlace(records)
  return standing.map((each) => ({ ...each, source_changed: hasSourceChanged(each, composed) }))
}
