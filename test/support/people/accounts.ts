import { emailKey, readEmail } from '../../../src/domain/accounts/email.ts'
import { codeDigest, readCode } from '../../../src/domain/accounts/sign-in-code.ts'
import { keyFor } from '../../../src/domain/seal.ts'
import { accountActs } from '../../../src/store/accounts/account-writer.ts'
import { dataVersionReader } from '../../../src/store/db/data-version.ts'
import type { Database } from '../../../src/store/db/database.ts'
import type { Api } from '../app.ts'

type Mailed = { readonly code: string; readonly link: string }

/** What the mails to an address say, the newest first, as they wait in the outbox. */
export async function mailedTo(database: Database, email: string): Promise<readonly Mailed[]> {
  const { rows } = await database.batch.query<{ payload: { to: string; blocks: readonly unknown[] } }>(
    'SELECT payload FROM outbox WHERE payload IS NOT NULL ORDER BY id DESC'
  )
  return rows
    .filter(({ payload }) => payload.to.toLowerCase() === email.toLowerCase())
    .map(({ payload: { blocks } }) =>
      Object.assign({ code: '', link: '' }, ...blocks.filter((block) => typeof block === 'object'))
    )
}

/** Signs in with a mailed code, as a program does; returns the token of the session. */
export async function signIn(api: Api, database: Database, email: string): Promise<string> {
  const asked = await api.ask({ method: 'POST', url: '/v1/sign-ins', payload: { email } })
  if (asked.statusCode !== 202) throw new Error(`${asked.statusCode} ${asked.body}`)
  const [mail] = await mailedTo(database, email)
  const answer = await api.ask({
    method: 'POST',
    url: `/v1/sign-ins/${asked.json().id}`,
    payload: { code: mail?.code }
  })
  if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${answer.body}`)
  return answer.json().token
}

/** Forgets how often codes were asked for, so that a test can ask again. */
export const forgetAttempts = (database: Database) => database.batch.query('DELETE FROM attempt')

/** A sign-in with a certain id and code, as in the examples of the reference. */
export async function askedSignIn(database: Database, id: string, code: string, at: Date): Promise<void> {
  const [read, email] = [readCode(code), readEmail('ana@example.org')]
  if (read === undefined || email === undefined) throw new Error('not a code')
  const secret = await dataVersionReader(database).secret()
  await database.batch.query('DELETE FROM sign_in WHERE id = $1', [id])
  const signIn = {
    id,
    email,
    codeDigest: codeDigest(id, read, keyFor('sign-in code', secret)),
    browserDigest: Buffer.alloc(32),
    tries: 0,
    expiresAt: new Date(at.getTime() + 60_000),
    usedAt: null
  }
  const key = emailKey(email, keyFor('email', secret))
  await accountActs(database).run((writer) => writer.addSignIn(signIn, key, at))
}
