import type { Database } from './database.ts'
import { dataVersionRaise } from './queries/data-version-raise.sql.ts'
import { labelsRefresh } from './queries/labels-refresh.sql.ts'
import { inTransaction } from './transaction.ts'

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
