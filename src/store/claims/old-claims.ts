import { journalIn } from '../acts/journal.ts'
import type { Database } from '../db/database.ts'
import { claimsToLapse, claimTextsEmpty, lapsedDelete } from './claims.sql.ts'

/** Ends claims whose code was not typed in time, and forgets what is no longer needed about those that are over. */
export async function forgetOldClaims(
  { act, batch }: Pick<Database, 'act' | 'batch'>,
  now: Date
): Promise<{ readonly lapsed: number; readonly deleted: number; readonly emptied: number }> {
  const { rows } = await batch.query<{ id: string }>(claimsToLapse(now))
  let lapsed = 0
  for (const { id } of rows)
    lapsed += await act(async (own) => {
      // Unless its code was typed meanwhile.
      const data = { state: 'lapsed', decidedAt: now, codeDigest: null } as const
      const { count } = await own.tables.claim.updateMany({ where: { id, state: 'proving' }, data })
      const subject = { kind: 'claim', id }
      if (count > 0)
        await journalIn(own).record({
          subject,
          kind: 'lapsed',
          by: { kind: 'system' },
          at: now,
          public: false,
          data: {}
        })
      return count
    })
  const { rowCount: deleted } = await batch.query(lapsedDelete(now))
  const { rowCount: emptied } = await batch.query(claimTextsEmpty(now))
  return { lapsed, deleted: deleted ?? 0, emptied: emptied ?? 0 }
}
