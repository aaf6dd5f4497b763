import type { SubscriptionReader } from '../../domain/subscriptions/subscription-ports.ts'
import { toBytes } from '../db/bytes.ts'
import type { Database } from '../db/database.ts'
import { toSubscription } from './subscription-row.ts'
import { subscriptionsDue, suppressedEnd, unconfirmedDelete } from './subscriptions.sql.ts'

/** Subscriptions that are looked at in one turn; the others follow in the next one. */
const MOST = 500

export const subscriptionReader = ({
  prisma,
  batch
}: Pick<Database, 'prisma' | 'batch'>): SubscriptionReader => ({
  find: async (id) => {
    const row = await prisma.subscription.findUnique({ where: { id } })
    return row && toSubscription(row)
  },
  of: async (emailKey) =>
    (
      await prisma.subscription.findMany({
        where: { emailKey: toBytes(emailKey), state: 'on' },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }]
      })
    ).map(toSubscription),
  due: async (before, version) => {
    const { rows } = await batch.query<{ id: string }>(subscriptionsDue(before, version, MOST))
    const found = await prisma.subscription.findMany({ where: { id: { in: rows.map(({ id }) => id) } } })
    const byId = new Map(found.map((row) => [row.id, toSubscription(row)]))
    return rows.flatMap(({ id }) => byId.get(id) ?? [])
  },
  version: async () => Number((await prisma.dataVersion.findFirstOrThrow()).version),
  accountOf: async (emailKey) =>
    (await prisma.account.findUnique({ where: { emailKey: toBytes(emailKey) }, select: { id: true } }))?.id ??
    null,
  endSuppressed: async () => (await batch.query(suppressedEnd())).rowCount ?? 0
})

/** Deletes subscriptions that were not confirmed in time. */
export const forgetUnconfirmed = async (
  { batch }: Pick<Database, 'batch'>,
  now: Date
): Promise<{ deleted: number }> => ({ deleted: (await batch.query(unconfirmedDelete(now))).rowCount ?? 0 })
