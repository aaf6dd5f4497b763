import { setImmediate as immediate } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { v7 as uuid } from 'uuid'
import { codesOf } from '../domain/vocabularies/vocabularies.ts'
import type { Database } from '../store/db/database.ts'
import { importCommitLock } from '../store/db/locks.sql.ts'
import { inTransaction } from '../store/db/transaction.ts'
import { MANY_PLACES, withoutIndexes } from '../store/db/without-indexes.ts'
import { schedulesOf } from '../store/hours/schedules.ts'
import {
  sampleKeep,
  samplePublish,
  sampleStageEmpty,
  sampleStageFill,
  sampleStageOpen,
  sampleVacuum
} from '../store/sample/sample.sql.ts'
import { communeRows } from '../store/territories/administrative-data.ts'
import { loadTermIds } from '../store/vocabularies/term-ids.ts'
import { keywordsFrom } from '../store/writing/keywords.ts'
import { sourceDeclaresAll } from '../store/writing/offering.sql.ts'
import { loadOffering } from '../store/writing/offering.ts'
import { runFinish, runStart } from '../store/writing/run-write.sql.ts'
import { sourceRegister } from '../store/writing/source-register.sql.ts'
import { generatePlaces } from './generate.ts'
import { SAMPLE } from './sample.ts'
import { sampleRecord } from './sample-record.ts'
import { type ComposedSample, composedSample, stagedSample } from './staged-sample.ts'

export type SampleOptions = {
  readonly count: number
  readonly seed: number
  readonly onProgress?: (made: number) => void
}

export type SampleReport = { readonly written: number; readonly already: number }

/** 5 000 places are 25 MB on their way; the embedded database has less room for each statement. */
const BATCH = { server: 5_000, embedded: 1_000 } as const

/** Puts generated places into the database, in one transaction; those that are there already are left alone. */
export async function writeSample(
  database: Pick<Database, 'kind' | 'batch'>,
  options: SampleOptions
): Promise<SampleReport> {
  const { kind, batch } = database
  const written = await inTransaction(batch, async (client) => {
    await client.query(importCommitLock())
    await client.query(sourceRegister(SAMPLE))
    await client.query(sourceDeclaresAll(SAMPLE.source, codesOf('service')))
    const run = uuid()
    await client.query(runStart(run, SAMPLE.source, `seed ${options.seed}`))
    for (const statement of sampleStageOpen()) await client.query(statement)
    const work = () => writeBatches(client, kind, run, options)
    await (kind === 'server' && options.count >= MANY_PLACES ? withoutIndexes(client, work) : work())
    const { rowCount } = await client.query(samplePublish())
    await client.query(finished(run, options.count, rowCount ?? 0))
    return rowCount ?? 0
  })
  if (written > 0) await batch.query(sampleVacuum())
  return { written, already: options.count - written }
}

async function writeBatches(
  client: PoolClient,
  kind: Database['kind'],
  run: string,
  options: SampleOptions
): Promise<void> {
  const now = new Date()
  const schedules = schedulesOf(client, now)
  const describing = { termIds: await loadTermIds(client), today: now.toISOString().slice(0, 10) }
  const keywords = keywordsFrom(client, describing)
  const offering = await loadOffering(client)
  const known = { ...describing, keywords, schedules, offering }
  let made = 0
  // Making a batch keeps our thread busy and keeping it the database: each does its part while the other does.
  let keeping: Promise<unknown> = Promise.resolve()
  for (const batch of batches(options, BATCH[kind])) {
    await keeping
    const contents = batch.map(({ content }) => content)
    await keywords.learn(contents)
    await schedules.learn(contents)
    await offering.learn(contents)
    const rows = batch.map((record) => stagedSample(record, known))
    await client.query(sampleStageEmpty())
    await client.query(sampleStageFill(rows))
    keeping = client.query(sampleKeep(SAMPLE.source, run))
    // It is awaited one batch later; should it fail before, that is not a failure nobody looks at.
    keeping.catch(() => {})
    // Lets the statement leave before the next batch is made.
    await immediate()
    made += rows.length
    options.onProgress?.(made)
  }
  await keeping
}

function* batches({ count, seed }: SampleOptions, size: number): Generator<readonly ComposedSample[]> {
  let batch: ComposedSample[] = []
  let index = 0
  for (const content of generatePlaces({ count, seed, communes: communeRows() })) {
    batch.push(composedSample(sampleRecord(seed, index++, content)))
    if (batch.length === size) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

const finished = (run: string, read: number, created: number) =>
  runFinish(
    run,
    'done',
    {
      counts: { read, created, updated: 0, unchanged: read - created, withdrawn: 0, rejected: 0 },
      positions: null,
      placed: null,
      file_hash: null,
      unmapped: [],
      fetched: null,
      not_modified: false,
      partial: false
    },
    null
  )
