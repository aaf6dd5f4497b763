import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../domain/language.ts'
import type { FoundPlace } from '../../domain/places/place.ts'
import { termLabel } from '../../domain/vocabularies/term-label.ts'
import { feedOf } from '../addresses/feed-address.ts'
import { idIn, otherLanguage, placeAddress } from '../addresses/place-address.ts'
import { placeInSelection, readSelection } from '../addresses/selection.ts'
import { isVague } from '../parts/distance.tsx'
import { send } from '../parts/send.ts'
import { kindsOf } from '../parts/terms.ts'
import type { Ask, AskApi } from '../shell/api.ts'
import type { Entry } from '../shell/assets.ts'
import type { BaseMap } from '../shell/base-map.ts'
import { kindImage } from '../shell/images.ts'
import { policyFor } from '../shell/policy.ts'
import { languageOf } from '../shell/respond.ts'
import { SMALL_MAP_STYLE } from '../small-map/style.ts'
import { surroundingsOf } from '../small-map/towns-around.ts'
import { WORDING } from '../wording/wording.ts'
import { linkedDataOf } from './linked-data.ts'
import { managedFieldsOf } from './managed-fields.ts'
import { PlacePage, type ShownPlace } from './place-page.tsx'
import type { PlaceTold } from './place-told.ts'
import { showNone } from './show-none.tsx'
import { sourcesKnown } from './sources.tsx'
import { PLACE_STYLE } from './style.ts'
import { townOf } from './town-of.ts'

type Options = {
  readonly ask: AskApi
  readonly publicUrl: string | undefined
  readonly base: BaseMap
  readonly entry: Entry | undefined
}

/** Shows the page of one place. */
export async function showPlace(
  { ask: askApi, publicUrl, base, entry }: Options,
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
  if (!('body' in answered)) return showNone({ ask, lang, segment, answered }, reply)
  const place = reply.server.site.participation ? await askedClosed(ask, answered.body) : answered.body
  const carried = readSelection(request.query as Record<string, unknown>)
  // A place has one address per language: an address with an old name or without a name is redirected to it.
  if (`/lieux/${segment}` !== placeAddress(place, 'fr')) {
    return reply.redirect(placeInSelection(place, carried, lang), 301)
  }
  const [nearby, home, known, managed] = await Promise.all([
    alternativesTo(ask, place),
    townOf(ask, place),
    sourcesKnown(ask),
    reply.server.site.participation ? managedFieldsOf(ask, place.id) : null
  ])
  const points = place.location ? [place.location] : []
  const surroundings = await surroundingsOf(ask, points, home)
  const says = WORDING[lang]
  const canonical = `${publicUrl ?? ''}${placeAddress(place, lang)}`
  const at = place.location && !isVague(place) ? { lat: place.location.lat, lon: place.location.lon } : null
  const page = {
    title: `${place.display_name}${place.address.city ? `, ${place.address.city}` : ''} – ${says.site}`,
    description: place.summary ?? describe(place, lang),
    styles: [SMALL_MAP_STYLE.address, PLACE_STYLE.address],
    canonical,
    translated: placeInSelection(place, carried, otherLanguage(lang)),
    image: kindImage(place.types[0], kindsOf(place.types.slice(0, 1), lang).join(), lang),
    linkedData: linkedDataOf(place, canonical),
    feed: feedOf(placeAddress(place, lang)),
    entry,
    told: { id: place.id, name: place.display_name, lang, carried, base, at } satisfies PlaceTold,
    children: (
      <PlacePage
        place={place}
        lang={lang}
        today={new Date().toISOString().slice(0, 10)}
        alternatives={nearby}
        home={home}
        surroundings={surroundings}
        known={known}
        managed={managed}
        url={publicUrl === undefined ? undefined : canonical}
        carried={carried}
      />
    )
  }
  return send(reply, lang, page, policyFor(base))
}

/**
 * The nearest other places that share a service with this place, or any nearest places if its services are unknown.
 * If the place has no position, they are places in its commune.
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

/** Whether the place is reported closed is asked again here: after the second report, its author looks at this page. */
async function askedClosed(ask: Ask, { reported_closed, ...place }: ShownPlace): Promise<ShownPlace> {
  const answered = await ask<{ readonly closed: { readonly since: string } | null }>(
    `/v1/places/${place.id}/reports`
  )
  const closed = 'body' in answered ? answered.body.closed : reported_closed
  return closed ? { ...place, reported_closed: { since: closed.since } } : place
}

/** The description for search engines and link previews. */
function describe({ types, services, address }: ShownPlace, lang: Language): string {
  const what = kindsOf(types, lang)
  const where = [address.street, [address.postcode, address.city].filter(Boolean).join(' ')]
  const helps = services.map((code) => termLabel('service', code, lang))
  return [what.join(', '), where.filter(Boolean).join(', '), helps.join(', ')].filter(Boolean).join(' – ')
}
