import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Language } from '../../domain/language.ts'
import type { Stylesheet } from './stylesheet.ts'

export const FRESH = 'public, max-age=60, stale-while-revalidate=60'
export const DAY = 'public, max-age=86400'
/** `Cache-Control` for files whose address changes with their content. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/** Options for the route of a page: it is left out of the description of the API, and cached as given. */
export const hidden = (cacheControl: string) => ({ config: { hidden: true, cacheControl }, schema: {} })

/**
 * Options for the route of a file that is part of pages. Such a file is served even under heavy load, because this
 * costs nothing, and a page without its files is incomplete.
 */
export const part = (cacheControl: string) => ({
  config: { hidden: true, cacheControl, pressureHandler: () => undefined },
  schema: {}
})

export const serveStyle = (app: FastifyInstance, { path, css }: Stylesheet): void => {
  app.get(path, part(FOR_EVER), (_, reply) => reply.type('text/css; charset=utf-8').send(css))
}

/** Statuses with which the API refuses a code, cursor or choice that does not exist, or no longer exists. */
export const REFUSED: ReadonlySet<number> = new Set([400, 422])

/** The language in the address or, without one, the language that the browser prefers. */
export function languageOf(request: FastifyRequest): Language {
  const { lang } = request.query as { lang?: unknown }
  if (lang === 'fr' || lang === 'en') return lang
  return request.language(['fr', 'en']) === 'en' ? 'en' : 'fr'
}
