import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/**
 * What pages may ask of the browser: the position, for "around me", and nothing else. A browser would refuse a script that
 * was smuggled in, and a page of another site that is framed. Only features that Chromium knows: for each other one
 * ("bluetooth") it writes a warning to the console of every page.
 */
const PERMISSIONS = [
  'geolocation=(self)',
  ...['camera', 'microphone', 'display-capture', 'payment', 'usb', 'serial', 'hid', 'midi'].map(refused),
  ...['accelerometer', 'gyroscope', 'magnetometer', 'browsing-topics'].map(refused)
].join(', ')

function refused(feature: string): string {
  return `${feature}=()`
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
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', PERMISSIONS)
  })
}
