import { type Geocoded, located } from '../../domain/geocoding/position.ts'
import type { ChangedRecord, ImportWriter, RunSummary } from '../../domain/imports/import-ports.ts'
import type { Runner } from '../db/sql.ts'
import { storableJson } from '../db/storable-json.ts'
import { withoutIndexes } from '../db/without-indexes.ts'
import { readEdition } from '../erasure/hold-reader.ts'
import { matchWriter } from '../merging/match-writer.ts'
import { placeWriter, readyPlaces, type Writing } from '../writing/place-writer.ts'
import { runFinish, runUnmapped } from '../writing/run-write.sql.ts'
import { sourceAccept, sourceShared, sourceStanding } from './influence.sql.ts'
import type { OpenRun } from './open-run.ts'
import { importKeepPlaced, importSettlePlaced, importTouchPlaced } from './recognising.sql.ts'
import { importBereft, importChanged, importKeepRecords, importWithdrawMissing } from './records-write.sql.ts'
import { importKeepReread, importStaged, sourceDeclares } from './stage.sql.ts'
import { runRejections } from './staging.sql.ts'
import type { StagingTables } from './staging-tables.ts'

/** The position that was found for a record without one; it is stored beside the record. */
type Placed = { readonly geocoded: Geocoded | null }

export async function importWriter(
  writing: Writing,
  openRun: OpenRun,
  tables: StagingTables
): Promise<ImportWriter> {
  const { runner } = writing
  const { run, source } = openRun
  // This must precede the writing of places, because the services that a source declares decide which services its
  // places deny.
  await runner.query(sourceDeclares(tables, source))
  return {
    ...placeWriter(writing),
    inBulk: async (work) => {
      await ((await bringsMany(runner, openRun, tables)) ? withoutIndexes(runner, work) : work())
    },
    changed: async (after, limit) => {
      const { rows } = await runner.query<ChangedRecord & Placed>(importChanged(tables, source, after, limit))
      return rows.map(({ geocoded, ...record }) => ({ ...record, mapped: located(record.mapped, geocoded) }))
    },
    readyPlaces: (places) => readyPlaces(writing, places),
    withdrawMissing: async (scope) => {
      await runner.query(importWithdrawMissing(tables, { run, source, scope }))
    },
    bereft: async (after, limit) => {
      const { rows } = await runner.query<{ place_id: string }>(importBereft(tables, after, limit))
      return rows.map(({ place_id }) => place_id)
    },
    keepReread: async () => {
      await runner.query(importKeepReread(tables, source))
    },
    keepPlaced: async () => {
      await runner.query(importSettlePlaced(tables))
      await runner.query(importTouchPlaced(tables, source))
      await runner.query(importKeepPlaced(tables, run, source))
    },
    keepRecords: async (links) => {
      await runner.query(importKeepRecords(tables, { run, source, links }))
    },
    hasNewErasures: async () => (await readEdition(runner)) !== openRun.held,
    standing: async () =>
      (await runner.query<{ standing: 'accepted' | 'alone' | 'new' }>(sourceStanding(source))).rows[0]
        ?.standing ?? 'new',
    sharedPlaces: async () => {
      const { rows } = await runner.query<{ place_id: string }>(sourceShared(source))
      return rows.map(({ place_id }) => place_id)
    },
    accept: async () => {
      await runner.query(sourceAccept(source))
    },
    matching: await matchWriter(writing),
    finish: (summary) => finish(runner, run, tables, summary)
  }
}

async function bringsMany(runner: Runner, { many }: OpenRun, tables: StagingTables): Promise<boolean> {
  if (many === undefined) return false
  const { rows } = await runner.query<{ staged: number }>(importStaged(tables))
  return (rows[0]?.staged ?? 0) >= many
}

async function finish(
  runner: Runner,
  run: string,
  tables: StagingTables,
  summary: RunSummary
): Promise<void> {
  await runner.query(runFinish(run, 'done', summary, null))
  await runner.query(runRejections(run, tables))
  await runner.query(runUnmapped(run, storableJson(summary.unmapped)))
}
