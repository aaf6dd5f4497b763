import type { FastifyReply, FastifyRequest } from 'fastify'
import { orientationAddress } from './addresses/answers.ts'
import { PAGES } from './addresses/pages.ts'
import { otherLanguage } from './addresses/place-address.ts'
import { send } from './parts/send.ts'
import { SearchForm } from './search/search-form.tsx'
import { languageOf } from './shell/respond.ts'
import { WORDING } from './wording/wording.ts'

const ADDRESSES: ReadonlySet<string> = new Set(Object.values(PAGES))

/**
 * A page with an error message and the search, for a browser that requests a page that does not exist or cannot be
 * shown. Undefined for programs and for all requests to the API, which get a problem document instead.
 */
export function problemPage(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number
): FastifyReply | undefined {
  const asksForPage = request.method === 'GET' && /\btext\/html\b/.test(request.headers.accept ?? '')
  if (!asksForPage || request.url.startsWith('/v1/')) return undefined
  if (!request.is404 && !ADDRESSES.has(request.routeOptions.url ?? '')) return undefined
  const lang = languageOf(request)
  const says = WORDING[lang]
  const { title, why } = says.problem[kindOf(status)]
  const home = (language: typeof lang) => (language === 'fr' ? '/' : '/?lang=en')
  return send(reply.code(status).header('cache-control', 'no-store').header('vary', 'accept'), lang, {
    title: `${title} – ${says.site}`,
    description: title,
    canonical: home(lang),
    translated: home(otherLanguage(lang)),
    noindex: true,
    children: (
      <>
        <h1>{title}</h1>
        <p>{why}</p>
        <SearchForm lang={lang} choices={{}} facets={{}} live={undefined} />
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

function kindOf(status: number): 'missing' | 'unreadable' | 'busy' | 'away' {
  if (status === 404) return 'missing'
  if (status === 429) return 'busy'
  return status < 500 ? 'unreadable' : 'away'
}
