import { type Geocoded, located } from '../../domain/geocoding/position.ts'
import type { ChangedRecord, ImportWriter } from '../../domain/imports/import-ports.ts'
import type { Runner } from '../db/sql.ts'
import { mergeStore } from '../merging/merge-store.ts'
import { placeWithdraw } from '../writing/place-write.sql.ts'
import { putPlaces, readyPlaces, type Writing } from '../writing/place-writer.ts'
import { recordsByPlace } from '../writing/records-by-place.ts'
import type { OpenRun } from './open-run.ts'
import { importKeepPlaced, importSettlePlaced, importTouchPlaced } from './recognising.sql.ts'
import { importBereft, importChanged, importKeepRecords, importWithdrawMissing } from './records-write.sql.ts'
import { importKeepReread } from './stage.sql.ts'

/** The position found for a record that tells none stands beside it. */
type Placed = { readonly geocoded: Geocoded | null }

export function importWriter(client: Runner, { run, source }: OpenRun, writing: Writing): ImportWriter {
  const { tables } = writing
  return {
    changed: async (after, limit) => {
      const { rows } = await client.query<ChangedRecord & Placed>(importChanged(tables, source, after, limit))
      return rows.map(({ geocoded, ...record }) => ({ ...record, mapped: located(record.mapped, geocoded) }))
    },
    recordsOf: (placeIds) => recordsByPlace(client, placeIds),
    withdrawMissing: async (scope) => {
      await client.query(importWithdrawMissing(tables, { run, source, scope }))
    },
    bereft: async (after, limit) =>
      (await client.query<{ place_id: string }>(importBereft(tables, after, limit))).rows.map(
        ({ place_id }) => place_id
      ),
    withdrawPlaces: async (placeIds) => {
      if (placeIds.length > 0) await client.query(placeWithdraw(tables, placeIds, writing.now))
    },
    putPlaces: (places) => putPlaces(client, places, writing),
    readyPlaces: (places) => readyPlaces(client, places, writing),
    keepReread: async () => {
      await client.query(importKeepReread(tables, source))
    },
    keepPlaced: async () => {
      await client.query(importSettlePlaced(tables))
      await client.query(importTouchPlaced(tables, source))
      await client.query(importKeepPlaced(tables, run, source))
    },
    keepRecords: async (links) => {
      await client.query(importKeepRecords(tables, { run, source, links }))
    },
    merging: mergeStore(client, writing)
  }
}
