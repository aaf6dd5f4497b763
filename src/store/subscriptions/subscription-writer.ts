import type { SubscriptionActs, SubscriptionWriter } from '../../domain/subscriptions/subscription-ports.ts'
import { attemptsIn } from '../accounts/attempts.ts'
import type { Act, Acting } from '../db/acting.ts'
import { toBytes } from '../db/bytes.ts'
import { outboxIn } from '../outbox/outbox-store.ts'
import { toSubscription } from './subscription-row.ts'
import { subscriptionLock } from './subscriptions.sql.ts'

export const subscriptionActs = ({ act }: { readonly act: Acting }): SubscriptionActs => ({
  run: (work) => act((own) => work(subscriptionWriter(own)))
})

function subscriptionWriter(own: Act): SubscriptionWriter {
  const { subscription, dataVersion } = own.tables
  return {
    ...attemptsIn(own),
    outbox: outboxIn(own),
    version: async () => Number((await dataVersion.findFirstOrThrow()).version),
    findSent: async (formId) => {
      const row = await subscription.findUnique({ where: { formId } })
      return row && toSubscription(row)
    },
    lock: async (id) => {
      await own.client.query(subscriptionLock(id))
      const row = await subscription.findUnique({ where: { id } })
      return row && toSubscription(row)
    },
    standing: async (emailKey, { kind, text }) => {
      const row = await subscription.findFirst({
        where: { emailKey: toBytes(emailKey), subjectKind: kind, subject: text, state: 'on' }
      })
      return row && toSubscription(row)
    },
    isToldSince: async (emailKey, since) =>
      (await subscription.count({
        where: { emailKey: toBytes(emailKey), state: 'on', cadence: 'now', toldAt: { gte: since } }
      })) > 0,
    add: async ({ followed, emailKey, codeDigest, cursor, ...plain }) => {
      await subscription.create({
        data: {
          ...plain,
          subjectKind: followed.kind,
          subject: followed.text,
          label: followed.label,
          filters: { ...followed.filters } as object,
          emailKey: toBytes(emailKey),
          codeDigest: codeDigest && toBytes(codeDigest),
          cursor
        }
      })
    },
    change: async (id, changes) => {
      await subscription.update({ where: { id }, data: changes })
    },
    remove: async (id) => (await subscription.deleteMany({ where: { id } })).count > 0
  }
}
