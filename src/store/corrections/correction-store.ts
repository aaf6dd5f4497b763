import type {
  CorrectionReader,
  CorrectionWriter,
  DescribedPlace
} from '../../domain/corrections/correction-ports.ts'
import type { Publishing } from '../../domain/publishing/publishing.ts'
import type { Act } from '../db/acting.ts'
import type { Database } from '../db/database.ts'
import { readMatcher } from '../erasure/hold-reader.ts'
import { type RecordRow, recordReader, toRecord } from '../places/record-reader.ts'
import { placeWriter, type Writing } from '../writing/place-writer.ts'
import { publishing, publishingIn } from '../writing/publishing.ts'
import {
  correctionBefore,
  correctionEnd,
  correctionKeep,
  correctionsDiscard,
  placeDescribed,
  placeExists
} from './corrections.sql.ts'

export const correctionReader = ({ batch }: Pick<Database, 'batch'>): CorrectionReader => ({
  ...recordReader(batch),
  exists: async (place) => (await batch.query(placeExists(place))).rowCount === 1
})

export const correctionPublishing = (database: Pick<Database, 'batch'>): Publishing<CorrectionWriter> =>
  publishing(database, correctionWriter)

/** Corrections as a part of an act, which is committed with it. */
export const correctionPublishingIn = (act: Pick<Act, 'client'>): Publishing<CorrectionWriter> =>
  publishingIn(act, correctionWriter)

type Row = Omit<DescribedPlace, 'records'> & { readonly records: readonly RecordRow[] }

export function correctionWriter(writing: Writing): CorrectionWriter {
  const { runner, by } = writing
  return {
    ...placeWriter(writing),
    erased: () => readMatcher(runner),
    described: async (place) => {
      const [row] = (await runner.query<Row>(placeDescribed(place))).rows
      return row === undefined ? null : { ...row, records: row.records.map(toRecord) }
    },
    keepCorrection: async (correction) => {
      const [row] = (await runner.query<{ id: number }>(correctionKeep(correction, by))).rows
      return row?.id ?? 0
    },
    endCorrection: async (id, ender, why) => {
      const [row] = (await runner.query<{ place_id: string }>(correctionEnd(id, ender, why))).rows
      return row?.place_id ?? null
    },
    restoreBefore: async (id) => {
      await runner.query(correctionBefore(id))
    },
    discard: async (ids, why) => {
      if (ids.length > 0) await runner.query(correctionsDiscard(ids, why))
    }
  }
}
