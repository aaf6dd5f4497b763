import type { RowPair } from '../../domain/matching/pairs.ts'
import type { MergedSources, ReportReader } from '../../domain/review/match-report.ts'
import type { Database } from '../db/database.ts'
import { comparedRecords } from '../merging/stored-records.ts'
import { doorReader } from './door-reader.ts'
import { reportApart, reportMerged } from './report.sql.ts'

export const reportReader = (database: Pick<Database, 'batch'>): ReportReader => ({
  ...doorReader(database),
  records: (rows) => comparedRecords(database.batch, rows),
  merged: async () => (await database.batch.query<MergedSources>(reportMerged())).rows,
  apart: async () => (await database.batch.query<RowPair>(reportApart())).rows
})
