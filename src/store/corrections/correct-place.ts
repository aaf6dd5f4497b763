import type { PoolClient } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { cannotCorrect, correctionNotFound, placeNotFound, placeWithdrawn } from '../../domain/errors.ts'
import { type ComposedPlace, composePlace, isListed } from '../../domain/places/compose-place.ts'
import { CORRECTIONS, type Correction, hasSourceChanged, readField } from '../../domain/places/corrections.ts'
import type { Database } from '../db/database.ts'
import { inTurn } from '../db/in-turn.ts'
import { importCommitLock } from '../db/locks.sql.ts'
import type { Runner } from '../db/sql.ts'
import { inTransaction } from '../db/transaction.ts'
import { recordReader } from '../places/record-reader.ts'
import { correctionsOf } from '../writing/correction-reader.ts'
import { openWriting, putPlaces } from '../writing/place-writer.ts'
import { sourceRegister } from '../writing/source-register.sql.ts'
import { importPublish, importStageClose, importStageOpen } from '../writing/staging.sql.ts'
import { stagingTables } from '../writing/staging-tables.ts'
import {
  correctionAdd,
  correctionSupersede,
  correctionUndo,
  type NewCorrection,
  placeStatus
} from './correction-write.sql.ts'

type Batch = Pick<Database, 'batch'>

export type StandingCorrection = Correction & { readonly source_changed: boolean }

/**
 * Lays a value over what the sources say of a field, for good; one that was there before ends. The value has been
 * checked by then. Answers the id to undo it by.
 */
export async function correctPlace(
  { batch }: Batch,
  correction: Omit<NewCorrection, 'replaced'>
): Promise<number> {
  const { place, field } = correction
  return inTransaction(batch, async (client) => {
    // No import composes the place between our look and our commit.
    await client.query(importCommitLock())
    await refuseGone(client, place)
    const composed = await asSourcesSay(client, place)
    await client.query(sourceRegister(CORRECTIONS))
    await client.query(correctionSupersede(place, field))
    const replaced = readField(composed.content, field)
    const { rows } = await client.query<{ id: number }>(correctionAdd({ ...correction, replaced }))
    await recompose(client, place, composed)
    return rows[0]?.id ?? 0
  })
}

/** Lets the sources speak again. Answers the id of the place. */
export async function undoCorrection({ batch }: Batch, id: number): Promise<string> {
  return inTransaction(batch, async (client) => {
    await client.query(importCommitLock())
    const { rows } = await client.query<{ place_id: string; status: string }>(correctionUndo(id))
    const undone = rows[0]
    if (undone === undefined) throw correctionNotFound(id)
    // A place that is gone is composed again if it comes back.
    if (undone.status === 'active')
      await recompose(client, undone.place_id, await asSourcesSay(client, undone.place_id))
    return undone.place_id
  })
}

export async function listCorrections(
  { batch }: Batch,
  place: string
): Promise<readonly StandingCorrection[]> {
  const { rowCount } = await batch.query(placeStatus(place))
  if (rowCount === 0) throw placeNotFound(place)
  const standing = (await correctionsOf(batch, [place])).get(place) ?? []
  if (standing.length === 0) return []
  const records = await recordReader(batch).recordsOf(place)
  // Of a place that no source lists any more, the sources have changed everything.
  if (!isListed(records)) return standing.map((each) => ({ ...each, source_changed: true }))
  const composed = composePlace(records)
  return standing.map((each) => ({ ...each, source_changed: hasSourceChanged(each, composed) }))
}

async function refuseGone(runner: Runner, place: string): Promise<void> {
  const { rows } = await runner.query<{ status: string; merged_into: string | null }>(placeStatus(place))
  const found = rows[0]
  if (found === undefined) throw placeNotFound(place)
  if (found.status === 'withdrawn') throw placeWithdrawn(place)
  if (found.merged_into !== null) {
    throw cannotCorrect(`The place ${place} was merged into ${found.merged_into}: correct that one.`)
  }
}

/** The place as its sources have it. */
async function asSourcesSay(runner: Runner, place: string): Promise<ComposedPlace> {
  const records = await recordReader(runner).recordsOf(place)
  if (isListed(records)) return composePlace(records)
  throw cannotCorrect(`No source lists the place ${place}, so there is nothing to correct.`)
}

async function recompose(client: PoolClient, id: string, composed: ComposedPlace): Promise<void> {
  const tables = stagingTables(uuidv7())
  for (const statement of importStageOpen(tables)) await client.query(statement)
  await inTurn(client, async (runner) =>
    putPlaces(runner, [{ id, ...composed }], await openWriting(runner, tables, new Date()))
  )
  await client.query(importPublish(tables))
  await client.query(importStageClose(tables))
}
