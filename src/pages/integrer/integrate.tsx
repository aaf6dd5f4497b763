import type { FastifyReply, FastifyRequest } from 'fastify'
import { otherLanguage } from '../addresses/place-address.ts'
import { send } from '../parts/send.ts'
import type { AskApi } from '../shell/api.ts'
import type { Entry } from '../shell/assets.ts'
import { languageOf } from '../shell/respond.ts'
import { INTEGRATE } from '../wording/integrate.ts'
import { WORDING } from '../wording/wording.ts'
import { readArea } from './find-area.ts'
import { IntegratePage } from './integrate-page.tsx'
import { readSettings } from './settings.ts'
import { INTEGRATE_STYLE } from './style.ts'

type Options = {
  readonly ask: AskApi
  readonly publicUrl: string | undefined
  readonly entry: Entry | undefined
}

/**
 * The content security policy: the page shows our own map page in a frame, and runs the script that suggests
 * territories and copies the code.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'"
].join('; ')

/** Shows the page that builds the code for embedding the map. */
export async function showIntegrate(
  { ask, publicUrl, entry }: Options,
  request: FastifyRequest,
  reply: FastifyReply
) {
  const lang = languageOf(request)
  const query = request.query as Record<string, unknown>
  const settings = readSettings(query, lang)
  const { where, area: chosen } = settings
  const read = where ? await readArea((path) => ask(request, path), { where, area: chosen }) : undefined
  const area = typeof read === 'object' && 'area' in read ? read.area : undefined
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
        area={area}
        choices={typeof read === 'object' && 'choices' in read ? read.choices : undefined}
        base={publicUrl ?? request.origin}
      />
    )
  }
  // Without a public address, the code begins with the host that the client sent.
  if (publicUrl === undefined) reply.header('cache-control', 'no-store')
  return send(reply.code(read === 'away' ? 503 : 200), lang, page, POLICY)
}
