import { composePlace, isListed, type Provenance } from './compose-place.ts'
import { type Correction, withCorrections } from './corrections.ts'
import { getPlace } from './get-place.ts'
import type { PlaceFinder } from './place-finder.ts'
import type { SourceRecord } from './source-record.ts'

export type RecordReader = {
  recordsOf(placeId: string): Promise<readonly SourceRecord[]>
  correctionsOf(placeId: string): Promise<readonly Correction[]>
}

/** Which record each field comes from: found by composing the place again, so it cannot differ from the place. */
export async function getProvenance(
  places: PlaceFinder,
  records: RecordReader,
  id: string
): Promise<{ readonly provenance: Provenance } | { readonly survivor: string }> {
  const gotten = await getPlace(places, id)
  if ('survivor' in gotten) return gotten
  const described = await records.recordsOf(id)
  if (!isListed(described)) return { provenance: {} }
  return { provenance: withCorrections(composePlace(described), await records.correctionsOf(id)).provenance }
}
