import type { OutgoingHttpHeaders } from 'node:http'
import { v7 as uuid } from 'uuid'
import { newKey, writingScope } from '../../src/domain/access/api-keys.ts'
import type { SourceDefinition } from '../../src/domain/places/source-record.ts'
import { keyStore } from '../../src/store/access/key-store.ts'
import type { Database } from '../../src/store/db/database.ts'
import { sourceRegister } from '../../src/store/writing/source-register.sql.ts'
import type { Api } from './app.ts'

/** Creates a source to which records can be sent, like `annuaire sources create`. */
export async function createSource(
  database: Database,
  slug: string,
  priority = 10,
  rights: Pick<SourceDefinition, 'may_quote' | 'accepted'> = {}
): Promise<SourceDefinition> {
  const source = {
    source: slug,
    name: `Annuaire ${slug}`,
    licence: 'etalab-2.0',
    homepage: null,
    priority,
    publishes_persons: false,
    gives: 'places' as const,
    ...rights
  }
  await database.batch.query(sourceRegister(source))
  return source
}

/** Creates a key, like `annuaire keys create`. */
export async function createKey(
  database: Database,
  scopes: readonly string[],
  expires_at: string | null = null
): Promise<{ readonly id: string; readonly token: string }> {
  const { id, token, digest } = newKey()
  await keyStore(database.batch).add({ id, name: 'Test', digest, scopes, expires_at })
  return { id, token }
}

export type GivenRecord = {
  readonly id: string
  readonly content: Readonly<Record<string, unknown>>
} & Readonly<Record<string, unknown>>

export const ndjson = (records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('')

export type Sender = {
  readonly token: string
  readonly send: (
    body: string | Buffer,
    query?: string,
    headers?: OutgoingHttpHeaders
  ) => ReturnType<Api['ask']>
  /** Sends records and returns the report; fails with the answer if its status is not 200. */
  readonly put: (records: readonly unknown[], query?: string) => Promise<Report>
}

export type Report = {
  readonly source: string
  readonly mode: string
  readonly counts: Readonly<Record<string, number>>
  readonly rejections: readonly {
    readonly line: number
    readonly id: string | null
    readonly reasons: readonly string[]
  }[]
}

/** Creates a source with a key, and returns functions to send its records. */
export async function senderOf(
  database: Database,
  api: Api,
  slug = `source-${uuid()}`,
  priority = 10,
  rights: Pick<SourceDefinition, 'may_quote' | 'accepted'> = {}
): Promise<Sender> {
  await createSource(database, slug, priority, rights)
  const { token } = await createKey(database, [writingScope(slug)])
  const send: Sender['send'] = (body, query = 'mode=complete', headers = {}) =>
    api.ask({
      method: 'PUT',
      url: `/v1/sources/${slug}/records?${query}`,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson', ...headers },
      payload: body
    })
  const put: Sender['put'] = async (records, query) => {
    const answer = await send(ndjson(records), query)
    if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
    return answer.json()
  }
  return { token, send, put }
}
