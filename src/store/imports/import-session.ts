import type { Pool, PoolClient } from 'pg'
import type {
  Fetched,
  ImportSession,
  Loss,
  RecalledRecord,
  RunSummary,
  StagedPosition,
  StagedRecord,
  Staging,
  UnsettledRecord
} from '../../domain/imports/import-ports.ts'
import { release } from '../db/held-client.ts'
import { inTurn } from '../db/in-turn.ts'
import { importCommitLock, importUnlock } from '../db/locks.sql.ts'
import type { Runner } from '../db/sql.ts'
import { storableJson } from '../db/storable-json.ts'
import { withoutIndexes } from '../db/without-indexes.ts'
import { sourceDeclares } from '../writing/offering.sql.ts'
import { openWriting } from '../writing/place-writer.ts'
import { runFinish, runRejections, runUnmapped } from '../writing/run-write.sql.ts'
import { importPublish, importStageClose, importStageOpen } from '../writing/staging.sql.ts'
import { type StagingTables, stagingTables } from '../writing/staging-tables.ts'
import { geocodeCache } from './geocode-cache.ts'
import { importWriter } from './import-writer.ts'
import { offlineGeocoder } from './offline-geocoder.ts'
import { importRestage, importStagePositions, importUnsettled } from './positions.sql.ts'
import { recognising } from './recognising.ts'
import { importLosses, importStageAnalyze } from './records-write.sql.ts'
import { runLastFetch } from './runs.sql.ts'
import {
  importCompress,
  importRecall,
  importStageContents,
  importStaged,
  importStageFirst,
  importStageRejections,
  importStageReread,
  importStageSeen,
  type Seen
} from './stage.sql.ts'

export type Run = {
  /** Holds the lock and the temporary tables. */
  readonly client: PoolClient
  readonly batch: Pool
  readonly source: string
  readonly origin: string
  readonly run: string
  readonly dry: boolean
  readonly now: () => Date
  /** See `ImportStoreDeps`. */
  readonly many: number | undefined
}

export function openImportSession(run: Run): ImportSession & { readonly prepare: () => Promise<void> } {
  const tables = stagingTables(run.run)
  const { client } = run
  return {
    prepare: async () => {
      await client.query(importCompress())
      for (const statement of importStageOpen(tables)) await client.query(statement)
    },
    recall: (keys) => recall(run, keys),
    stage: (records) => stage(run, tables, records),
    stageRejections: async (rejections) => {
      await client.query(importStageRejections(tables, storableJson(rejections)))
    },
    stagePositions: (positions) => stagePositions(run, tables, positions),
    unsettled: async (question) => {
      const asked = importUnsettled(tables, { source: run.source, ...question })
      return (await client.query<UnsettledRecord>(asked)).rows
    },
    restage: async (ids) => {
      await client.query(importRestage(tables, run.source, ids))
    },
    ...recognising(run, tables),
    // By the run's own connection: runs that all waited for a second one would wait for ever.
    geocoding: { offline: offlineGeocoder(client), cache: geocodeCache(client, run.now) },
    lastFetch: async (partial) =>
      (await client.query<Fetched>(runLastFetch(run.source, run.origin, partial))).rows[0] ?? null,
    losses: async (scope) => {
      await client.query(importStageAnalyze(tables))
      return (await client.query<Loss>(importLosses(tables, run.source, scope))).rows
    },
    commit: (apply, summary) =>
      whole(client, async () => {
        await client.query(importCommitLock())
        await inTurn(client, async (runner) => {
          await runner.query(sourceDeclares(tables, run.source))
          const writing = await openWriting(runner, tables, run.now())
          const write = () => apply(importWriter(runner, run, writing))
          await ((await bringsMany(runner, run, tables)) ? withoutIndexes(runner, write) : write())
        })
        await finish(run, tables, summary())
        await client.query(importPublish(tables))
      }),
    fail: async (error, summary) => {
      // Not the run's own connection: it may be what failed.
      if (!run.dry) await run.batch.query(runFinish(run.run, 'failed', summary, error))
    },
    close: () => close(run, tables)
  }
}

async function recall(
  { client, source }: Run,
  keys: readonly string[]
): Promise<readonly (RecalledRecord | null)[]> {
  const { rows } = await client.query<RecalledRecord & { nth: number }>(importRecall(source, keys))
  const known = new Map(rows.map(({ nth, ...record }) => [nth, record]))
  return keys.map((_, index) => known.get(index + 1) ?? null)
}

async function bringsMany(runner: Runner, { many }: Run, tables: StagingTables): Promise<boolean> {
  if (many === undefined) return false
  const { rows } = await runner.query<{ staged: number }>(importStaged(tables))
  return (rows[0]?.staged ?? 0) >= many
}

type State = 'created' | 'updated' | 'returned' | 'unchanged'

async function stage(
  { client, source, dry }: Run,
  tables: StagingTables,
  records: readonly StagedRecord[]
): Promise<readonly Staging[]> {
  const seen: Seen[] = records.map(({ line, id, fingerprint }) => ({ record_id: id, line, fingerprint }))
  const { rows } = await client.query<{ line: number; state: State }>(importStageSeen(tables, source, seen))
  const states = new Map(rows.map(({ line, state }) => [line, state]))
  if (!dry) await stageRead(client, tables, records, states)
  const firsts = await firstsOf(
    client,
    tables,
    seen.filter(({ line }) => !states.has(line))
  )
  return seen.map((record) => {
    const state = states.get(record.line)
    return state === undefined ? again(record, firsts.get(record.record_id)) : { state }
  })
}

/** What was read of them goes to where the run will take it from; what was recalled is there already. */
async function stageRead(
  client: PoolClient,
  tables: StagingTables,
  records: readonly StagedRecord[],
  states: ReadonlyMap<number, State>
): Promise<void> {
  const read = records.filter(({ mapped, line }) => mapped !== null && states.has(line))
  const rowOf = ({ id, raw, fingerprint, mapped, reading }: StagedRecord) => ({
    record_id: id,
    raw,
    fingerprint,
    mapped,
    ...reading
  })
  const changed = read.filter(({ line }) => states.get(line) !== 'unchanged')
  if (changed.length > 0) await client.query(importStageContents(tables, storableJson(changed.map(rowOf))))
  const reread = read.filter(
    ({ line, reading }) => states.get(line) === 'unchanged' && reading.raw_key !== null
  )
  if (reread.length > 0) {
    const rows = reread.map(({ id, raw, reading }) => ({ record_id: id, raw, ...reading }))
    await client.query(importStageReread(tables, storableJson(rows)))
  }
}

async function stagePositions(
  { client }: Run,
  tables: StagingTables,
  positions: readonly StagedPosition[]
): Promise<void> {
  if (positions.length > 0) await client.query(importStagePositions(tables, storableJson(positions)))
}

async function firstsOf(client: PoolClient, tables: StagingTables, again: readonly Seen[]) {
  if (again.length === 0) return new Map<string, Seen>()
  const { rows } = await client.query<Seen>(
    importStageFirst(
      tables,
      again.map(({ record_id }) => record_id)
    )
  )
  return new Map(rows.map((first) => [first.record_id, first]))
}

const again = (record: Seen, first: Seen | undefined): Staging =>
  first === undefined || first.fingerprint === record.fingerprint
    ? { state: 'repeated' }
    : { state: 'contested', line: first.line }

async function finish({ client, run }: Run, tables: StagingTables, summary: RunSummary): Promise<void> {
  await client.query(runFinish(run, 'done', summary, null))
  await client.query(runRejections(run, tables))
  await client.query(runUnmapped(run, storableJson(summary.unmapped)))
}

async function whole(client: PoolClient, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN')
  try {
    await work()
    await client.query('COMMIT')
  } catch (error) {
    // A connection that cannot even roll back is about to be closed, which rolls back as well.
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

async function close({ client, source }: Run, tables: StagingTables): Promise<void> {
  try {
    await client.query(importStageClose(tables))
    await client.query(importUnlock(source))
    release(client)
  } catch {
    // The session goes, and with it whatever it held.
    release(client, true)
  }
}
