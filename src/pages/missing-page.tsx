import type { FastifyReply, FastifyRequest } from 'fastify'
import { orientationAddress } from './addresses/answers.ts'
import { otherLanguage } from './addresses/place-address.ts'
import { send } from './parts/send.ts'
import { languageOf } from './shell/respond.ts'
import { WORDING } from './wording/wording.ts'

/**
 * An error page for people at an address that does not exist. Programs, and all requests to the API, get a
 * problem document instead.
 */
export function missingPage(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
  const asksForPage = request.method === 'GET' && /\btext\/html\b/.test(request.headers.accept ?? '')
  if (!asksForPage || request.url.startsWith('/v1/')) return undefined
  const lang = languageOf(request)
  const says = WORDING[lang]
  const home = (language: typeof lang) => (language === 'fr' ? '/' : '/?lang=en')
  return send(reply.code(404).header('cache-control', 'no-store').header('vary', 'accept'), lang, {
    title: `${says.missing.title} – ${says.site}`,
    description: says.missing.title,
    canonical: home(lang),
    translated: home(otherLanguage(lang)),
    noindex: true,
    children: (
      <>
        <h1>{says.missing.title}</h1>
        <p>{says.missing.why}</p>
        <p>
          <a class="action" href={home(lang)}>
            {says.place.back}
          </a>
        </p>
        <p class="back">
          <a href={orientationAddress({}, lang)}>{says.orientation}</a>
        </p>
      </>
    )
  })
}
