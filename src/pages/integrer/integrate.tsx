import type { FastifyReply, FastifyRequest } from 'fastify'
import { otherLanguage } from '../addresses/place-address.ts'
import { send } from '../parts/send.ts'
import type { AskApi } from '../shell/api.ts'
import type { Entry } from '../shell/assets.ts'
import { languageOf } from '../shell/respond.ts'
import { readTown } from '../town.ts'
import { INTEGRATE } from '../wording/integrate.ts'
import { WORDING } from '../wording/wording.ts'
import { IntegratePage } from './integrate-page.tsx'
import { readSettings } from './settings.ts'
import { INTEGRATE_STYLE } from './style.ts'

type Options = {
  readonly ask: AskApi
  readonly publicUrl: string | undefined
  readonly entry: Entry | undefined
}

/** The page shows our own map page in a frame, and runs the script that copies the code. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "manifest-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'"
].join('; ')

/** The page that builds the code to embed the map with. */
export async function showIntegrate(
  { ask, publicUrl, entry }: Options,
  request: FastifyRequest,
  reply: FastifyReply
) {
  const lang = languageOf(request)
  const query = request.query as Record<string, unknown>
  const settings = readSettings(query, lang)
  const read = settings.where ? await readTown((path) => ask(request, path), settings) : undefined
  const town = typeof read === 'object' && 'town' in read ? read.town : undefined
  const says = INTEGRATE[lang]
  const addressIn = (language: typeof lang) => `/integrer${language === 'en' ? '?lang=en' : ''}`
  const page = {
    title: `${says.title} – ${WORDING[lang].site}`,
    description: says.lead,
    canonical: `${publicUrl ?? ''}${addressIn(lang)}`,
    translated: addressIn(otherLanguage(lang)),
    noindex: Object.keys(query).some((name) => name !== 'lang'),
    styles: [INTEGRATE_STYLE.address],
    entry,
    children: (
      <IntegratePage
        lang={lang}
        settings={settings}
        town={town}
        choices={typeof read === 'object' && 'choices' in read ? read.choices : undefined}
        base={publicUrl ?? `${request.protocol}://${request.host}`}
      />
    )
  }
  return send(reply.code(read === 'away' ? 503 : 200), lang, page, POLICY)
}
