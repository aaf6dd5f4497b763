import { existsSync, readFileSync } from 'node:fs'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { renderToString } from 'preact-render-to-string'
import type { Territory } from '../../domain/territories/territory.ts'
import { LISTED_FIELDS } from '../parts/listed-place.ts'
import type { Found } from '../search/found.ts'
import type { AskApi } from '../shell/api.ts'
import type { BaseMap } from '../shell/base-map.ts'
import { policyFor } from '../shell/policy.ts'
import { DAY, FRESH, hidden, languageOf, REFUSED } from '../shell/respond.ts'
import { propertiesOf, readColours } from './colours.ts'
import { EmbedPage } from './embed-page.tsx'
import { aroundCommune, embedFilters } from './filters.ts'

const COMPONENT = new URL('../../../dist/browser/embed/annuaire-carte.js', import.meta.url)

/**
 * `Cache-Control` for the component. Its address has no hash, because it is written into the pages of other sites;
 * with this header, they still get a new version within minutes.
 */
const SHORTLY = 'public, max-age=300, stale-while-revalidate=86400'

/** Serves what the map on other people's pages loads: its script, its base map and the chosen colours. */
export function embedFiles(app: FastifyInstance, base: BaseMap): void {
  const component = existsSync(COMPONENT) ? readFileSync(COMPONENT) : undefined
  app.get('/embed/annuaire-carte.js', hidden(SHORTLY), (_, reply) =>
    component ? reply.type('text/javascript; charset=utf-8').send(component) : reply.callNotFound()
  )
  app.get('/embed/base-map.json', hidden(FRESH), () => base)
  app.get('/embed/colours.css', hidden(DAY), (request, reply) => {
    const query = request.query as Record<string, unknown>
    const set = propertiesOf(readColours((name) => query[name])).map((pair) => `${pair.join(':')};`)
    return reply.type('text/css; charset=utf-8').send(`annuaire-carte{${set.join('')}}`)
  })
}

/** The content security policy of the page for iframes: any site may embed this page, but none of our other pages. */
const frameable = (base: BaseMap): string =>
  policyFor(base).replace("frame-ancestors 'none'", 'frame-ancestors *')

/** The fields that a card shows, and `fits`, which says whether the heading counts the place. */
const LISTED = [...LISTED_FIELDS, 'fits'].join(',')

/** Shows the page for iframes. */
export async function showEmbed(ask: AskApi, base: BaseMap, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const query = request.query as Record<string, unknown>
  const filters = embedFilters((name) => {
    const value = query[name]
    return Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : null
  })
  const asked = await aroundCommune(filters, async (commune) => {
    const town = await ask<Territory>(request, `/v1/territories/commune/${encodeURIComponent(commune)}`)
    return 'body' in town ? town.body.centre : null
  })
  const answered = await ask<Found>(request, `/v1/places?${asked}&fields=${LISTED}`)
  const found = 'body' in answered ? answered.body : REFUSED.has(answered.status) ? 'refused' : 'away'
  const given = Object.entries(readColours((name) => query[name]))
  const page = (
    <EmbedPage
      lang={lang}
      filters={filters}
      found={found}
      isSearched={query.search !== undefined && query.search !== ''}
      colours={given.length > 0 ? `/embed/colours.css?${new URLSearchParams(given)}` : undefined}
    />
  )
  return reply
    .code(found === 'away' ? 503 : answered.status)
    .type('text/html; charset=utf-8')
    .header('content-language', lang)
    .header('content-security-policy', frameable(base))
    .removeHeader('x-frame-options')
    .send(`<!doctype html>${renderToString(page)}`)
}
