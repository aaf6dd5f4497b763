import { writingByIndex } from './index-hints.sql.ts'
import type { Runner } from './sql.ts'
import {
  type PlaceIndex,
  placeIndexCreate,
  placeIndexDrop,
  placeIndexes,
  placeIndexMemory,
  placeIsEmpty,
  placeLock,
  wordsCount,
  wordsCounting
} from './without-indexes.sql.ts'

/** Below, building the indexes of places anew costs more than feeding them row by row. */
export const MANY_PLACES = 50_000

/**
 * Does the work without the indexes of an empty table of places, and builds them anew from what it then holds; the words
 * that places say are counted then too. In the caller's transaction: should anything fail, the table is as it was,
 * indexes and all.
 */
export async function withoutIndexes(client: Runner, work: () => Promise<void>): Promise<void> {
  // Asked first, because readers wait for the lock; and then for certain.
  if (!(await isEmpty(client))) return work()
  await client.query(placeLock())
  if (!(await isEmpty(client))) return work()

  const { rows: indexes } = await client.query<PlaceIndex>(placeIndexes())
  for (const index of indexes) await client.query(placeIndexDrop(index))
  await client.query(wordsCounting(false))
  await work()
  // What follows reads all places, once.
  await client.query(writingByIndex(false))
  await client.query(wordsCounting(true))
  await client.query(wordsCount())
  await client.query(placeIndexMemory())
  for (const index of indexes) await client.query(placeIndexCreate(index))
}

const isEmpty = async (client: Runner): Promise<boolean> =>
  (await client.query<{ empty: boolean }>(placeIsEmpty())).rows[0]?.empty === true
