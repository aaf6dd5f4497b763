import { readConfig } from '../../src/config.ts'
import { depsOver } from '../../src/deps.ts'
import { codeDigest, readCode } from '../../src/domain/accounts/sign-in-code.ts'
import type { Mail } from '../../src/domain/mail/mail.ts'
import { keyFor } from '../../src/domain/seal.ts'
import { dataVersionReader } from '../../src/store/db/data-version.ts'
import type { Database } from '../../src/store/db/database.ts'
import type { Api } from '../support/app.ts'
import { forgetAttempts, mailedTo } from '../support/people/accounts.ts'

/** Tells subscribers, as the chore does. */
export const tellerOver = (database: Database) =>
  depsOver(readConfig({ LOG_LEVEL: 'silent', SEARCH_TIMEOUT_MS: '20000' }), database).subscriptions.tell

/** Subscribes an address with the mailed code, as a program does; returns the id in the links of its mails. */
export async function subscribed(
  { ask }: Pick<Api, 'ask'>,
  database: Database,
  wish: { readonly email: string; readonly cadence?: string } & Readonly<Record<string, string>>
): Promise<string> {
  await forgetAttempts(database)
  const asked = await ask({ method: 'POST', url: '/v1/subscriptions', payload: wish })
  if (asked.statusCode !== 202) throw new Error(`${asked.statusCode} ${asked.body}`)
  const [mail] = await mailedTo(database, wish.email)
  const url = `/v1/subscriptions/${asked.json().id}/confirm`
  const confirmed = await ask({ method: 'POST', url, payload: { code: mail?.code } })
  if (confirmed.statusCode !== 200) throw new Error(`${confirmed.statusCode} ${confirmed.body}`)
  return confirmed.json().id
}

/** The digests that wait in the outbox for an address, the oldest first. */
export async function digestsTo(database: Database, email: string): Promise<readonly Mail[]> {
  const { rows } = await database.batch.query<{ payload: Mail }>(
    `SELECT payload FROM outbox WHERE dedupe LIKE 'digest %' AND payload ->> 'to' = $1 ORDER BY id`,
    [email]
  )
  return rows.map(({ payload }) => payload)
}

/** What a digest tells of each place, by the id of the place. */
export function toldBy({ blocks }: Mail): ReadonlyMap<string, readonly string[]> {
  const told = new Map<string, readonly string[]>()
  let place = ''
  for (const block of blocks) {
    if (typeof block === 'string') continue
    if ('link' in block) place = /^\/lieux\/([0-9a-f-]{36})/.exec(block.link)?.[1] ?? ''
    if ('list' in block) told.set(place, [...(told.get(place) ?? []), ...block.list])
  }
  return told
}

const ON = '0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a92'
const ASKED = '0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a91'

/** The secret with which the link of the examples is sealed. To be set before the secret is read. */
export const secretOfExamples = (database: Database) =>
  database.batch.query("UPDATE data_version SET cursor_secret = '0198f0c2-7a4e-4c31-9d55-1f7b3c1e2a99'")

/** The subscriptions that the examples of the reference name: one that waits for its code, and one that is confirmed. */
export async function subscribedInExamples(database: Database, at: Date): Promise<void> {
  const secret = await dataVersionReader(database).secret()
  const code = readCode('4T9M-0K2W')
  if (code === undefined) throw new Error('not a code')
  await database.batch.query('DELETE FROM subscription')
  for (const [id, state, key] of [
    [ASKED, 'asked', 1],
    [ON, 'on', 2]
  ] as const)
    await database.prisma.subscription.create({
      data: {
        ...{ id, state, createdAt: at, toldAt: at, email: `${state}@example.org` },
        emailKey: new Uint8Array(32).fill(key),
        subjectKind: 'territory',
        subject: 'department:58',
        label: 'Nièvre',
        codeDigest: new Uint8Array(codeDigest(id, code, keyFor('subscription code', secret)))
      }
    })
}
