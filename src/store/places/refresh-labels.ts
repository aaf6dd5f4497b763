import type { Database } from '../db/database.ts'
import { writersLock } from '../db/locks.sql.ts'
import { inTransaction } from '../db/transaction.ts'
import { loadOffering } from '../writing/offering.ts'
import { concludeOffers, type StoredPlace } from './conclude-offers.ts'
import { labelsDue } from './refresh.sql.ts'
import { offersOfSome } from './refresh-offers.sql.ts'

const PLACES = 500

/**
 * Updates the places whose labels have started or expired, because a search for a label must not find places where
 * it has expired. The work can be repeated or skipped without harm. Returns the number of places changed.
 */
export async function refreshLabels({ batch }: Pick<Database, 'batch'>, now: Date): Promise<number> {
  const { rows } = await batch.query<{ id: string }>(labelsDue(now.toISOString().slice(0, 10)))
  let changed = 0
  for (let start = 0; start < rows.length; start += PLACES) {
    const ids = rows.slice(start, start + PLACES).map(({ id }) => id)
    changed += await inTransaction(batch, async (client) => {
      await client.query(writersLock())
      const places = (await client.query<StoredPlace>(offersOfSome(ids))).rows
      return concludeOffers(client, await loadOffering(client), places, now)
    })
  }
  return changed
}
