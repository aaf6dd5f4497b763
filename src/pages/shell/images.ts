import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { unzipSync } from 'fflate'
import type { Language } from '../../domain/language.ts'
import { WORDING } from '../wording/wording.ts'
import { DAY, hidden, languageOf, part } from './respond.ts'

/** The icon of the site: a map pin in a blue that is visible on tabs and pages, in the light and the dark theme. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#2a6fdb" d="M16 1a11 11 0 0 0-11 11c0 8 11 19 11 19s11-11 11-19A11 11 0 0 0 16 1z"/><circle cx="16" cy="12" r="4.5" fill="#fff"/></svg>`

/**
 * The path of the image in previews of shared links: 1200 × 630 pixels, the size that sites with link previews ask
 * for.
 */
export const SOCIAL = '/pages/social.png'

// The build copies the images, which scripts/draw-images.ts drew once, to this folder. The relative path is valid
// from both src/pages and dist/pages.
const DRAWN = new URL('../../../dist/browser/', import.meta.url)
const SIZES = [192, 512]
/** The preview images of all kinds in both languages, 182 files. */
const KINDS = new URL('kinds.zip', DRAWN)

/** The image in previews of a shared link, 1200 × 630 pixels, and its text for those who do not see it. */
export type PreviewImage = { readonly path: string; readonly text: string }

/**
 * The preview image of a kind of place, by its code and label, in the language of the page. Undefined if there is no image
 * of that kind: it came with a later vocabulary, or the browser files were not built.
 */
export function kindImage(code: string | undefined, label: string, lang: Language): PreviewImage | undefined {
  if (code === undefined || !drawnKinds().has(`${code}-${lang}.png`)) return undefined
  return { path: `/pages/kinds/${code}-${lang}.png`, text: `${label}. ${WORDING[lang].site}.` }
}

let names: ReadonlySet<string> | undefined
/** The names of the images of kinds. They are read once, because every page of a place asks for one. */
const drawnKinds = (): ReadonlySet<string> => {
  names ??= new Set(existsSync(KINDS) ? namesIn(readFileSync(KINDS)) : [])
  return names
}

function namesIn(archive: Uint8Array): readonly string[] {
  const found: string[] = []
  unzipSync(archive, { filter: ({ name }) => found.push(name) === 0 })
  return found
}

/** Read from the disk, because previews are asked for rarely, and all of them take 1.4 MB. */
async function readKind(file: string): Promise<Buffer | undefined> {
  if (!drawnKinds().has(file)) return undefined
  const image = unzipSync(await readFile(KINDS), { filter: ({ name }) => name === file })[file]
  return image && Buffer.from(image)
}

export function images(app: FastifyInstance): void {
  app.get('/pages/icon.svg', part(DAY), (_, reply) => reply.type('image/svg+xml').send(ICON))
  for (const name of ['social.png', ...SIZES.map((size) => `icon-${size}.png`)]) {
    const file = new URL(name, DRAWN)
    if (!existsSync(file)) continue
    const image = readFileSync(file)
    app.get(`/pages/${name}`, part(DAY), (_, reply) => reply.type('image/png').send(image))
  }
  const favicon = new URL('favicon.ico', DRAWN)
  if (existsSync(favicon)) {
    const icon = readFileSync(favicon)
    app.get('/favicon.ico', part(DAY), (_, reply) => reply.type('image/x-icon').send(icon))
  }
  app.get<{ Params: { file: string } }>('/pages/kinds/:file', part(DAY), async ({ params }, reply) => {
    const image = await readKind(params.file)
    return image
      ? reply.type('image/png').send(image)
      : reply.code(404).type('text/plain; charset=utf-8').send('There is no such file.')
  })
  app.get('/pages/site.webmanifest', hidden(DAY), (request, reply) => {
    const lang = languageOf(request)
    const says = WORDING[lang]
    return reply.type('application/manifest+json').send({
      name: says.site,
      description: says.tagline,
      lang,
      id: '/',
      start_url: lang === 'fr' ? '/' : '/?lang=en',
      // The site does not open as a standalone app, because people who are unsure with computers need the back
      // button.
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
