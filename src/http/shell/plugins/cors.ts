import fastifyCors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'

/** Any site may read. No credentials are ever involved: keys for writing travel in a header of the caller's own. */
export async function cors(app: FastifyInstance): Promise<void> {
  await app.register(fastifyCors, {
    origin: '*',
    methods: ['GET', 'HEAD', 'POST'],
    // Named rather than echoed: an echo would need `Vary` and could not be cached.
    allowedHeaders: ['Accept', 'Accept-Language', 'Content-Type', 'If-None-Match', 'X-Request-Id'],
    exposedHeaders: ['ETag', 'Link', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id'],
    // Browsers keep a preflight two hours (Chromium) to a day (Firefox), whatever more is asked.
    maxAge: 86_400,
    // An OPTIONS that is no preflight is a fair question too, not an error.
    strictPreflight: false
  })
}
