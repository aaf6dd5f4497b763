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

/**
 * Minimum number of new places for which indexes are rebuilt: for fewer places, this costs more than maintaining
 * the indexes row by row.
 */
export const MANY_PLACES = 50_000

/**
 * If the table of places is empty, does the work without its indexes, then rebuilds them and counts the words of
 * the places. It runs in the caller's transaction, so the indexes are still there after a failure.
 */
export async function withoutIndexes(client: Runner, work: () => Promise<void>): Promise<void> {
  // The check is made before locking, because the lock blocks readers, and again under the lock to be certain.
  if (!(await isEmpty(client))) return work()
  await client.query(placeLock())
  if (!(await isEmpty(client))) return work()

  const { rows: indexes } = await client.query<PlaceIndex>(placeIndexes())
  for (const index of indexes) await client.query(placeIndexDrop(index))
  await client.query(wordsCounting(false))
  await work()
  // Sequential scans are allowed again, because the following statements read all places once.
  await client.query(writingByIndex(false))
  await client.query(wordsCounting(true))
  await client.query(wordsCount())
  await client.query(placeIndexMemory())
  for (const index of indexes) await client.query(placeIndexCreate(index))
}

const isEmpty = async (client: Runner): Promise<boolean> =>
  (await client.query<{ empty: boolean }>(placeIsEmpty())).rows[0]?.empty === true
