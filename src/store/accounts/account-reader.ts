import type { Account } from '../../domain/accounts/account.ts'
import type { AccountReader } from '../../domain/accounts/account-ports.ts'
import type { SessionReader } from '../../domain/accounts/signed-in.ts'
import type { RoleHeld } from '../../domain/permissions.ts'
import { toBytes } from '../db/bytes.ts'
import type { Database } from '../db/database.ts'
import { toAccount, toRole, toSession, withOpenRoles } from './account-rows.ts'
import { seenOn } from './account-writer.ts'
import { accountRows, placesRemaining } from './accounts.sql.ts'

export const accountReader = ({ prisma, pool }: Pick<Database, 'prisma' | 'pool'>): AccountReader => ({
  find: async (id, now) =>
    followed(
      pool,
      toAccount(await prisma.account.findUnique({ where: { id }, include: withOpenRoles(now) }))
    ),
  sessions: async (accountId, now) =>
    (
      await prisma.session.findMany({
        where: { accountId, expiresAt: { gt: now } },
        orderBy: { seenAt: 'desc' }
      })
    ).map(toSession),
  rows: async (account) => {
    const { rows } = await pool.query<{ rows: Readonly<Record<string, readonly object[]>> }>(
      accountRows(account)
    )
    return rows[0]?.rows ?? {}
  }
})

export const sessionReader = ({ prisma, pool }: Pick<Database, 'prisma' | 'pool'>): SessionReader => ({
  find: async (digest, now) => {
    const row = await prisma.session.findUnique({
      where: { digest: toBytes(digest) },
      include: { account: { include: withOpenRoles(now) } }
    })
    if (row === null || row.account.closedAt !== null) return null
    const { account, ...session } = row
    return { session: toSession(session), roles: await rolesToday(pool, account.roles.map(toRole)) }
  },
  used: async ({ digest, accountId, seenAt, expiresAt }) => {
    // A session that has ended meanwhile stays ended.
    await prisma.session.updateMany({
      where: { digest: toBytes(digest) },
      data: { seenAt, expiresAt }
    })
    await prisma.account.updateMany({ where: { id: accountId, closedAt: null }, data: seenOn(seenAt) })
  }
})

/** A role on a place that was merged into another one counts on the place that remains. */
async function rolesToday(pool: Database['pool'], roles: readonly RoleHeld[]): Promise<readonly RoleHeld[]> {
  const places = roles.flatMap(({ scope }) => (scope.kind === 'place' ? scope.code : []))
  if (places.length === 0) return roles
  const { rows } = await pool.query<{ asked: string; id: string }>(placesRemaining(places))
  const remaining = new Map(rows.map(({ asked, id }) => [asked, id]))
  return roles.map((held) => {
    const code = held.scope.kind === 'place' ? remaining.get(held.scope.code) : undefined
    return code === undefined ? held : { ...held, scope: { kind: 'place', code } }
  })
}

const followed = async (pool: Database['pool'], account: Account | null): Promise<Account | null> =>
  account && { ...account, roles: await rolesToday(pool, account.roles) }

/** The accounts that are open, the oldest first. */
export async function accountList(
  { prisma }: Pick<Database, 'prisma'>,
  now: Date
): Promise<readonly Account[]> {
  const rows = await prisma.account.findMany({
    where: { closedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: withOpenRoles(now)
  })
  return rows.flatMap((row) => toAccount(row) ?? [])
}
