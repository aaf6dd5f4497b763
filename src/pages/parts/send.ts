import type { FastifyReply } from 'fastify'
import type { Language } from '../../domain/language.ts'
import { type PageProps, renderPage } from './layout.tsx'

/**
 * The content security policy of a page without scripts: it loads files only from this site, and sends forms only
 * to this site.
 */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

export function send(
  reply: FastifyReply,
  lang: Language,
  page: Omit<PageProps, 'lang' | 'site'>,
  policy: string = POLICY
): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('content-language', lang)
    .header('content-security-policy', policy)
    .send(renderPage({ ...page, lang, site: reply.server.site }))
}
