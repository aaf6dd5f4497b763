import { existsSync, readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { WORDING } from '../wording/wording.ts'
import { DAY, hidden, languageOf, part } from './respond.ts'

/** A map pin, in a blue that is visible on tabs and pages, light and dark. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#2a6fdb" d="M16 1a11 11 0 0 0-11 11c0 8 11 19 11 19s11-11 11-19A11 11 0 0 0 16 1z"/><circle cx="16" cy="12" r="4.5" fill="#fff"/></svg>`

/** The image in previews of shared links: 1200 × 630 pixels, the size that sites with link previews ask for. */
export const SOCIAL = '/pages/social.png'

// Images drawn once by scripts/draw-images.ts and copied there by the build. The relative path is the same from
// src/pages and from dist/pages.
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
