import type { Account } from '../../../domain/accounts/account.ts'
import type { Session } from '../../../domain/accounts/session.ts'

/** An account as its owner sees it. */
export const presentAccount = ({
  createdAt,
  lastSeenOn,
  warnedOn: _warnedOn,
  roles,
  ...account
}: Account) => ({
  ...account,
  created_at: createdAt.toISOString(),
  last_seen_on: lastSeenOn,
  roles: roles.map(({ role, scope }) => ({
    role,
    scope_kind: scope.kind,
    scope_code: scope.kind === 'all' ? null : scope.code
  }))
})

export const presentSession = ({ freshUntil, expiresAt }: Session) => ({
  fresh_until: freshUntil.toISOString(),
  expires_at: expiresAt.toISOString()
})

export const presentListed = ({ label, createdAt, seenAt, digest }: Session, current: Buffer) => ({
  browser: label,
  created_at: createdAt.toISOString(),
  seen_at: seenAt.toISOString(),
  is_current: digest.equals(current)
})
