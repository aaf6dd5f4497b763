import { type Geocoded, located } from '../domain/geocoding/position.ts'
import type { RecordReader } from '../domain/get-provenance.ts'
import type { MappedRecord, SourceFacts } from '../domain/source-record.ts'
import { correctionsOf } from './correction-reader.ts'
import { placeRecords } from './queries/place-records.sql.ts'
import type { Runner } from './sql.ts'

type Row = SourceFacts & { readonly mapped: MappedRecord; readonly geocoded: Geocoded | null }

export const recordReader = (runner: Runner): RecordReader => ({
  recordsOf: async (placeId) => {
    const { rows } = await runner.query<Row>(placeRecords(placeId))
    return rows.map(({ mapped, geocoded, ...facts }) => ({ ...located(mapped, geocoded), ...facts }))
  },
  correctionsOf: async (placeId) => (await correctionsOf(runner, [placeId])).get(placeId) ?? []
})
