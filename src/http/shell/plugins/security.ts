import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/**
 * For the pages under /docs, as `staticCSP` of @fastify/swagger-ui takes it: its own scripts and styles, no
 * others, from nowhere else. `data:` is the icons within its style sheet.
 */
export const DOCS_CSP = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"]
}

/** Answers are data: whoever opens one in a browser runs and loads nothing. */
export async function security(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"]
      }
    },
    // For browsers that do not know `frame-ancestors`.
    xFrameOptions: { action: 'deny' },
    // Open data: helmet's `same-origin` would contradict CORS `*` for images, tiles and scripts.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    // Browsers heed it over HTTPS only. The neighbours of this host's domain are not ours to speak for.
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false }
  })
}
