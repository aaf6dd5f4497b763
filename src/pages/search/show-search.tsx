import type { FastifyReply, FastifyRequest } from 'fastify'
import { feedOfSearch } from '../addresses/feed-address.ts'
import { pageAddress } from '../addresses/pages.ts'
import { otherLanguage } from '../addresses/place-address.ts'
import { send } from '../parts/send.ts'
import type { AskApi } from '../shell/api.ts'
import type { Entry } from '../shell/assets.ts'
import type { BaseMap } from '../shell/base-map.ts'
import { policyFor } from '../shell/policy.ts'
import { languageOf } from '../shell/respond.ts'
import { WORDING } from '../wording/wording.ts'
import { askPlaces } from './ask-places.ts'
import { followed, readChoices, searchAddress } from './choices.ts'
import { cursorOf, type Failure, failureOf } from './found.ts'
import { SearchPage, type SearchPageProps, searchTitle, type Told } from './search-page.tsx'
import { SEARCH_STYLE } from './style.ts'

type Searching = {
  readonly ask: AskApi
  readonly entry: Entry | undefined
  readonly publicUrl: string | undefined
  readonly base: BaseMap
}

/** Renders the first page of results on the server; in browsers with JavaScript, our script takes over from there. */
export async function showSearch(
  { ask, entry, base, publicUrl = '' }: Searching,
  request: FastifyRequest,
  reply: FastifyReply
) {
  const lang = languageOf(request)
  const choices = readChoices(request.query as Record<string, unknown>)
  const found = await askPlaces(async <Body extends object>(path: string) => {
    const answered = await ask<Body>(request, path)
    return 'body' in answered ? answered.body : failureOf(answered.status)
  }, choices)
  const cursor = typeof found === 'string' ? null : cursorOf(found)
  const says = WORDING[lang]
  const props: SearchPageProps = {
    lang,
    choices,
    found,
    next: cursor === null ? null : searchAddress({ ...choices, cursor }, lang)
  }
  const page = {
    title: searchTitle(choices, lang),
    description: says.tagline,
    canonical: `${publicUrl}${choices.q === undefined ? pageAddress('search', lang) : searchAddress({ q: choices.q }, lang)}`,
    translated: searchAddress(choices, otherLanguage(lang)),
    // Search engines should find the pages of the places, not the endless lists of results.
    noindex: Object.keys(choices).length > 0,
    feed: feedOfSearch(searchAddress(followed(choices), lang)),
    styles: [SEARCH_STYLE.address],
    entry,
    told: { ...props, base } satisfies Told,
    children: (
      <div id="search">
        <SearchPage {...props} />
      </div>
    )
  }
  return send(reply.code(typeof found === 'string' ? STATUS[found] : 200), lang, page, policyFor(base))
}

/** The status of a page that can list nothing. */
const STATUS: Readonly<Record<Failure, number>> = { refused: 400, busy: 429, away: 503, offline: 503 }
