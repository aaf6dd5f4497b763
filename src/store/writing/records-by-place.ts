import { type Geocoded, located } from '../../domain/geocoding/position.ts'
import type { MappedRecord, SourceFacts, SourceRecord } from '../../domain/places/source-record.ts'
import type { Runner } from '../db/sql.ts'
import { recordsOfPlaces } from './records-of-places.sql.ts'

type StoredRecord = SourceFacts & {
  readonly place_id: string
  readonly mapped: MappedRecord
  /** The position found by geocoding, if the record has none of its own. */
  readonly geocoded: Geocoded | null
}

/** The current records of these places and of the places merged into them. */
export async function recordsByPlace(
  runner: Runner,
  placeIds: readonly string[]
): Promise<ReadonlyMap<string, readonly SourceRecord[]>> {
  if (placeIds.length === 0) return new Map()
  return byPlace((await runner.query<StoredRecord>(recordsOfPlaces(placeIds))).rows)
}

function byPlace(rows: readonly StoredRecord[]): ReadonlyMap<string, readonly SourceRecord[]> {
  const records = new Map<string, SourceRecord[]>()
  for (const { place_id, mapped, geocoded, ...facts } of rows) {
    const record = { ...located(mapped, geocoded), ...facts }
    const others = records.get(place_id)
    if (others) others.push(record)
    else records.set(place_id, [record])
  }
  return records
}
