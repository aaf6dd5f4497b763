import { SIGN_IN_KEPT_MS } from '../../domain/accounts/periods.ts'
import { retireAccounts, type UnusedAccount } from '../../domain/accounts/retire-accounts.ts'
import type { Database } from '../db/database.ts'
import { accountActs } from './account-writer.ts'
import { accountsUnused } from './accounts.sql.ts'

/** Accounts that are looked at in one turn; the others follow an hour later. */
const MOST = 500

/** Warns and closes accounts that are not used. */
export const retireUnusedAccounts = (database: Database, now: Date): Promise<object> =>
  retireAccounts({
    acts: accountActs(database),
    unused: async (since) => (await database.batch.query<UnusedAccount>(accountsUnused(since, MOST))).rows,
    now
  })

/** Deletes codes and counts of the day before, and sessions that have ended. */
export async function sweepSignIns({ act }: Pick<Database, 'act'>, now: Date): Promise<{ deleted: number }> {
  const before = { lt: new Date(now.getTime() - SIGN_IN_KEPT_MS) }
  return act(async ({ tables }) => {
    const { count: signIns } = await tables.signIn.deleteMany({ where: { createdAt: before } })
    const { count: attempts } = await tables.attempt.deleteMany({ where: { at: before } })
    const { count: sessions } = await tables.session.deleteMany({ where: { expiresAt: { lte: now } } })
    return { deleted: signIns + attempts + sessions }
  })
}
