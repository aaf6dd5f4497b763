import type { FastifyRequest } from 'fastify'
import type { Language } from '../../domain/language.ts'
import type { Territory } from '../../domain/territories/territory.ts'
import { placeAddress } from '../addresses/place-address.ts'
import { type FollowedPage, subscribeAddress } from '../addresses/subscribe-address.ts'
import { hasPage, territoryAddress } from '../addresses/territory-address.ts'
import { readPlace } from '../contributions/read-place.ts'
import { filtersOf, unsaidAbout } from '../search/asked-of-api.ts'
import { choiceLabel } from '../search/choice-label.ts'
import {
  AREAS,
  CHOICES,
  type Choices,
  FLAGS,
  followed,
  isReadAsChoice,
  readChoices,
  searchAddress,
  valuesOf
} from '../search/choices.ts'
import type { Ask } from '../shell/api.ts'
import { SUBSCRIPTIONS } from '../wording/subscriptions.ts'
import { UNSAID } from '../wording/unsaid.ts'
import { WORDING } from '../wording/wording.ts'

/** What the address of the page asks to follow. */
export type About = {
  readonly of: FollowedPage
  readonly name: string
  /** What is sent to the API. */
  readonly body: object
  /** The page from which the reader came. */
  readonly back: string
  /** The choices of a search, in words. */
  readonly choices: readonly string[]
}

type Missing = 'missing' | 'gone' | 'unknownChoice' | 'away'

export async function aboutOf(
  ask: Ask,
  request: FastifyRequest,
  lang: Language
): Promise<About | { readonly to: string } | Missing> {
  const { fiche, territoire } = request.query as { readonly fiche?: unknown; readonly territoire?: unknown }
  if (!Object.keys(request.query as object).every(isKnown)) return 'unknownChoice'
  if (typeof fiche === 'string') return aboutPlace(ask, fiche, lang)
  return typeof territoire === 'string'
    ? aboutTerritory(ask, territoire, lang)
    : aboutSearch(ask, request, lang)
}

/**
 * Ignored, a mistyped parameter would subscribe the reader to all places. A list of places is no search that can be
 * followed; parameters that other sites add to count visits are harmless.
 */
const isKnown = (name: string): boolean =>
  ['fiche', 'territoire', 'lang'].includes(name) ||
  /^utm_/.test(name) ||
  (name !== 'lieu' && isReadAsChoice(name))

async function aboutPlace(ask: Ask, id: string, lang: Language) {
  const place = await readPlace(ask, id, lang)
  if (typeof place === 'string') return place
  if ('survivor' in place) return { to: subscribeAddress({ place: place.survivor }, lang) }
  return {
    of: { place: place.id },
    name: place.display_name,
    body: { kind: 'place', place: place.id },
    back: placeAddress(place, lang),
    choices: []
  }
}

async function aboutTerritory(ask: Ask, text: string, lang: Language): Promise<About | Missing> {
  const [kind = '', code = ''] = text.split(':')
  const answered = await ask<Territory>(
    `/v1/territories/${encodeURIComponent(kind)}/${encodeURIComponent(code)}`
  )
  if (!('body' in answered)) return answered.status === 400 || answered.status === 404 ? 'missing' : 'away'
  const { body: territory } = answered
  const found = `${territory.kind}:${territory.code}`
  return {
    of: { territory: found },
    name: territory.name,
    body: { kind: 'territory', territory: found },
    back: hasPage(territory.kind)
      ? territoryAddress({ ...territory, kind: territory.kind }, lang)
      : searchAddress({}, lang),
    choices: []
  }
}

async function aboutSearch(ask: Ask, request: FastifyRequest, lang: Language): Promise<About> {
  const choices = followed(readChoices(request.query as Record<string, unknown>))
  const page = searchAddress(choices, lang)
  const says = SUBSCRIPTIONS[lang]
  const isEverything = Object.keys(choices).length === 0
  return {
    of: { search: isEverything ? '?' : page },
    name: choices.q ?? (isEverything ? says.everywhere : says.search),
    body: { kind: 'search', search: filtersOf(choices).toString() },
    back: page,
    choices: await chosenInWords(ask, choices, lang)
  }
}

/** All that is chosen, except the words. */
async function chosenInWords(ask: Ask, choices: Choices, lang: Language): Promise<readonly string[]> {
  const says = WORDING[lang].search
  const { bbox, lat, radius, unsaid } = choices
  const areas = await Promise.all(AREAS.map((name) => areaInWords(ask, name, choices[name], lang)))
  return [
    bbox && says.inArea,
    lat && says.aroundMe,
    ...areas,
    ...FLAGS.map((name) => choices[name] && says[name]),
    ...CHOICES.flatMap((name) => valuesOf(choices, name).map((code) => choiceLabel(name, code, lang))),
    unsaid && unsaidAbout(choices).length > 0 ? UNSAID[lang].chip : undefined,
    radius && says.nearerThan(radius)
  ].flatMap((said) => said || [])
}

async function areaInWords(
  ask: Ask,
  area: (typeof AREAS)[number],
  code: string | undefined,
  lang: Language
): Promise<string | undefined> {
  if (code === undefined) return undefined
  const answered = await ask<Territory>(`/v1/territories/${area}/${encodeURIComponent(code)}`)
  const name = 'body' in answered ? answered.body.name : code
  const says = WORDING[lang].search
  if (area === 'commune') return says.inCommune(name)
  return area === 'department' ? says.inDepartment(name) : says.inRegion(name)
}
