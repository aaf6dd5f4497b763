import { dataVersionRaise } from '../db/data-version.sql.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/transaction.ts'
import { labelsRefresh } from './refresh.sql.ts'

/**
 * Lets labels begin and end with the day: searching for a label must not find a place whose label has run out.
 * Harmless to run again, and to miss. Answers how many places changed.
 */
export async function refreshLabels({ batch }: Pick<Database, 'batch'>, day: string): Promise<number> {
  return inTransaction(batch, async (client) => {
    const { rowCount } = await client.query(labelsRefresh(day))
    const changed = rowCount ?? 0
    if (changed > 0) await client.query(dataVersionRaise())
    return changed
  })
}
