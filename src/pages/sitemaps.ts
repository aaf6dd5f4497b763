import { Readable } from 'node:stream'
import { escapeUTF8 } from 'entities'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { remembering } from '../domain/concurrency/remembered.ts'
import type { Place } from '../domain/places/place.ts'
import type { Territory } from '../domain/territories/territory.ts'
import { PAGES, type PageName } from './addresses/pages.ts'
import { placeAddress } from './addresses/place-address.ts'
import { hasPage, territoryAddress } from './addresses/territory-address.ts'
import type { AskApi } from './shell/api.ts'
import { DAY, hidden } from './shell/respond.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** The pages that search engines should find, besides those of places. */
const LISTED_PAGES = [
  'search',
  'orientation',
  'departments',
  'integrate',
  'data',
  'about',
  'contact',
  'sources',
  'legal',
  'privacy',
  'accessibility'
] as const satisfies readonly PageName[]

type Departments = { readonly facets: { readonly department: readonly { readonly code: string }[] } }

/**
 * Sitemaps for search engines: an index, and one list per département, far below the maximum of 50 000 addresses
 * (https://www.sitemaps.org).
 */
export function sitemaps(app: FastifyInstance, ask: AskApi, publicUrl: string | undefined): void {
  const base = ({ origin }: FastifyRequest): string => publicUrl ?? origin
  // Without a public address, the list begins with the host that the client sent, so it must not reach others.
  const cached = (reply: FastifyReply) =>
    publicUrl === undefined ? reply.header('cache-control', 'no-store') : reply

  app.get('/robots.txt', hidden(DAY), (request, reply) =>
    cached(reply)
      .type('text/plain; charset=utf-8')
      .send(`User-agent: *\nDisallow: /v1/\nSitemap: ${base(request)}/sitemap.xml\n`)
  )

  app.get('/sitemap.xml', hidden(DAY), async (request, reply) => {
    const answered = await ask<Departments>(request, '/v1/places?facets=department&limit=1&total=none')
    const items = 'body' in answered ? answered.body.facets.department : []
    const maps = ['pages', ...items.map(({ code }) => code)].map(
      (name) => `<sitemap>${located(`${base(request)}/sitemap-${name}.xml`)}</sitemap>`
    )
    return cached(reply)
      .code('body' in answered ? 200 : 503)
      .type('application/xml; charset=utf-8')
      .send(`${HEAD}<sitemapindex ${NAMESPACE}>\n${maps.join('\n')}\n</sitemapindex>\n`)
  })

  app.get('/sitemap-pages.xml', hidden(DAY), async (request, reply) => {
    const regions = await ask<{ readonly items: readonly Territory[] }>(
      request,
      '/v1/territories?kind=region&limit=100'
    )
    const known = 'body' in regions ? regions.body.items.filter(({ places }) => places > 0) : []
    const paths = [
      ...LISTED_PAGES.map((name) => PAGES[name]),
      ...known.map((each) => territoryAddress({ ...each, kind: 'region' }, 'fr'))
    ]
    const entries = paths.map((path) => ({ path }))
    return cached(reply)
      .code('body' in regions ? 200 : 503)
      .type('application/xml; charset=utf-8')
      .send([...written(entries, base(request))].join(''))
  })

  const list = listsOf(app, ask)
  app.get<{ Params: { code: string } }>('/sitemap-:code.xml', hidden(DAY), async (request, reply) => {
    const listed = await list(request, request.params.code)
    if (typeof listed === 'number')
      return reply.code(listed).type('text/plain').send(`There is no such list (${listed}).\n`)
    return cached(reply)
      .type('application/xml; charset=utf-8')
      .send(Readable.from(written(listed, base(request)), { objectMode: false }))
  })
}

type Listed = { readonly path: string; readonly changed?: string }

/** A list of a million places' densest département has 30 000 addresses, about 5 MB. */
const LISTED_MOST = 200_000
const LISTED_MS = 10 * 60_000

/**
 * The addresses of the places of a département, of the communes that they are in, and of its own page, or the status of the API if it has no such list. They are read whole, so that no
 * reader of ours keeps an export waiting, and kept for a while, because all crawlers read all lists.
 */
function listsOf(app: FastifyInstance, ask: AskApi) {
  const remember = remembering<readonly Listed[]>({
    maxSize: LISTED_MOST,
    sizeOf: (list) => list.length + 1,
    ttl: LISTED_MS
  })
  return (request: FastifyRequest, code: string): Promise<readonly Listed[] | number> =>
    remember(code, async () => {
      const url = `/v1/exports/places.ndjson?department=${encodeURIComponent(code)}`
      const answer = await app.askInside(request, url, { asStream: true })
      if (answer.statusCode !== 200) throw new NoList(answer.statusCode)
      const listed: Listed[] = []
      const communes = new Set<string>()
      for await (const line of linesOf(answer.stream())) {
        const place = JSON.parse(line) as Place
        listed.push({ path: placeAddress(place, 'fr'), changed: place.updated_at.slice(0, 10) })
        if (place.address.commune !== null) communes.add(place.address.commune)
      }
      return [...listed, ...(await territoriesOf(ask, request, code, communes))]
    }).catch((error: unknown) => {
      if (error instanceof NoList) return error.status
      throw error
    })
}

/** The pages of a département and of these communes; the arrondissements of a city have the page of the city. */
async function territoriesOf(
  ask: AskApi,
  request: FastifyRequest,
  department: string,
  communes: ReadonlySet<string>
): Promise<readonly Listed[]> {
  const paths = new Set<string>()
  // One after the other, so that they never take more than one turn from readers of pages.
  for (const path of [`department/${department}`, ...[...communes].map((code) => `commune/${code}`)]) {
    const answered = await ask<Territory>(request, `/v1/territories/${path}`)
    if (!('body' in answered)) continue
    const { kind } = answered.body
    if (hasPage(kind)) paths.add(territoryAddress({ ...answered.body, kind }, 'fr'))
  }
  return [...paths].map((path) => ({ path }))
}

/** Not by `node:readline`, which would wait for ever if the stream broke off. */
async function* linesOf(stream: Readable): AsyncIterable<string> {
  let rest = ''
  for await (const chunk of stream.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

/** Thrown so that it is not remembered. */
class NoList extends Error {
  readonly status: number

  constructor(status: number) {
    super(`There is no such list (${status}).`)
    this.status = status
  }
}

function* written(listed: readonly Listed[], base: string): Iterable<string> {
  yield `${HEAD}<urlset ${NAMESPACE}>\n`
  for (const { path, changed } of listed)
    yield `<url>${located(base + path)}${changed === undefined ? '' : `<lastmod>${changed}</lastmod>`}</url>\n`
  yield '</urlset>\n'
}

const located = (address: string): string => `<loc>${escapeUTF8(address)}</loc>`
