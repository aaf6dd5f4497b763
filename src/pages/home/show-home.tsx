import type { FastifyReply, FastifyRequest } from 'fastify'
import { otherLanguage } from '../addresses/place-address.ts'
import { regionPaths } from '../france-map/outlines.ts'
import { FRANCE_MAP_STYLE } from '../france-map/style.ts'
import { send } from '../parts/send.ts'
import type { AskApi } from '../shell/api.ts'
import type { Entry } from '../shell/assets.ts'
import { policyFor } from '../shell/policy.ts'
import { languageOf } from '../shell/respond.ts'
import { HOME } from '../wording/home.ts'
import { WORDING } from '../wording/wording.ts'
import { HomePage } from './home-page.tsx'
import { readNumbers } from './numbers.ts'
import { HOME_STYLE } from './style.ts'
import { websiteOf } from './website.ts'

type Options = {
  readonly ask: AskApi
  readonly entry: Entry | undefined
  readonly publicUrl: string | undefined
}

/** The first page: what the directory is, and the ways into it. */
export async function showHome(
  { ask, entry, publicUrl = '' }: Options,
  request: FastifyRequest,
  reply: FastifyReply
) {
  const lang = languageOf(request)
  const [numbers, outlines] = await Promise.all([
    readNumbers((path) => ask(request, path)),
    regionPaths((path) => ask(request, path))
  ])
  const says = WORDING[lang]
  const { lead, leadUncounted } = HOME[lang]
  const page = {
    title: `${says.site} – ${says.search.title}`,
    description: `${says.tagline}. ${numbers === 'away' ? leadUncounted : lead(numbers.places)}`,
    canonical: `${publicUrl}${homeAddress(lang)}`,
    translated: homeAddress(otherLanguage(lang)),
    // A search engine needs the whole address, which only the operator knows.
    ...(publicUrl !== '' && { linkedData: websiteOf(publicUrl, lang) }),
    styles: [FRANCE_MAP_STYLE.address, HOME_STYLE.address],
    entry,
    children: <HomePage numbers={numbers} outlines={outlines} lang={lang} />
  }
  // Without the figures, the page still leads to the search.
  return send(reply, lang, page, policyFor({ kind: 'outline' }))
}

const homeAddress = (lang: 'fr' | 'en'): string => (lang === 'fr' ? '/' : '/?lang=en')
