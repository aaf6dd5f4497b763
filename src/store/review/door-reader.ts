import type { DecidedPair } from '../../domain/matching/pairs.ts'
import type { Publishing } from '../../domain/publishing/publishing.ts'
import type { ReviewReader, ReviewWriter } from '../../domain/review/review-ports.ts'
import type { DoorReader, HomeOf, SameDoor } from '../../domain/review/same-door.ts'
import type { Database } from '../db/database.ts'
import type { Runner } from '../db/sql.ts'
import { matchDecisionsOf } from '../merging/match-compare.sql.ts'
import { storedRecords } from '../merging/stored-records.ts'
import { publishing } from '../writing/publishing.ts'
import { doorsFind, doorsHousemates } from './doors.sql.ts'
import { reviewWriter } from './review-store.ts'

export const doorReader = ({
  batch
}: Pick<Database, 'batch'>): DoorReader & Pick<ReviewReader, 'records'> => ({
  ...doorsOf(batch),
  records: (rows) => storedRecords(batch, rows),
  decisionsOf: async (rows) => (await batch.query<DecidedPair>(matchDecisionsOf(rows))).rows
})

export const doorPublishing = (database: Pick<Database, 'batch'>): Publishing<ReviewWriter & DoorReader> =>
  publishing(database, async (writing) => ({ ...(await reviewWriter(writing)), ...doorsOf(writing.runner) }))

const doorsOf = (runner: Runner): Pick<DoorReader, 'doors' | 'housemates'> => ({
  doors: async (numbered) => (await runner.query<SameDoor>(doorsFind(numbered))).rows,
  housemates: async (rows) => (await runner.query<HomeOf>(doorsHousemates(rows))).rows
})
