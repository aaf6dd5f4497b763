import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { emailKey, readEmail } from '../../src/domain/accounts/email.ts'
import { codeDigest, readCode } from '../../src/domain/accounts/sign-in-code.ts'
import type { ClaimState } from '../../src/domain/claims/machine.ts'
import { keyFor } from '../../src/domain/seal.ts'
import { accountActs } from '../../src/store/accounts/account-writer.ts'
import { dataVersionReader } from '../../src/store/db/data-version.ts'
import type { Database } from '../../src/store/db/database.ts'
import type { Api } from '../support/app.ts'
import { forgetAttempts, signIn } from '../support/people/accounts.ts'

/** A person who is signed in. */
export type Person = {
  readonly id: string
  readonly email: string
  readonly token: string
  readonly tell: (path: string, body?: object) => Promise<LightMyRequestResponse>
  readonly change: (path: string, body: object) => Promise<LightMyRequestResponse>
  readonly see: (path: string) => Promise<LightMyRequestResponse>
}

export async function personOf(api: Api, database: Database, email: string): Promise<Person> {
  await forgetAttempts(database)
  const token = await signIn(api, database, email)
  const { id } = await database.prisma.account.findFirstOrThrow({ where: { email } })
  const headers = { authorization: `Bearer ${token}` }
  return {
    id,
    email,
    token,
    tell: (url, payload = {}) => api.ask({ method: 'POST', url, headers, payload }),
    change: (url, payload) => api.ask({ method: 'PATCH', url, headers, payload }),
    see: (url) => api.ask({ url, headers })
  }
}

/** The claims of the examples: some of the account that calls, the others of a second one. */
export async function claimedInExamples(
  database: Database,
  place: string,
  email: string,
  at: Date
): Promise<void> {
  const secret = await dataVersionReader(database).secret()
  const accountOf = (address: string) =>
    accountActs(database).run(async (writer) => {
      const read = readEmail(address)
      if (read === undefined) throw new Error(`${address} is not an address`)
      const key = emailKey(read, keyFor('email', secret))
      const fresh = { id: randomUUID(), email: read, language: 'fr' } as const
      return (await writer.accountOf(key, fresh, at)).account.id
    })
  const own = await accountOf(email)
  const states: Readonly<Record<string, readonly [ClaimState, 'own' | 'other']>> = {
    ...{ c10: ['ended', 'own'], c11: ['proving', 'own'], c12: ['granted', 'other'] },
    ...{ c13: ['asked', 'other'], c14: ['asked', 'other'], c15: ['contested', 'other'] },
    ...{ c16: ['granted', 'own'], c17: ['asked', 'own'] }
  }
  await database.prisma.claim.deleteMany({})
  for (const [last, [state, of]] of Object.entries(states)) {
    const id = `0198f0c2-7a4e-7c31-9d55-000000000${last}`
    const code = readCode('4T9M-0K2W')
    const isOpen = state === 'asked' || state === 'proving'
    await database.prisma.claim.create({
      data: {
        ...{
          id,
          state,
          proof: 'contact_code',
          placeId: await placeFor(database, place, last),
          createdAt: at
        },
        accountId: of === 'own' ? own : await accountOf(`${last}@example.org`),
        ...(!isOpen && { decidedAt: at }),
        ...(state === 'proving' &&
          code && { codeDigest: new Uint8Array(codeDigest(id, code, keyFor('claim code', secret))) })
      }
    })
  }
}

/** An account has one claim on a place, so its others are on other places. */
async function placeFor(database: Database, place: string, last: string): Promise<string> {
  if (last !== 'c11' && last !== 'c17') return place
  const others = await database.prisma.place.findMany({
    where: { id: { not: place } },
    orderBy: { id: 'asc' }
  })
  return others[last === 'c11' ? 0 : 1]?.id ?? place
}
