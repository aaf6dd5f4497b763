import type { PoolClient } from 'pg'
import {
  type PlaceIndex,
  placeIndexCreate,
  placeIndexDrop,
  placeIndexes,
  placeIndexMemory,
  placeIsEmpty,
  placeLock
} from '../store/queries/place-indexes.sql.ts'

/**
 * Does the work without the indexes of an empty table of places, and builds them anew from what it then holds. In the
 * caller's transaction: should anything fail, the table is as it was, indexes and all.
 */
export async function withoutIndexes(client: PoolClient, work: () => Promise<void>): Promise<void> {
  await client.query(placeLock())
  const { rows: emptiness } = await client.query<{ empty: boolean }>(placeIsEmpty())
  if (!emptiness[0]?.empty) return work()

  const { rows: indexes } = await client.query<PlaceIndex>(placeIndexes())
  for (const index of indexes) await client.query(placeIndexDrop(index))
  await work()
  await client.query(placeIndexMemory())
  for (const index of indexes) await client.query(placeIndexCreate(index))
}
