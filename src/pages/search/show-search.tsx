import type { FastifyReply, FastifyRequest } from 'fastify'
import { otherLanguage } from '../addresses/place-address.ts'
import { send } from '../parts/send.ts'
import type { AskApi } from '../shell/api.ts'
import type { Entry } from '../shell/assets.ts'
import type { BaseMap } from '../shell/base-map.ts'
import { policyFor } from '../shell/policy.ts'
import { languageOf } from '../shell/respond.ts'
import { WORDING } from '../wording/wording.ts'
import { askPlaces } from './ask-places.ts'
import { readChoices, searchAddress } from './choices.ts'
import { cursorOf, type Found, failureOf } from './found.ts'
import { SearchPage, type SearchPageProps, searchTitle } from './search-page.tsx'
import type { Told } from './search-state.ts'

type Searching = {
  readonly ask: AskApi
  readonly entry: Entry | undefined
  readonly publicUrl: string | undefined
  readonly base: BaseMap
}

/** Renders the first page of results on the server; with JavaScript, browsers continue from there. */
export async function showSearch(
  { ask, entry, base, publicUrl = '' }: Searching,
  request: FastifyRequest,
  reply: FastifyReply
) {
  const lang = languageOf(request)
  const choices = readChoices(request.query as Record<string, unknown>)
  let status = 200
  const found = await askPlaces(async (path) => {
    const answered = await ask<Found>(request, path)
    status = answered.status
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
    canonical: `${publicUrl}${searchAddress(choices.q === undefined ? {} : { q: choices.q }, lang)}`,
    translated: searchAddress(choices, otherLanguage(lang)),
    // Search engines should find the pages of the places, not the endless lists of results.
    noindex: Object.keys(choices).length > 0,
    entry,
    told: { ...props, base } satisfies Told,
    children: (
      <div id="search">
        <SearchPage {...props} />
      </div>
    )
  }
  return send(reply.code(found === 'away' ? 503 : status), lang, page, policyFor(base))
}
