import { accountNotFound } from '../errors.ts'
import type { Actor, RoleHeld } from '../permissions.ts'
import { keyFor } from '../seal.ts'
import type { Account } from './account.ts'
import type { AccountActs, AccountWriter, TextsAfter } from './account-ports.ts'
import { type Email, emailKey, readEmail } from './email.ts'

/** Closes an account: its name and address are removed. The row and its acts stay, under an id that leads to no person. */
export async function closeAccount(
  writer: AccountWriter,
  id: string,
  { texts, by, now }: { readonly texts: TextsAfter; readonly by: Actor | 'system'; readonly now: Date }
): Promise<void> {
  const account = await writer.find(id)
  if (account === null) throw accountNotFound()
  await writer.endSessions(id)
  for (const held of await writer.endRoles(id, by, now))
    await writer.note({ account: id, kind: 'role_ended', data: roleData(held), by }, now)
  await writer.empty(id, account.email, texts, now)
  await writer.note({ account: id, kind: 'closed', data: { texts }, by }, now)
}

type Granting = {
  readonly acts: AccountActs
  readonly secret: () => Promise<string>
  readonly newId: () => string
  readonly now: () => Date
}

/**
 * Gives a role to the owner of an address, who need not have signed in before. Returns the account, and whether it had
 * the role already.
 */
export async function grantRole(
  { acts, secret, newId, now: clock }: Granting,
  email: Email,
  held: RoleHeld,
  by: Actor | 'system'
): Promise<{ readonly account: Account; readonly isNew: boolean }> {
  const key = emailKey(email, keyFor('email', await secret()))
  const now = clock()
  return acts.run(async (writer) => {
    const { account, isNew } = await writer.accountOf(key, { id: newId(), email, language: 'fr' }, now)
    if (isNew) await writer.note({ account: account.id, kind: 'created', data: {}, by }, now)
    const isGranted = await writer.grant(newId(), account.id, held, by, now)
    if (isGranted)
      await writer.note({ account: account.id, kind: 'role_granted', data: roleData(held), by }, now)
    return { account, isNew: isGranted }
  })
}

const roleData = ({ role, scope }: RoleHeld): Readonly<Record<string, string | null>> => ({
  role,
  scope_kind: scope.kind,
  scope_code: scope.kind === 'all' ? null : scope.code
})

/** How many open accounts `forgetAddresses` would close. */
export async function accountsWith(
  { acts, secret }: Pick<Granting, 'acts' | 'secret'>,
  emails: readonly string[]
): Promise<number> {
  const key = keyFor('email', await secret())
  const found = await acts.run(async (writer) => {
    const ids: string[] = []
    for (const email of emails.flatMap((text) => readEmail(text) ?? [])) {
      const account = await writer.findByKey(emailKey(email, key))
      if (account !== null) ids.push(account.id)
    }
    return ids
  })
  return new Set(found).size
}

/**
 * Forgets these addresses with all texts, because their owner is erased: closes their accounts, and takes them out of what
 * was sent without one. Returns how many accounts there were.
 */
export async function forgetAddresses(
  { acts, secret, now }: Omit<Granting, 'newId'>,
  emails: readonly string[],
  by: Actor | 'system'
): Promise<number> {
  const key = keyFor('email', await secret())
  let closed = 0
  for (const email of emails.flatMap((text) => readEmail(text) ?? []))
    await acts.run(async (writer) => {
      const own = emailKey(email, key)
      const account = await writer.findByKey(own)
      if (account === null) return writer.forget(email, own, 'erased', now())
      await closeAccount(writer, account.id, { texts: 'erased', by, now: now() })
      closed += 1
    })
  return closed
}
