import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Test } from 'tap'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { depsOver } from '../../src/deps.ts'
import type { Place } from '../../src/domain/places/place.ts'
import type { Admission } from '../../src/http/shell/admission-limits.ts'
import { UNPRESSED } from '../../src/http/shell/plugins/pressure.ts'
import type { Database } from '../../src/store/db/database.ts'

/** A place as the API returns it in JSON. */
export type AnsweredPlace = Omit<Place, 'opening_hours'> & {
  readonly opening_hours: Place['opening_hours'] & { readonly week?: unknown }
  readonly distance_m?: number | null
  readonly beyond_radius?: true
}

/** A place as it appears in exports and changes, without its current state and its week. */
export function withoutWeek({ opening_hours, ...place }: AnsweredPlace) {
  const { state, next_change, week, ...hours } = opening_hours
  return { ...place, opening_hours: hours }
}

export type Page = {
  readonly items: readonly AnsweredPlace[]
  readonly total: { readonly value: number; readonly relation: 'eq' | 'gte' } | null
  readonly facets?: Readonly<
    Record<string, readonly { readonly code: string; readonly label: string; readonly count: number }[]>
  >
  readonly next: string | null
}

export type Api = {
  readonly app: FastifyInstance
  readonly ask: (request: string | InjectOptions) => Promise<LightMyRequestResponse>
  /** Returns the body of an answer with status 200; if the answer has another status, fails and shows the answer. */
  readonly get: <Body = Page>(url: string, headers?: Readonly<Record<string, string>>) => Promise<Body>
  readonly post: <Body = Page>(url: string, body: object) => Promise<Body>
  /** Returns this page and all pages that follow it. */
  readonly follow: (page: Page) => Promise<readonly Page[]>
  /** All results of a search, page after page. */
  readonly all: (url: string) => Promise<readonly AnsweredPlace[]>
}

/** Starts the real application on the database of a test, without a rate limit unless `env` sets one. */
export async function apiOver(
  t: Test,
  database: Database,
  clock?: () => number,
  limits?: Partial<Admission>,
  env: Readonly<Record<string, string>> = {}
): Promise<Api> {
  const config = readConfig({
    RATE_LIMIT_PER_MINUTE: '0',
    LOG_LEVEL: 'silent',
    SEARCH_TIMEOUT_MS: '20000',
    ...env
  })
  const app = await buildApp(depsOver(config, database, clock), undefined, UNPRESSED, limits)
  t.teardown(() => app.close())

  // On a busy machine, the app may refuse requests because of overload. Other tests cover that; here, refused
  // requests are repeated.
  const ask: Api['ask'] = async (request) => {
    for (;;) {
      const answer = await app.inject(request)
      const isPage = /^text\/html/.test(String(answer.headers['content-type']))
      if (answer.statusCode !== 503 || !(isPage || answer.body.includes('temporary-reduced-capacity')))
        return answer
      await wait(200)
    }
  }
  const good = (answer: LightMyRequestResponse, what: string) => {
    if (answer.statusCode !== 200) throw new Error(`${what}: ${answer.statusCode} ${answer.body}`)
    return answer.json()
  }
  const get: Api['get'] = async (url, headers = {}) => good(await ask({ url, headers }), url)
  const post: Api['post'] = async (url, payload) =>
    good(await ask({ method: 'POST', url, payload }), JSON.stringify(payload))
  const follow: Api['follow'] = async (page) => {
    const pages = [page]
    for (let next = page.next; next !== null; next = pages.at(-1)?.next ?? null) pages.push(await get(next))
    return pages
  }
  const all: Api['all'] = async (url) => (await follow(await get(url))).flatMap(({ items }) => items)
  return { app, ask, get, post, follow, all }
}

/** The URL of a search. A parameter with a list of lists is repeated, once for each inner list. */
export function searchUrl(parameters: Readonly<Record<string, unknown>>, path = '/v1/places'): string {
  const pairs = Object.entries(parameters).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((each) => [name, String(each)] as [string, string])
  )
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`
}
