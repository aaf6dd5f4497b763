import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../domain/language.ts'
import { orientationAddress } from './addresses/answers.ts'
import { PAGES, PARTICIPATION_PAGES } from './addresses/pages.ts'
import { otherLanguage } from './addresses/place-address.ts'
import { send } from './parts/send.ts'
import { SearchForm } from './search/search-form.tsx'
import { languageOf } from './shell/respond.ts'
import { WORDING } from './wording/wording.ts'

const ADDRESSES: ReadonlySet<string> = new Set(Object.values(PAGES))
/** Pages that receive forms. */
const FORMS: ReadonlySet<string> = new Set(Object.values<string>(PARTICIPATION_PAGES))

/**
 * Sends a page with an error message and the search form, if a browser requests a page that does not exist or
 * cannot be shown. Returns undefined for programs and for all requests to the API, which get a problem document
 * instead.
 */
export function problemPage(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number
): FastifyReply | undefined {
  const { url = '' } = request.routeOptions
  const asksForPage =
    (request.method === 'GET' || FORMS.has(url)) && /\btext\/html\b/.test(request.headers.accept ?? '')
  if (!asksForPage || request.url.startsWith('/v1/')) return undefined
  if (!request.is404 && !ADDRESSES.has(url) && !FORMS.has(url)) return undefined
  const lang = languageOf(request)
  const says = WORDING[lang]
  const kind = kindOf(status)
  const { title, why } = says.problem[kind]
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
        {kind !== 'tooLarge' && <Search lang={lang} home={home(lang)} />}
      </>
    )
  })
}

/** What to do instead: to search. Not for a form that was too long, because its reader should go back to it. */
const Search = ({ lang, home }: { readonly lang: Language; readonly home: string }) => (
  <>
    <SearchForm lang={lang} choices={{}} facets={{}} live={undefined} />
    <p>
      <a class="action" href={home}>
        {WORDING[lang].place.back}
      </a>
    </p>
    <p class="back">
      <a href={orientationAddress({}, lang)}>{WORDING[lang].orientation}</a>
    </p>
  </>
)

function kindOf(status: number): 'missing' | 'unreadable' | 'tooLarge' | 'busy' | 'away' {
  if (status === 413) return 'tooLarge'
  if (status === 404) return 'missing'
  if (status === 429) return 'busy'
  return status < 500 ? 'unreadable' : 'away'
}
