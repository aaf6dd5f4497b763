import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../domain/language.ts'
import type { FoundPlace } from '../../domain/places/place.ts'
import type { Territory } from '../../domain/territories/territory.ts'
import { idIn, otherLanguage, placeAddress } from '../addresses/place-address.ts'
import { isVague } from '../parts/distance.tsx'
import { send } from '../parts/send.ts'
import { kindsOf, termLabel } from '../parts/terms.ts'
import type { Ask, AskApi } from '../shell/api.ts'
import { languageOf } from '../shell/respond.ts'
import { SMALL_MAP_STYLE } from '../small-map/style.ts'
import { type MapTown, surroundingsOf } from '../small-map/towns-around.ts'
import { WORDING } from '../wording/wording.ts'
import { linkedDataOf } from './linked-data.ts'
import { PlacePage, type ShownPlace } from './place-page.tsx'

type Options = {
  readonly publicUrl: string | undefined
  /** Where to write when something is wrong. */
  readonly reportTo: string | undefined
}

/** The page of one place. */
export async function showPlace(
  askApi: AskApi,
  { publicUrl = '', reportTo }: Options,
  request: FastifyRequest,
  reply: FastifyReply
) {
  const ask: Ask = (path) => askApi(request, path)
  const lang = languageOf(request)
  const { place: segment } = request.params as { place: string }
  const id = idIn(segment)
  const answered = id
    ? await ask<ShownPlace>(`/v1/places/${id}?lang=${lang}`)
    : { status: 404, location: undefined }
  if (!('body' in answered)) return showNone(reply, lang, answered.status, answered.location)
  const place = answered.body
  const address = placeAddress(place, lang)
  // A place has one address per language: an address with an old name or without a name is redirected to it.
  if (`/lieux/${segment}` !== placeAddress(place, 'fr')) return reply.redirect(address, 301)
  const [nearby, home] = await Promise.all([alternativesTo(ask, place), homeOf(ask, place)])
  const points = place.location ? [place.location] : []
  const surroundings = await surroundingsOf(ask, points, home)
  const says = WORDING[lang]
  return send(reply, lang, {
    title: `${place.display_name}${place.address.city ? `, ${place.address.city}` : ''} – ${says.site}`,
    description: place.summary ?? describe(place, lang),
    styles: [SMALL_MAP_STYLE.address],
    canonical: `${publicUrl}${address}`,
    translated: placeAddress(place, otherLanguage(lang)),
    linkedData: linkedDataOf(place, `${publicUrl}${address}`),
    children: (
      <PlacePage
        place={place}
        lang={lang}
        today={new Date().toISOString().slice(0, 10)}
        alternatives={nearby}
        home={home}
        surroundings={surroundings}
        report={reportTo === undefined ? undefined : { to: reportTo, page: `${publicUrl}${address}` }}
      />
    )
  })
}

/**
 * The nearest other places with one of the same services, or any places if its services are unknown. If the place has
 * no position, other places in its commune.
 */
async function alternativesTo(ask: Ask, place: ShownPlace): Promise<readonly FoundPlace[]> {
  const { id, services, location, address } = place
  if (!location && address.commune === null) return []
  const within = location ? '' : `&commune=${address.commune}`
  const same = (services.length > 0 ? `&service=${services.join(',')}` : '') + within
  const nearby = await ask<{ readonly items: readonly FoundPlace[] }>(
    `/v1/places/${id}/alternatives?limit=3&total=none${same}`
  )
  const others = 'body' in nearby ? nearby.body.items : []
  // Distances from an imprecise position would be misleading.
  return isVague(place) ? others.map((each) => ({ ...each, distance_m: null })) : others
}

/** The commune of the place with its centre; null if unknown. */
async function homeOf(ask: Ask, { address: { commune } }: ShownPlace): Promise<MapTown | null> {
  const town = commune === null ? null : await ask<Territory>(`/v1/territories/commune/${commune}`)
  if (!town || !('body' in town) || town.body.centre === null) return null
  const { code, name, centre } = town.body
  return { code, name, at: centre }
}

/** The description for search engines and link previews. */
function describe({ types, services, address }: ShownPlace, lang: Language): string {
  const what = kindsOf(types, lang)
  const where = [address.street, [address.postcode, address.city].filter(Boolean).join(' ')]
  const helps = services.map((code) => termLabel('service', code, lang))
  return [what.join(', '), where.filter(Boolean).join(', '), helps.join(', ')].filter(Boolean).join(' – ')
}

/** Redirects from a merged place to the remaining one; otherwise shows a page that says why there is no place. */
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
