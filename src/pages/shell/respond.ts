import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Language } from '../../domain/language.ts'
import type { Stylesheet } from './stylesheet.ts'

export const FRESH = 'public, max-age=60, stale-while-revalidate=60'
export const DAY = 'public, max-age=86400'
/** For addresses that change with what is there. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/** What a page's route says besides its path: it is none of the API's, and kept so long. */
export const hidden = (cacheControl: string) => ({ config: { hidden: true, cacheControl }, schema: {} })

/** What a page is made of: it costs nothing to answer, and a page without it is half a page, so it is never refused. */
export const part = (cacheControl: string) => ({
  config: { hidden: true, cacheControl, pressureHandler: () => undefined },
  schema: {}
})

export const serveStyle = (app: FastifyInstance, { path, css }: Stylesheet): void => {
  app.get(path, part(FOR_EVER), (_, reply) => reply.type('text/css; charset=utf-8').send(css))
}

/** A code, a cursor or a choice that there is no more, or never was. */
export const REFUSED: ReadonlySet<number> = new Set([400, 422])

/** What the address says, else what the browser likes best of the two. */
export function languageOf(request: FastifyRequest): Language {
  const { lang } = request.query as { lang?: unknown }
  if (lang === 'fr' || lang === 'en') return lang
  return request.language(['fr', 'en']) === 'en' ? 'en' : 'fr'
}
