import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { otherLanguage } from '../addresses.ts'
import type { AskApi } from '../api.ts'
import type { Entry } from '../assets.ts'
import { readTown } from '../orientation/town.ts'
import { DAY, FRESH, hidden, languageOf, send } from '../respond.ts'
import { INTEGRATE } from '../wording/integrate.ts'
import { WORDING } from '../wording.ts'
import { IntegratePage } from './integrate-page.tsx'
import { readSettings } from './settings.ts'

type Options = {
  readonly ask: AskApi
  readonly publicUrl: string | undefined
  readonly entry: Entry | undefined
}

/** It shows our own page in a frame, and runs the script that copies. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'"
].join('; ')

/** The page that builds the code to embed the map with. */
export function integrate(app: FastifyInstance, options: Options): void {
  app.get('/integrer', hidden(FRESH), (request, reply) => showIntegrate(options, request, reply))
  app.get('/pages/integrer.css', hidden(DAY), (_, reply) => reply.type('text/css; charset=utf-8').send(STYLE))
}

async function showIntegrate(
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
    styles: ['/pages/integrer.css'],
    entry,
    children: (
      <IntegratePage
        lang={lang}
        settings={settings}
        commune={town?.code}
        choices={typeof read === 'object' && 'choices' in read ? read.choices : undefined}
        base={publicUrl ?? `${request.protocol}://${request.host}`}
      />
    )
  }
  return send(reply.code(read === 'away' ? 503 : 200), lang, page, POLICY)
}

const STYLE = `
.settings { display: grid; gap: .2rem 1.2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); margin-bottom: 1rem; }
.settings legend { font-size: 1.15rem; padding: 0; }
.settings p { margin: .3rem 0; }
.settings label { display: block; }
.settings select, .settings input:not([type=checkbox]) {
  font: inherit; min-height: 44px; width: 100%; padding: .4rem .7rem; border-radius: .3rem; border: 1px solid var(--line);
  background: var(--paper); color: inherit;
}
.settings input[type=color] { padding: .2rem; width: 5rem; display: block; }
.settings .flag { grid-column: 1 / -1; }
.settings .error { grid-column: 1 / -1; color: var(--no); font-weight: 600; }
.settings .hint { display: block; }
iframe { border: 0; display: block; width: 100%; }
.code textarea {
  width: 100%; font: .9rem/1.5 ui-monospace, monospace; padding: .7rem; color: inherit; background: var(--shade);
  border: 1px solid var(--line); border-radius: .3rem;
}
`
