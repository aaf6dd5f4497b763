import type { PoolClient } from 'pg'
import type { RunSummary } from '../../domain/imports/import-ports.ts'
import type { SourceDefinition } from '../../domain/places/source-record.ts'
import type { Database } from '../db/database.ts'
import { writersLock } from '../db/locks.sql.ts'
import type { Runner } from '../db/sql.ts'
import { inTransaction } from '../db/transaction.ts'
import { MANY_PLACES, withoutIndexes } from '../db/without-indexes.ts'
import { sourceDeclaresAll } from '../writing/offering.sql.ts'
import { runFinish, runStart } from '../writing/run-write.sql.ts'
import { sourceRegister } from '../writing/source-register.sql.ts'
import {
  placeAny,
  sampleKeep,
  samplePublish,
  sampleStageEmpty,
  sampleStageFill,
  sampleStageOpen,
  sampleVacuum
} from './sample.sql.ts'
import type { StagedSample } from './staged-sample.ts'

type SampleRun = {
  readonly id: string
  readonly source: SourceDefinition
  /** Services that the source may declare for any of its places. */
  readonly declares: readonly string[]
  readonly origin: string
  /** Number of places generated; only places that are not stored yet are written. */
  readonly count: number
}

export type SampleWriter = {
  /** Replaces the staged batch by these places. */
  readonly client: PoolClient
  /** Stores the staged batch. The next batch may be prepared in the meantime. */
  stage(rows: readonly StagedSample[]): Promise<void>
  /** Stores the staged batch. The next batch may be prepared meanwhile. */
  keep(): Promise<void>
}

export const hasHeldPlaces = async (runner: Runner): Promise<boolean> =>
  (await runner.query<{ any: boolean }>(placeAny())).rows[0]?.any === true

/** Writes generated places in one transaction, and returns how many of them are new. */
export async function writeSampleRun(
  { kind, batch }: Pick<Database, 'kind' | 'batch'>,
  { id, source, declares, origin, count }: SampleRun,
  write: (writer: SampleWriter) => Promise<void>
): Promise<number> {
  const written = await inTransaction(batch, async (client) => {
    await client.query(writersLock())
    await client.query(sourceRegister(source))
    await client.query(sourceDeclaresAll(source.source, declares))
    await client.query(runStart(id, source.source, origin))
    for (const statement of sampleStageOpen()) await client.query(statement)
    const work = () => write(sampleWriter(client, source.source, id))
    await (kind === 'server' && count >= MANY_PLACES ? withoutIndexes(client, work) : work())
    const { rowCount } = await client.query(samplePublish())
    await client.query(runFinish(id, 'done', summaryOf(count, rowCount ?? 0), null))
    return rowCount ?? 0
  })
  if (written > 0) await batch.query(sampleVacuum())
  return written
}

const sampleWriter = (client: PoolClient, source: string, run: string): SampleWriter => ({
  client,
  stage: async (rows) => {
    await client.query(sampleStageEmpty())
    await client.query(sampleStageFill(rows))
  },
  keep: async () => {
    await client.query(sampleKeep(source, run))
  }
})

const summaryOf = (read: number, created: number): RunSummary => ({
  counts: { read, created, updated: 0, unchanged: read - created, withdrawn: 0, rejected: 0 },
  positions: null,
  placed: null,
  file_hash: null,
  unmapped: [],
  fetched: null,
  not_modified: false,
  partial: false
})
