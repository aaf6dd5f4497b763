import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../domain/language.ts'
import { changeLines, changeTitle, type ToldChange } from '../../domain/subscriptions/change-in-words.ts'
import { FEEDS, feedLanguage, feedOf, feedOfSearch } from '../addresses/feed-address.ts'
import { idIn, placeAddress } from '../addresses/place-address.ts'
import { hasPage, kindOfSegment, territoryAddress } from '../addresses/territory-address.ts'
import { filtersOf } from '../search/asked-of-api.ts'
import { followed, readChoices, searchAddress } from '../search/choices.ts'
import type { Ask, AskApi } from '../shell/api.ts'
import { hidden, REFUSED } from '../shell/respond.ts'
import { findTerritory } from '../territory/find-territory.ts'
import { CHANGES } from '../wording/changes.ts'
import { WORDING } from '../wording/wording.ts'
import { type Feed, writeAtom } from './atom.ts'

/** Programs ask a feed again and again; nothing changes so often that five minutes matter. */
const FIVE_MINUTES = 'public, max-age=300, stale-while-revalidate=600'

type Latest = { readonly items: readonly ToldChange[] }

/** What a feed is about. `page` is the address of its page in its language. */
type About = { readonly title: string; readonly page: string; readonly self: string; readonly query: string }

/** The feed moved to another address, or there is none. */
type Elsewhere = { readonly to: string } | { readonly status: number }

type Find = (ask: Ask, request: FastifyRequest, lang: Language) => Promise<About | Elsewhere>

/** Feeds of changes in Atom: of a place, of a territory, and of a search. */
export function feeds(app: FastifyInstance, ask: AskApi, publicUrl: string | undefined): void {
  const show = (find: Find) => async (request: FastifyRequest, reply: FastifyReply) => {
    const lang = feedLanguage(request.query)
    const says = CHANGES[lang]
    const asking: Ask = (path) => ask(request, path)
    const refuse = (status: number) =>
      reply
        .code(status)
        .type('text/plain; charset=utf-8')
        .send(status < 500 ? says.missing : says.away)
    const about = await find(asking, request, lang)
    if ('to' in about) return reply.redirect(about.to, 301)
    if ('status' in about) return refuse(about.status)
    const answered = await asking<Latest>(`/v1/changes/latest?${about.query}`)
    if (!('body' in answered)) return refuse(statusOf(answered.status))
    const base = publicUrl ?? request.origin
    // Without a public address, the feed has the host that the client sent, so it must not reach others.
    if (publicUrl === undefined) reply.header('cache-control', 'private, max-age=300')
    return reply
      .type('application/atom+xml; charset=utf-8')
      .header('content-language', lang)
      .send(
        writeAtom(toFeed(answered.body.items, about, { base, lang, author: reply.server.site.operator.name }))
      )
  }
  app.get(FEEDS.search, hidden(FIVE_MINUTES), show(ofSearch))
  app.get(FEEDS.place, hidden(FIVE_MINUTES), show(ofPlace))
  app.get(FEEDS.territory, hidden(FIVE_MINUTES), show(ofTerritory))
}

const statusOf = (status: number): number =>
  REFUSED.has(status) ? 400 : status === 404 || status === 429 ? status : 503

type Setting = { readonly base: string; readonly lang: Language; readonly author: string | undefined }

function toFeed(items: readonly ToldChange[], about: About, { base, lang, author }: Setting): Feed {
  return {
    lang,
    title: `${CHANGES[lang].of(about.title)} – ${WORDING[lang].site}`,
    self: `${base}${about.self}`,
    page: `${base}${about.page}`,
    author: author ?? WORDING[lang].site,
    entries: items.map((change) => ({
      key: `${change.id}/${change.number}`,
      title: changeTitle(change, lang),
      at: change.at,
      page: `${base}${placeAddress({ id: change.survivor ?? change.id, display_name: change.name }, lang)}`,
      lines: changeLines(change, lang)
    }))
  }
}

const ofPlace: Find = async (ask, request, lang) => {
  const { place: segment } = request.params as { readonly place: string }
  const id = idIn(segment)
  if (id === undefined) return { status: 404 }
  // The place may have left the directory: its feed is where people read that it has.
  const answered = await ask<Latest>(`/v1/changes/latest?place=${id}&limit=1`)
  if (!('body' in answered)) return { status: statusOf(answered.status) }
  const [latest] = answered.body.items
  if (latest === undefined) return { status: 404 }
  const page = placeAddress({ id, display_name: latest.name }, lang)
  if (placeAddress({ id, display_name: latest.name }, 'fr') !== `/lieux/${segment}`)
    return { to: feedOf(page) }
  return { title: latest.name, page, self: feedOf(page), query: `place=${id}` }
}

const ofTerritory: Find = async (ask, request, lang) => {
  const { kind: segment, name } = request.params as { readonly kind: string; readonly name: string }
  const kind = kindOfSegment(segment)
  if (kind === undefined) return { status: 404 }
  const found = await findTerritory(ask, kind, name)
  if (found === 'missing') return { status: 404 }
  if (found === 'away' || !hasPage(found.kind)) return { status: found === 'away' ? 503 : 404 }
  const territory = { ...found, kind: found.kind }
  const page = territoryAddress(territory, lang)
  if (territoryAddress(territory, 'fr') !== `/lieux/${segment}/${name}`) return { to: feedOf(page) }
  return { title: found.name, page, self: feedOf(page), query: `${found.kind}=${found.code}` }
}

const ofSearch: Find = async (_, request, lang) => {
  const choices = followed(readChoices(request.query as Record<string, unknown>))
  const page = searchAddress(choices, lang)
  const says = CHANGES[lang]
  return {
    title: choices.q ?? (Object.keys(choices).length > 0 ? says.chosen : says.everywhere),
    page,
    self: feedOfSearch(page),
    query: filtersOf(choices).toString()
  }
}
