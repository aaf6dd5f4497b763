import { type Geocoded, located } from '../domain/geocoding/position.ts'
import type { ChangedRecord, ImportWriter } from '../domain/import-ports.ts'
import type { Run } from './import-session.ts'
import { matchStore } from './match-store.ts'
import { putPlaces, readyPlaces, type Writing } from './place-writer.ts'
import { importChanged } from './queries/import-changed.sql.ts'
import { importKeepRecords } from './queries/import-keep-records.sql.ts'
import { importBereft, importWithdrawMissing } from './queries/import-missing.sql.ts'
import { importKeepPlaced, importSettlePlaced, importTouchPlaced } from './queries/import-placed.sql.ts'
import { importKeepReread } from './queries/import-recall.sql.ts'
import { placeWithdraw } from './queries/place-withdraw.sql.ts'
import { recordsByPlace } from './records-by-place.ts'
import type { Runner } from './sql.ts'

/** The position found for a record that tells none stands beside it. */
type Placed = { readonly geocoded: Geocoded | null }

export function importWriter(client: Runner, { run, source }: Run, writing: Writing): ImportWriter {
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
    matching: matchStore(client, writing)
  }
}
