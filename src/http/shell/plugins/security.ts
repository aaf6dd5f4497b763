import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/**
 * Policy for the pages under /docs, in the format of `staticCSP` of @fastify/swagger-ui: only its own scripts
 * and styles. `data:` allows the icons in its style sheet.
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

/** Answers are data: a browser that opens one must not run or load anything. */
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
    // This is open data: helmet's `same-origin` would contradict CORS `*` for images, tiles and scripts.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    // Browsers respect it over HTTPS only. Subdomains are excluded, because other services may use them.
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false }
  })
}
