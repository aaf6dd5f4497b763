import { v7 as uuid } from 'uuid'
import { pipelined } from '../domain/concurrency/pipelined.ts'
import { codesOf } from '../domain/vocabularies/vocabularies.ts'
import type { Database } from '../store/db/database.ts'
import { schedulesOf } from '../store/hours/schedules.ts'
import { type SampleWriter, writeSampleRun } from '../store/sample/sample-writer.ts'
import { communeRows } from '../store/territories/administrative-data.ts'
import { loadTermIds } from '../store/vocabularies/term-ids.ts'
import { keywordsFrom } from '../store/writing/keywords.ts'
import { loadOffering } from '../store/writing/offering.ts'
import { generatePlaces } from './generate.ts'
import { SAMPLE } from './sample.ts'
import { sampleRecord } from './sample-record.ts'
import { type ComposedSample, composedSample, stagedSample } from './staged-sample.ts'

type SampleOptions = {
  readonly count: number
  readonly seed: number
  readonly onProgress?: (made: number) => void
}

type SampleReport = { readonly written: number; readonly already: number }

/**
 * Number of places that are written by one statement. On a server, 5 000 places are 25 MB in transit; the embedded
 * database has less memory per statement.
 */
const BATCH = { server: 5_000, embedded: 1_000 } as const

/** Writes generated places into the database in one transaction; existing ones are left unchanged. */
export async function writeSample(
  database: Pick<Database, 'kind' | 'batch'>,
  options: SampleOptions
): Promise<SampleReport> {
  const { count, seed } = options
  const run = { id: uuid(), source: SAMPLE, declares: codesOf('service'), origin: `seed ${seed}`, count }
  const written = await writeSampleRun(database, run, (writer) =>
    writeBatches(writer, BATCH[database.kind], options)
  )
  return { written, already: count - written }
}

async function writeBatches(writer: SampleWriter, size: number, options: SampleOptions): Promise<void> {
  const { client } = writer
  const now = new Date()
  const schedules = schedulesOf(client, now)
  const describing = { termIds: await loadTermIds(client), today: now.toISOString().slice(0, 10) }
  const keywords = keywordsFrom(client, describing)
  const offering = await loadOffering(client)
  const known = { ...describing, keywords, schedules, offering }
  let made = 0
  await pipelined(
    batches(options, size),
    async (batch) => batch,
    async (batch) => {
      const contents = batch.map(({ content }) => content)
      await keywords.learn(contents)
      await schedules.learn(contents)
      await offering.learn(contents)
      return batch.map((record) => stagedSample(record, known))
    },
    async (rows) => {
      await writer.stage(rows)
      await writer.keep()
      made += rows.length
      options.onProgress?.(made)
    }
  )
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
