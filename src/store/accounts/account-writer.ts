import type { AccountActs, AccountWriter, By, TextsAfter } from '../../domain/accounts/account-ports.ts'
import type { Email } from '../../domain/accounts/email.ts'
import { SYSTEM } from '../../domain/acts/act.ts'
import type { RoleHeld } from '../../domain/permissions.ts'
import { journalIn } from '../acts/journal.ts'
import type { Act } from '../db/acting.ts'
import { toBytes } from '../db/bytes.ts'
import type { Database } from '../db/database.ts'
import { outboxIn } from '../outbox/outbox-store.ts'
import { openRoles, toAccount, toRole, toSignIn, withOpenRoles } from './account-rows.ts'
import { claimHintsEmpty, claimsEnd, contributionsEmpty, noticesEmpty, signInLock } from './accounts.sql.ts'
import { attemptsIn } from './attempts.ts'

/** Writes accounts, each act in one transaction with its journal and its mails. */
export const accountActs = ({ act }: Pick<Database, 'act'>): AccountActs => ({
  run: (work) => act((each) => work(accountWriter(each)))
})

export function accountWriter(act: Act): AccountWriter {
  return {
    ...attemptsIn(act),
    ...signInWriter(act),
    ...ownerWriter(act),
    ...roleWriter(act),
    empty: (account, email, texts, now) => empty(act, account, { email, texts, now }),
    forget: (email, key, texts, now) => emptyAddress(act, { account: null, key }, { email, texts, now }),
    note: ({ account, kind, data, by }, at) =>
      journalIn(act).record({
        subject: { kind: 'account', id: account },
        kind,
        by: by === 'system' ? SYSTEM : by,
        at,
        public: false,
        data
      }),
    send: (mail) => outboxIn(act).put({ mail })
  }
}

type Written<Name extends keyof AccountWriter> = Pick<AccountWriter, Name>

function signInWriter({
  tables,
  client
}: Act): Written<'openSignIns' | 'addSignIn' | 'expireSignIns' | 'lockSignIn' | 'countTry' | 'useSignIn'> {
  return {
    openSignIns: async (emailKey, now) => {
      const rows = await tables.signIn.findMany({
        where: { emailKey: toBytes(emailKey), usedAt: null, expiresAt: { gt: now } },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        select: { id: true }
      })
      return rows.map(({ id }) => id)
    },
    addSignIn: async ({ id, email, codeDigest, browserDigest, expiresAt }, emailKey, now) => {
      await tables.signIn.create({
        data: {
          id,
          email,
          emailKey: toBytes(emailKey),
          codeDigest: toBytes(codeDigest),
          browserDigest: toBytes(browserDigest),
          createdAt: now,
          expiresAt
        }
      })
    },
    expireSignIns: async (ids) => {
      // A sign-in must end after it began, so one of this very instant is ended by using up its tries.
      if (ids.length > 0)
        await tables.signIn.updateMany({ where: { id: { in: [...ids] } }, data: { tries: SPENT } })
    },
    lockSignIn: async (id) => {
      await client.query(signInLock(id))
      const row = await tables.signIn.findUnique({ where: { id } })
      return row && toSignIn(row)
    },
    countTry: async (id) => {
      await tables.signIn.update({ where: { id }, data: { tries: { increment: 1 } } })
    },
    useSignIn: async (id, now) => {
      await tables.signIn.update({ where: { id }, data: { usedAt: now } })
    }
  }
}

/** More tries than any sign-in has. */
const SPENT = 1_000

function ownerWriter({
  tables
}: Act): Written<
  'accountOf' | 'find' | 'findByKey' | 'change' | 'warned' | 'addSession' | 'endSession' | 'endSessions'
> {
  const read = async (where: { id: string } | { emailKey: Uint8Array<ArrayBuffer> }) =>
    toAccount(await tables.account.findUnique({ where, include: withOpenRoles(new Date()) }))
  return {
    accountOf: async (emailKey, { id, email, language }, now) => {
      const key = toBytes(emailKey)
      const data = { id, email, emailKey: key, language, createdAt: now, lastSeenOn: now }
      // Two sign-ins of a new address may succeed at once.
      const { count } = await tables.account.createMany({ data, skipDuplicates: true })
      if (count === 0) await tables.account.update({ where: { emailKey: key }, data: seenOn(now) })
      const account = await read({ emailKey: key })
      if (account === null) throw new Error('An account has gone within the transaction that made it.')
      return { account, isNew: count > 0 }
    },
    find: (id) => read({ id }),
    findByKey: (emailKey) => read({ emailKey: toBytes(emailKey) }),
    change: async (id, profile) => {
      await tables.account.update({ where: { id }, data: profile })
    },
    warned: async (id, now) => {
      await tables.account.update({ where: { id }, data: { warnedOn: now } })
    },
    addSession: async ({ digest, label, ...session }) => {
      await tables.session.create({ data: { ...session, digest: toBytes(digest), label: label ?? '' } })
    },
    endSession: async (digest) => {
      await tables.session.deleteMany({ where: { digest: toBytes(digest) } })
    },
    endSessions: async (accountId) => (await tables.session.deleteMany({ where: { accountId } })).count
  }
}

/** An account that is used again needs no warning. */
export const seenOn = (now: Date) => ({ lastSeenOn: now, warnedOn: null })

function roleWriter({ tables }: Act): Written<'grant' | 'endRoles'> {
  return {
    grant: async (id, accountId, held, by, now) => {
      const { role, scope, rank } = held
      const scopeCode = scope.kind === 'all' ? null : scope.code
      const place = { accountId, role, scopeKind: scope.kind, scopeCode }
      // A role whose time is over stands in the way of the index of open ones.
      await tables.role.updateMany({
        where: { ...place, endedAt: null, endsAt: { lte: now } },
        data: { endedAt: now }
      })
      const { count } = await tables.role.createMany({
        data: {
          id,
          ...place,
          rank: role === 'manager' ? (rank ?? 'owner') : null,
          grantedById: accountIn(by),
          grantedAt: now
        },
        skipDuplicates: true
      })
      return count > 0
    },
    endRoles: async (accountId, by, now): Promise<readonly RoleHeld[]> => {
      const where = { accountId, ...openRoles(now) }
      const ended = await tables.role.findMany({ where, orderBy: { grantedAt: 'asc' } })
      const data = { endedAt: now, endedById: accountIn(by) }
      await tables.role.updateMany({ where: { accountId, endedAt: null }, data })
      return ended.map(toRole)
    }
  }
}

const accountIn = (by: By): string | null => (by !== 'system' && by.kind === 'account' ? by.id : null)

type Emptying = { readonly email: Email; readonly texts: TextsAfter; readonly now: Date }

async function empty(act: Act, id: string, emptying: Emptying): Promise<void> {
  const { tables, client } = act
  const { emailKey } = await tables.account.findUniqueOrThrow({ where: { id } })
  await emptyAddress(act, { account: id, key: emailKey && Buffer.from(emailKey) }, emptying)
  await tables.identity.deleteMany({ where: { accountId: id } })
  for (const statement of [claimsEnd(id, emptying.now), claimHintsEmpty(id)]) await client.query(statement)
  await tables.account.update({
    where: { id },
    data: {
      email: null,
      emailKey: null,
      name: null,
      capacity: null,
      warnedOn: null,
      closedAt: emptying.now
    }
  })
}

type Whose = { readonly account: string | null; readonly key: Buffer | null }

/**
 * Takes an address out of all that was sent with it, and what the account sent, if there is one. It is recognised by its
 * key too, because an erasure may have taken the address out before.
 */
async function emptyAddress(act: Act, whose: Whose, { email, texts, now }: Emptying): Promise<void> {
  const { tables, client } = act
  const ofAddress = { where: { email: { equals: email, mode: 'insensitive' } } } as const
  await tables.signIn.deleteMany(ofAddress)
  await tables.subscription.deleteMany(ofAddress)
  await tables.sourceFeedback.deleteMany(ofAddress)
  await client.query(contributionsEmpty({ ...whose, email }, texts === 'erased', now))
  await client.query(noticesEmpty(email))
  await outboxIn(act).forget(email)
}
