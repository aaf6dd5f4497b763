import type { ContributionActs, ContributionWriter } from '../../domain/contributions/contribution-ports.ts'
import { journalIn } from '../acts/journal.ts'
import { correctionPublishingIn } from '../corrections/correction-store.ts'
import type { Act, Acting } from '../db/acting.ts'
import { toBytes } from '../db/bytes.ts'
import { outboxIn } from '../outbox/outbox-store.ts'
import type { Prisma } from '../prisma-client/client.ts'
import { publishingIn } from '../writing/publishing.ts'
import { contributedWriter } from './contributed-writer.ts'
import { toColumns, toContribution } from './contribution-row.ts'
import { contributionLock } from './contributions.sql.ts'

export const contributionActs = ({ act }: { readonly act: Acting }): ContributionActs => ({
  run: (work) => act((own) => work(contributionWriter(own)))
})

export function contributionWriter(own: Act): ContributionWriter {
  const { contribution, correction, account } = own.tables
  return {
    addressOf: async ({ email, accountId, language }) => {
      if (email !== null) return { email, language }
      const owner = accountId === null ? null : await account.findUnique({ where: { id: accountId } })
      return owner?.email ? { email: owner.email, language: owner.language } : null
    },
    correctionsFor: async (id) => {
      const rows = await correction.findMany({ where: { contributionId: id } })
      return rows.map((row) => Number(row.id))
    },
    corrections: correctionPublishingIn(own),
    contributed: publishingIn(own, contributedWriter),
    journal: journalIn(own),
    outbox: outboxIn(own),
    find: async (reference) => {
      await own.client.query(contributionLock(reference))
      const row = await contribution.findUnique({ where: { reference } })
      return row && toContribution(row)
    },
    findSent: async ({ formId, keyId, partnerReference }) => {
      const same: Prisma.ContributionWhereInput[] = [
        ...(formId === null ? [] : [{ formId }]),
        ...(keyId === null || partnerReference === null ? [] : [{ keyId, partnerReference }])
      ]
      const row = same.length === 0 ? null : await contribution.findFirst({ where: { OR: same } })
      return row && toContribution(row)
    },
    countSince: (from, since) => {
      const who =
        'clientKey' in from ? { clientKey: toBytes(from.clientKey) } : { emailKey: toBytes(from.emailKey) }
      return contribution.count({ where: { ...who, createdAt: { gte: since } } })
    },
    add: async (made) => {
      // A report that was sent twice at once waits here for the other, and is then left out.
      const data = toColumns(made) as Prisma.ContributionCreateManyInput
      return (await contribution.createMany({ data, skipDuplicates: true })).count === 1
    },
    change: async (id, changes) => {
      const data = toColumns(changes) as Prisma.ContributionUncheckedUpdateInput
      await contribution.update({ where: { id }, data })
    }
  }
}
