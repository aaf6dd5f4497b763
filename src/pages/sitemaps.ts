import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { escapeUTF8 } from 'entities'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Place } from '../domain/places/place.ts'
import { placeAddress } from './addresses/place-address.ts'
import type { AskApi } from './shell/api.ts'

const DAY = { config: { hidden: true, cacheControl: 'public, max-age=86400' }, schema: {} }
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

type Departments = { readonly facets: { readonly department: readonly { readonly code: string }[] } }

/**
 * Sitemaps for search engines: an index, and one list per département, far below the maximum of 50 000 addresses
 * (https://www.sitemaps.org). Each list is streamed, like the export from which it is made.
 */
export function sitemaps(app: FastifyInstance, ask: AskApi, publicUrl: string | undefined): void {
  const base = ({ protocol, host }: FastifyRequest) => publicUrl ?? `${protocol}://${host}`

  app.get('/robots.txt', DAY, (request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .send(`User-agent: *\nDisallow: /v1/\nSitemap: ${base(request)}/sitemap.xml\n`)
  )

  app.get('/sitemap.xml', DAY, async (request, reply) => {
    const answered = await ask<Departments>(request, '/v1/places?facets=department&limit=1&total=none')
    const items = 'body' in answered ? answered.body.facets.department : []
    const maps = items.map(
      ({ code }) => `<sitemap>${located(`${base(request)}/sitemap-${code}.xml`)}</sitemap>`
    )
    return reply
      .code('body' in answered ? 200 : 503)
      .type('application/xml; charset=utf-8')
      .send(`${HEAD}<sitemapindex ${NAMESPACE}>\n${maps.join('\n')}\n</sitemapindex>\n`)
  })

  app.get<{ Params: { code: string } }>('/sitemap-:code.xml', DAY, async (request, reply) => {
    const url = `/v1/exports/places.ndjson?department=${encodeURIComponent(request.params.code)}`
    const answer = await app.inject({ url, remoteAddress: request.ip, payloadAsStream: true })
    reply.code(answer.statusCode)
    if (answer.statusCode !== 200)
      return reply.type('text/plain').send(`There is no such list (${answer.statusCode}).\n`)
    const lines = Readable.from(listed(answer.stream(), base(request)), { objectMode: false })
    return reply.type('application/xml; charset=utf-8').send(lines)
  })
}

async function* listed(export_: Readable, base: string): AsyncIterable<string> {
  yield `${HEAD}<urlset ${NAMESPACE}>\n`
  for await (const line of createInterface({ input: export_ })) {
    const place = JSON.parse(line) as Place
    const changed = place.updated_at.slice(0, 10)
    yield `<url>${located(base + placeAddress(place, 'fr'))}<lastmod>${changed}</lastmod></url>\n`
  }
  yield '</urlset>\n'
}

/** Escaped, because without PUBLIC_URL the address begins with the host sent by the client, which may be any text. */
const located = (address: string): string => `<loc>${escapeUTF8(address)}</loc>`
