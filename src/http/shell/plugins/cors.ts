import fastifyCors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'

/** Any site may read. Credentials are never involved: write keys travel in a header that the caller sets. */
export async function cors(app: FastifyInstance): Promise<void> {
  await app.register(fastifyCors, {
    origin: '*',
    methods: ['GET', 'HEAD', 'POST'],
    // Listed instead of echoing the request's headers, because an echo needs `Vary` and cannot be cached.
    allowedHeaders: ['Accept', 'Accept-Language', 'Content-Type', 'If-None-Match', 'X-Request-Id'],
    exposedHeaders: ['ETag', 'Link', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id'],
    // Browsers cap this at two hours (Chromium) or a day (Firefox).
    maxAge: 86_400,
    // An OPTIONS request that is not a preflight is valid too.
    strictPreflight: false
  })
}
