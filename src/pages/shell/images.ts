import { existsSync, readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { WORDING } from '../wording/wording.ts'
import { DAY, hidden, languageOf, part } from './respond.ts'

/** A pin, of a blue that is seen on tabs and pages of both schemes. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#2a6fdb" d="M16 1a11 11 0 0 0-11 11c0 8 11 19 11 19s11-11 11-19A11 11 0 0 0 16 1z"/><circle cx="16" cy="12" r="4.5" fill="#fff"/></svg>`

/** What stands beside a link that somebody shares: 1200 × 630, as those who show links ask for. */
export const SOCIAL = '/pages/social.png'

// Drawn once, by scripts/draw-images.ts, and put there by the build. The same from src/pages and from dist/pages.
const DRAWN = new URL('../../../dist/browser/', import.meta.url)
const SIZES = [192, 512]

export function images(app: FastifyInstance): void {
  app.get('/pages/icon.svg', part(DAY), (_, reply) => reply.type('image/svg+xml').send(ICON))
  for (const name of ['social.png', ...SIZES.map((size) => `icon-${size}.png`)]) {
    const file = new URL(name, DRAWN)
    if (!existsSync(file)) continue
    const image = readFileSync(file)
    app.get(`/pages/${name}`, part(DAY), (_, reply) => reply.type('image/png').send(image))
  }
  app.get('/pages/site.webmanifest', hidden(DAY), (request, reply) => {
    const lang = languageOf(request)
    const says = WORDING[lang]
    return reply.type('application/manifest+json').send({
      name: says.site,
      description: says.tagline,
      lang,
      id: '/',
      start_url: lang === 'fr' ? '/' : '/?lang=en',
      // Not as a standalone app: people who are unsure with computers need the back button.
      display: 'browser',
      background_color: '#ffffff',
      theme_color: '#0b4fa8',
      icons: SIZES.map((size) => ({
        src: `/pages/icon-${size}.png`,
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose: 'any maskable'
      }))
    })
  })
}
