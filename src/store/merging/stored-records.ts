import { type Geocoded, located } from '../../domain/geocoding/position.ts'
import type { ComparedContent, Listed } from '../../domain/matching/comparable.ts'
import type { ComparedRecord, StoredRecord } from '../../domain/matching/compared-record.ts'
import type { MappedRecord } from '../../domain/places/source-record.ts'
import type { Runner } from '../db/sql.ts'
import { matchCompared, matchRecords } from './match-compare.sql.ts'

export type ListedRow = {
  readonly row: number
  readonly listed_from: string | null
  readonly listed_until: string | null
}

type RecordRow = ListedRow & {
  readonly source: string
  readonly id: string
  readonly quotes: Readonly<Record<string, string>> | null
  readonly may_quote: boolean
  readonly priority: number
  readonly geocoded: Geocoded | null
}

/** Reads records with their complete content, for review. */
export async function storedRecords(
  runner: Runner,
  rows: readonly number[]
): Promise<readonly StoredRecord[]> {
  if (rows.length === 0) return []
  const { rows: found } = await runner.query<RecordRow & { mapped: MappedRecord }>(matchRecords(rows))
  return found.map((row) => {
    const { url, content } = located(row.mapped, row.geocoded)
    return { row: row.row, listed: listedOf(row), record: { ...quotedBy(row), url, content } }
  })
}

export async function comparedRecords(
  runner: Runner,
  rows: readonly number[]
): Promise<readonly ComparedRecord[]> {
  if (rows.length === 0) return []
  const { rows: found } = await runner.query<RecordRow & { content: ComparedContent }>(matchCompared(rows))
  return found.map((row) => {
    const { content } = located(row, row.geocoded)
    return { row: row.row, listed: listedOf(row), record: { ...quotedBy(row), content } }
  })
}

export const listedOf = ({ listed_from: from, listed_until: until }: ListedRow): Listed => ({ from, until })

const quotedBy = ({ source, id, quotes, may_quote, priority }: RecordRow) => ({
  ...{ source, id, may_quote, priority },
  ...(quotes !== null && { quotes })
})
