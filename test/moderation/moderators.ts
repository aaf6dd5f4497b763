import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import type { Scope } from '../../src/domain/permissions.ts'
import { accountActs } from '../../src/store/accounts/account-writer.ts'
import type { Database } from '../../src/store/db/database.ts'
import type { Api } from '../support/app.ts'
import { forgetAttempts, signIn } from '../support/people/accounts.ts'

export type Moderator = {
  readonly id: string
  readonly token: string
  readonly ask: (path: string) => Promise<LightMyRequestResponse>
  /** Does something with a report. */
  readonly decide: (reference: string, act: string, body?: object) => Promise<LightMyRequestResponse>
}

/** Signs in an account, and makes it a moderator in this scope. */
export async function moderatorOf(
  api: Api,
  database: Database,
  email: string,
  scope?: Scope
): Promise<Moderator> {
  await forgetAttempts(database)
  const token = await signIn(api, database, email)
  const account = await database.prisma.account.findFirstOrThrow({ where: { email } })
  if (scope !== undefined)
    await accountActs(database).run((writer) =>
      writer.grant(randomUUID(), account.id, { role: 'moderator', scope }, 'system', new Date())
    )
  const headers = { authorization: `Bearer ${token}` }
  return {
    id: account.id,
    token,
    ask: (url) => api.ask({ url, headers }),
    decide: (reference, act, payload) =>
      api.ask({
        method: 'POST',
        url: `/v1/moderation/contribution/${reference}/${act}`,
        headers,
        ...(payload && { payload })
      })
  }
}

let clients = 0

/** Reports something, each time from another client, because one may send 20 in an hour; returns its reference. */
export async function report({ ask }: Api, payload: object, headers = {}): Promise<string> {
  const remoteAddress = `198.51.100.${clients++ % 250}`
  const answer = await ask({ method: 'POST', url: '/v1/contributions', payload, headers, remoteAddress })
  if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${answer.body}`)
  return answer.json().reference
}

/** The kinds of acts in the journal of a report, in their order. */
export async function journalOf(database: Database, reference: string): Promise<readonly string[]> {
  const { rows } = await database.batch.query<{ kind: string }>(
    "SELECT kind FROM act WHERE subject_kind = 'contribution' AND subject_id = $1 ORDER BY seq",
    [reference]
  )
  return rows.map(({ kind }) => kind)
}
