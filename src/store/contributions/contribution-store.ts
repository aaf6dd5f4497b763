import type { ClosingReport, ContributionReader } from '../../domain/contributions/contribution-ports.ts'
import { displayName } from '../../domain/places/display-name.ts'
import type { Database } from '../db/database.ts'
import { toContribution } from './contribution-row.ts'
import { allClosingReports, closingReports } from './contributions.sql.ts'

export const contributionReader = ({
  prisma,
  pool
}: Pick<Database, 'prisma' | 'pool'>): ContributionReader => ({
  find: async (reference) => {
    const row = await prisma.contribution.findUnique({ where: { reference } })
    return row && toContribution(row)
  },
  hiddenSince: async (contributionId) =>
    (
      await prisma.correction.findFirst({
        where: { contributionId, field: 'contacts.person', undoneAt: null },
        orderBy: { id: 'asc' }
      })
    )?.madeAt ?? null,
  ofAccount: async (accountId) => {
    const rows = await prisma.contribution.findMany({
      where: { accountId },
      include: { place: { select: { name: true, city: true } } },
      orderBy: { createdAt: 'desc' },
      take: MOST_LISTED
    })
    return rows.map(({ place, ...row }) => {
      const contribution = toContribution(row)
      const proposed = contribution.proposal?.newPlace
      const about = place ?? (proposed ? { name: proposed.name, city: proposed.address.city } : null)
      return { ...contribution, about: about && { name: displayName(about.name), city: about.city || null } }
    })
  },
  closingReports: async (place) => (await pool.query<ClosingRow>(closingReports(place))).rows.map(toReport),
  allClosingReports: async () => {
    const { rows } = await pool.query<ClosingRow & { readonly place: string }>(allClosingReports())
    const places = [...new Set(rows.map(({ place }) => place))]
    return new Map(places.map((id) => [id, rows.filter(({ place }) => place === id).map(toReport)]))
  }
})

/** People read no further down. */
const MOST_LISTED = 200

const toReport = (row: ClosingRow): ClosingReport => ({
  emailKey: row.email_key,
  clientKey: row.client_key,
  accountId: row.account_id,
  confirmedAt: row.confirmed_at,
  isSure: row.is_sure
})

type ClosingRow = {
  readonly email_key: Buffer | null
  readonly client_key: Buffer | null
  readonly account_id: string | null
  readonly confirmed_at: Date
  readonly is_sure: boolean
}
