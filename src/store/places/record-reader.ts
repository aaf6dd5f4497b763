import { type Geocoded, located } from '../../domain/geocoding/position.ts'
import type { RecordReader } from '../../domain/places/place-finder.ts'
import type { MappedRecord, SourceFacts, SourceRecord } from '../../domain/places/source-record.ts'
import type { Runner } from '../db/sql.ts'
import { correctionsOf } from '../writing/correction-reader.ts'
import { placeRecords } from './place-records.sql.ts'

export type RecordRow = SourceFacts & { readonly mapped: MappedRecord; readonly geocoded: Geocoded | null }

export const toRecord = ({ mapped, geocoded, ...facts }: RecordRow): SourceRecord => ({
  ...located(mapped, geocoded),
  ...facts
})

export const recordReader = (runner: Runner): RecordReader => ({
  recordsOf: async (placeId) => (await runner.query<RecordRow>(placeRecords(placeId))).rows.map(toRecord),
  correctionsOf: async (placeId) => (await correctionsOf(runner, [placeId])).get(placeId) ?? []
})
