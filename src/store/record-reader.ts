import type { RecordReader } from '../domain/get-provenance.ts'
import type { MappedRecord, SourceFacts } from '../domain/source-record.ts'
import { correctionsOf } from './correction-reader.ts'
import { placeRecords } from './queries/place-records.sql.ts'
import type { Runner } from './sql.ts'

type Row = SourceFacts & { readonly mapped: MappedRecord }

export const recordReader = (runner: Runner): RecordReader => ({
  recordsOf: async (placeId) => {
    const { rows } = await runner.query<Row>(placeRecords(placeId))
    return rows.map(({ mapped, ...facts }) => ({ ...mapped, ...facts }))
  },
  correctionsOf: async (placeId) => (await correctionsOf(runner, [placeId])).get(placeId) ?? []
})
