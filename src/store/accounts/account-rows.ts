import type { Account } from '../../domain/accounts/account.ts'
import type { Email } from '../../domain/accounts/email.ts'
import type { Session } from '../../domain/accounts/session.ts'
import type { SignIn } from '../../domain/accounts/sign-in.ts'
import type { RoleHeld } from '../../domain/permissions.ts'
import type { Prisma } from '../prisma-client/client.ts'

/* What Prisma reads, as the domain has it. */

/** The roles that count at an instant. */
export const openRoles = (now: Date): Prisma.RoleWhereInput => ({
  endedAt: null,
  OR: [{ endsAt: null }, { endsAt: { gt: now } }]
})

export const withOpenRoles = (now: Date) =>
  ({ roles: { where: openRoles(now), orderBy: { grantedAt: 'asc' } } }) as const

type AccountRow = Prisma.AccountGetPayload<{ include: ReturnType<typeof withOpenRoles> }>

/** Null if the account was closed. */
export function toAccount(row: AccountRow | null): Account | null {
  if (row?.email == null || row.closedAt !== null) return null
  const { id, email, name, capacity, language, createdAt, lastSeenOn, warnedOn, roles } = row
  return {
    id,
    // The column holds what `readEmail` accepted.
    email: email as Email,
    name,
    capacity,
    language,
    createdAt,
    lastSeenOn: dayOf(lastSeenOn),
    warnedOn: warnedOn && dayOf(warnedOn),
    roles: roles.map(toRole)
  }
}

export function toRole({ role, rank, scopeKind, scopeCode }: Prisma.RoleGetPayload<object>): RoleHeld {
  const scope =
    scopeKind === 'all' || scopeCode === null
      ? ({ kind: 'all' } as const)
      : { kind: scopeKind, code: scopeCode }
  return rank === null ? { role, scope } : { role, scope, rank }
}

export const toSession = (row: Prisma.SessionGetPayload<object>): Session => ({
  digest: Buffer.from(row.digest),
  accountId: row.accountId,
  createdAt: row.createdAt,
  seenAt: row.seenAt,
  freshUntil: row.freshUntil ?? row.createdAt,
  expiresAt: row.expiresAt,
  label: row.label || null
})

export const toSignIn = (row: Prisma.SignInGetPayload<object>): SignIn => ({
  id: row.id,
  email: row.email as Email,
  codeDigest: Buffer.from(row.codeDigest),
  browserDigest: Buffer.from(row.browserDigest ?? []),
  tries: row.tries,
  expiresAt: row.expiresAt,
  usedAt: row.usedAt
})

/** A column of type date, as Prisma reads it: midnight in UTC. */
const dayOf = (date: Date): string => date.toISOString().slice(0, 10)
