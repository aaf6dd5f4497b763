import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../domain/language.ts'
import { termLabel } from '../../domain/vocabularies/term-label.ts'
import { feedOf } from '../addresses/feed-address.ts'
import { otherLanguage } from '../addresses/place-address.ts'
import { hasPage, kindOfSegment, territoryAddress } from '../addresses/territory-address.ts'
import { FRANCE_MAP_STYLE } from '../france-map/style.ts'
import { send } from '../parts/send.ts'
import { problemPage } from '../problem-page.tsx'
import type { Ask } from '../shell/api.ts'
import { languageOf } from '../shell/respond.ts'
import { SMALL_MAP_STYLE } from '../small-map/style.ts'
import { TERRITORY } from '../wording/territory.ts'
import { WORDING } from '../wording/wording.ts'
import { findTerritory } from './find-territory.ts'
import { breadcrumbList } from './linked-data.ts'
import { type Facts, readFacts } from './read-facts.ts'
import { readTerritoryMap } from './read-map.ts'
import type { Shown } from './shown.ts'
import { TERRITORY_STYLE } from './style.ts'
import { TerritoryPage } from './territory-page.tsx'

/** Shows the page of a région, a département or a commune. */
export async function showTerritory(ask: Ask, publicUrl = '', request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const { kind: segment, name } = request.params as { kind: string; name: string }
  const kind = kindOfSegment(segment)
  if (!kind) return refuse(request, reply, 404)
  const found = await findTerritory(ask, kind, name)
  if (found === 'missing') return refuse(request, reply, 404)
  if (found === 'away' || !hasPage(found.kind)) return refuse(request, reply, 503)
  const territory: Shown = { ...found, kind: found.kind }
  const address = territoryAddress(territory, lang)
  // A territory has one address per language: by a code, an old name or a misspelt one, readers are sent to it.
  if (territoryAddress(territory, 'fr') !== `/lieux/${segment}/${name}`) return reply.redirect(address, 301)
  const facts = await readFacts(ask, territory)
  if (facts === 'away') return refuse(request, reply, 503)
  const map = await readTerritoryMap(ask, facts)
  const says = TERRITORY[lang]
  return send(reply, lang, {
    title: `${says.headTitle(territory, facts.places)} – ${WORDING[lang].site}`,
    description: says.description(territory, facts.places, kindsIn(facts, lang)),
    styles: [FRANCE_MAP_STYLE.address, SMALL_MAP_STYLE.address, TERRITORY_STYLE.address],
    canonical: `${publicUrl}${address}`,
    feed: feedOf(address),
    translated: territoryAddress(territory, otherLanguage(lang)),
    // 20 000 communes have no place; search engines should find those that have one.
    noindex: facts.places === 0,
    linkedData: breadcrumbList(facts, publicUrl, lang),
    children: <TerritoryPage facts={facts} map={map} lang={lang} />
  })
}

const KINDS_NAMED = 3

/** The most frequent kinds of places, for the description. */
const kindsIn = ({ types }: Facts, lang: Language): readonly string[] =>
  types
    .filter(({ code }) => code !== 'Autre')
    .slice(0, KINDS_NAMED)
    .map(({ code }) => termLabel('type', code, lang))

/** The page that says why there is none; one line of text for programs. */
const refuse = (request: FastifyRequest, reply: FastifyReply, status: 404 | 503): FastifyReply =>
  problemPage(request, reply, status) ??
  reply.code(status).type('text/plain; charset=utf-8').send(`There is no such territory (${status}).\n`)
