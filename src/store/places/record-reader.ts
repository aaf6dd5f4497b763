import { type Geocoded, located } from '../../domain/geocoding/position.ts'
import type { RecordReader } from '../../domain/places/place-finder.ts'
import type { MappedRecord, SourceFacts } from '../../domain/places/source-record.ts'
import type { Runner } from '../db/sql.ts'
import { correctionsOf } from '../writing/correction-reader.ts'
import { placeRecords } from './place-records.sql.ts'

type Row = SourceFacts & { readonly mapped: MappedRecord; readonly geocoded: Geocoded | null }

export const recordReader = (runner: Runner): RecordReader => ({
  recordsOf: async (placeId) => {
    const { rows } = await runner.query<Row>(placeRecords(placeId))
    return rows.map(({ mapped, geocoded, ...facts }) => ({ ...located(mapped, geocoded), ...facts }))
  },
  correctionsOf: async (placeId) => (await correctionsOf(runner, [placeId])).get(placeId) ?? []
})
