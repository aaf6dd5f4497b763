import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../domain/opening/say-week.ts'
import type { FoundPlace } from '../domain/place.ts'
import { idIn, otherLanguage, placeAddress } from './addresses.ts'
import { type AskApi, apiOf } from './api.ts'
import { assets } from './assets.ts'
import type { BaseMap } from './base-map.ts'
import { embed } from './embed/embed.tsx'
import { integrate } from './integrer/integrate.tsx'
import { linkedDataOf } from './linked-data.ts'
import { orientation } from './orientation/orientation.tsx'
import { PlacePage, type ShownPlace } from './place-page.tsx'
import { DAY, FRESH, hidden, languageOf, send } from './respond.ts'
import { showSearch } from './show-search.tsx'
import { sitemaps } from './sitemaps.ts'
import { ICON, STYLE } from './style.ts'
import { WORDING } from './wording.ts'

export type PagesOptions = {
  /** Address under which the public reaches the pages. */
  readonly publicUrl: string | undefined
  /** Where to write when something is wrong. */
  readonly reportTo: string | undefined
  /** What lies under the places on a map. */
  readonly base: BaseMap
}

/** The pages for people: written whole on the server, so that they need nothing but a browser of any age. */
export function pages(app: FastifyInstance, options: PagesOptions): void {
  const ask = apiOf(app)
  const entryOf = assets(app, options.base)
  const searching = { ask, entry: entryOf('search'), ...options }
  app.get('/', hidden(FRESH), (request, reply) => showSearch(searching, request, reply))
  app.get<{ Params: { place: string } }>('/lieux/:place', hidden(FRESH), (request, reply) =>
    showPlace(ask, options, request.params.place, request, reply)
  )
  app.get('/pages/style.css', hidden(DAY), (_, reply) => reply.type('text/css; charset=utf-8').send(STYLE))
  app.get('/pages/icon.svg', hidden(DAY), (_, reply) => reply.type('image/svg+xml').send(ICON))
  orientation(app, ask, options.publicUrl)
  embed(app, ask, options.base)
  integrate(app, { ask, publicUrl: options.publicUrl, entry: entryOf('integrer') })
  sitemaps(app, ask, options.publicUrl)
}

async function showPlace(
  ask: AskApi,
  { publicUrl = '', reportTo }: PagesOptions,
  segment: string,
  request: FastifyRequest,
  reply: FastifyReply
) {
  const lang = languageOf(request)
  const id = idIn(segment)
  const answered = id
    ? await ask<ShownPlace>(request, `/v1/places/${id}?lang=${lang}`)
    : { status: 404, location: undefined }
  if (!('body' in answered)) return showNone(reply, lang, answered.status, answered.location)
  const place = answered.body
  const address = placeAddress(place, lang)
  // One address a place and language: an old name, or none, leads to the one of today.
  if (`/lieux/${segment}` !== placeAddress(place, 'fr')) return reply.redirect(address, 301)
  const nearby = await ask<{ items: readonly FoundPlace[] }>(
    request,
    `/v1/places/${id}/alternatives?limit=3&total=none`
  )
  const says = WORDING[lang]
  return send(reply, lang, {
    title: `${place.name}${place.address.city ? `, ${place.address.city}` : ''} – ${says.site}`,
    description: place.summary ?? says.tagline,
    canonical: `${publicUrl}${address}`,
    translated: placeAddress(place, otherLanguage(lang)),
    linkedData: linkedDataOf(place, `${publicUrl}${address}`),
    children: (
      <PlacePage
        place={place}
        lang={lang}
        today={new Date().toISOString().slice(0, 10)}
        alternatives={'body' in nearby ? nearby.body.items : []}
        report={reportTo}
      />
    )
  })
}

/** A merged place leads to the one that remains; of others, a page that says what became of it. */
function showNone(reply: FastifyReply, lang: Language, status: number, location: string | undefined) {
  const survivor = location && idIn(location.split('?')[0] ?? '')
  if (status === 301 && survivor)
    return reply.redirect(`/lieux/${survivor}${lang === 'en' ? '?lang=en' : ''}`, 301)
  const says = WORDING[lang]
  const told: Readonly<Record<number, string>> = { 404: says.place.unknown, 410: says.place.gone }
  const failure = status === 429 ? 'busy' : 'away'
  const title = told[status] ?? says.search[failure]
  return send(reply.code(told[status] || failure === 'busy' ? status : 503), lang, {
    title: `${title} – ${says.site}`,
    description: title,
    canonical: '/',
    translated: lang === 'fr' ? '/?lang=en' : '/',
    noindex: true,
    children: (
      <>
        <h1>{title}</h1>
        <p>
          <a href={lang === 'fr' ? '/' : '/?lang=en'}>{says.place.back}</a>
        </p>
      </>
    )
  })
}
