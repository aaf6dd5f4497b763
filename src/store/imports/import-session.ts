import type { PoolClient } from 'pg'
import { screenText } from '../../domain/erasure/screen.ts'
import type {
  Fetched,
  ImportSession,
  KnownRecord,
  Loss,
  RecalledRecord,
  StagedPosition,
  StagedRecord,
  Staging,
  UnsettledRecord
} from '../../domain/imports/import-ports.ts'
import { release } from '../db/held-client.ts'
import { importUnlock } from '../db/locks.sql.ts'
import { storableJson } from '../db/storable-json.ts'
import { postcodeCentres } from '../territories/commune-centres.ts'
import { publishingOn } from '../writing/publishing.ts'
import { runFinish } from '../writing/run-write.sql.ts'
import { geocodeCache } from './geocode-cache.ts'
import { importWriter } from './import-writer.ts'
import { offlineGeocoder } from './offline-geocoder.ts'
import type { OpenRun } from './open-run.ts'
import { importRestage, importStagePositions, importUnsettled } from './positions.sql.ts'
import { recognising } from './recognising.ts'
import { importLosses, importStageAnalyze } from './records-write.sql.ts'
import { runLastFetch } from './runs.sql.ts'
import {
  importCompress,
  importKnown,
  importRecall,
  importStageContents,
  importStageFirst,
  importStageRejections,
  importStageReread,
  importStageSeen,
  type Seen
} from './stage.sql.ts'
import { importStageClose, importStageOpen } from './staging.sql.ts'
import { type StagingTables, stagingTables } from './staging-tables.ts'

export function openImportSession(run: OpenRun): ImportSession & { readonly prepare: () => Promise<void> } {
  const tables = stagingTables(run.run)
  const { client } = run
  return {
    prepare: async () => {
      await client.query(importCompress())
      for (const statement of importStageOpen(tables)) await client.query(statement)
    },
    erased: run.erased,
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
    known: (ids) => known(run, ids),
    ...recognising(run, tables),
    // Geocoding uses the run's own connection: if all runs waited for a second connection, they would wait for
    // ever.
    geocoding: {
      offline: offlineGeocoder(client),
      cache: geocodeCache(client, run.now),
      postcodes: postcodeCentres(client)
    },
    lastFetch: async (partial) =>
      (await client.query<Fetched>(runLastFetch(run.source, run.origin, partial))).rows[0] ?? null,
    losses: async (scope) => {
      await client.query(importStageAnalyze(tables))
      return (await client.query<Loss>(importLosses(tables, run.source, scope))).rows
    },
    publishing: publishingOn(client, (writing) => importWriter(writing, run, tables), {
      now: run.now(),
      many: true,
      signal: run.signal
    }),
    fail: async (error, summary) => {
      // The failure is recorded on another connection, because the run's own connection may be what failed.
      // It may quote the file.
      if (!run.dry)
        await run.batch.query(runFinish(run.run, 'failed', summary, screenText(error, run.erased)))
    },
    close: () => close(run, tables)
  }
}

async function recall(
  { client, source }: OpenRun,
  keys: readonly string[]
): Promise<readonly (RecalledRecord | null)[]> {
  const { rows } = await client.query<RecalledRecord & { nth: number }>(importRecall(source, keys))
  const known = new Map(rows.map(({ nth, ...record }) => [nth, record]))
  return keys.map((_, index) => known.get(index + 1) ?? null)
}

async function known({ client, source }: OpenRun, ids: readonly string[]) {
  const { rows } = await client.query<KnownRecord & { record_id: string }>(importKnown(source, ids))
  return new Map(rows.map(({ record_id, ...record }) => [record_id, record]))
}

type State = 'created' | 'updated' | 'returned' | 'unchanged'

async function stage(
  { client, source, dry }: OpenRun,
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

/**
 * Stages records that were mapped in this run: changed records with their content, unchanged ones only with the
 * data about their reading. Recalled records are already stored.
 */
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
  { client }: OpenRun,
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

async function close({ client, source }: OpenRun, tables: StagingTables): Promise<void> {
  try {
    await client.query(importStageClose(tables))
    await client.query(importUnlock(source))
    release(client)
  } catch {
    // Closing the connection ends its session, and with it its lock and temporary tables.
    release(client, true)
  }
}
