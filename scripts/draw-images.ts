// Draws the images that cannot be SVG text: the icons, and the preview images of shared links, one for each kind of place
// and language. Run it after changing the icon, the colours, the name, or the labels of kinds. Needs Chromium.
//
//   npx tsx scripts/draw-images.ts
import { writeFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { chromium, type Page } from 'playwright-core'
import { codesOf } from '../src/domain/vocabularies/vocabularies.ts'
import { kindsOf } from '../src/pages/parts/terms.ts'
import { ICON } from '../src/pages/shell/images.ts'
import { WORDING } from '../src/pages/wording/wording.ts'

const INTO = new URL('../src/browser/public/', import.meta.url)
const says = WORDING.fr

const data = `data:image/svg+xml,${encodeURIComponent(ICON.replace('#2a6fdb', '#ffffff').replace('"#fff"', '"#0b4fa8"'))}`

/** An icon of `size` × `size` pixels; the drawing stays within the circle to which systems may crop the icon. */
const icon = (size: number) => ({
  name: `icon-${size}.png`,
  width: size,
  height: size,
  html: `<body><img src="${data}" width="${size * 0.56}" height="${size * 0.56}">`
})

const social = {
  name: 'social.png',
  width: 1200,
  height: 630,
  html: `<body><div><img src="${data}" width="150" height="150"><h1>${says.site}</h1><p>${says.tagline}</p></div>`
}

const STYLE = `<style>
  body { margin: 0; height: 100vh; display: grid; place-items: center; background: #0b4fa8; color: #fff; font-family: system-ui, sans-serif; }
  div { width: 960px; }
  div > img { margin-left: -23px; }
  h1 { margin: 34px 0 14px; font-size: 66px; line-height: 1.1; text-wrap: balance; }
  p { margin: 0; font-size: 36px; line-height: 1.35; text-wrap: balance; }
</style>`

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox']
})

async function drawn<Result>(
  { width, height, html }: { readonly width: number; readonly height: number; readonly html: string },
  take: (page: Page) => Promise<Result>
): Promise<Result> {
  const page = await browser.newPage({ viewport: { width, height } })
  await page.setContent(`<!doctype html>${STYLE}${html}`)
  const taken = await take(page)
  await page.close()
  return taken
}

for (const image of [icon(192), icon(512), social]) {
  await drawn(image, (page) => page.screenshot({ path: new URL(image.name, INTO).pathname }))
}

/** A file .ico with PNG images, which all browsers read; each size has an entry of 16 bytes. */
function ico(images: readonly { readonly size: number; readonly png: Buffer }[]): Buffer {
  const header = Buffer.alloc(6 + 16 * images.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(images.length, 4)
  let offset = header.length
  for (const [index, { size, png }] of images.entries()) {
    const at = 6 + 16 * index
    header.writeUInt8(size, at)
    header.writeUInt8(size, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([header, ...images.map(({ png }) => png)])
}

const tab = async (size: number) => ({
  size,
  png: await drawn(
    {
      width: size,
      height: size,
      html: `<style>body { background: none }</style><img src="data:image/svg+xml,${encodeURIComponent(ICON)}" width="${size}" height="${size}">`
    },
    (page) => page.screenshot({ omitBackground: true })
  )
})
writeFileSync(new URL('favicon.ico', INTO), ico([await tab(16), await tab(32), await tab(48)]))

/** Shades from the blue of the background to white. Text needs no more, and an image takes 8 kB instead of 30. */
const SHADES = 16
const BLUE = [0x0b, 0x4f, 0xa8] as const

/** The rows of a PNG file: a byte for "no filter", then two pixels in each byte. It is made in the browser, which has them. */
const rowsOf = async (page: Page, png: Buffer, width: number, height: number): Promise<Buffer> => {
  const rows = await page.evaluate(
    async ({ url, width, height, most, dark }) => {
      const image = new Image()
      image.src = url
      await image.decode()
      const context = new OffscreenCanvas(width, height).getContext('2d')
      if (!context) throw new Error('no canvas')
      context.drawImage(image, 0, 0)
      const { data } = context.getImageData(0, 0, width, height)
      let text = ''
      for (let y = 0; y < height; y++) {
        text += '\0'
        for (let at = y * width * 4; at < (y + 1) * width * 4; at += 8) {
          const left = Math.round((((data[at] ?? 0) - dark) / (255 - dark)) * most)
          const right = Math.round((((data[at + 4] ?? 0) - dark) / (255 - dark)) * most)
          text += String.fromCharCode((left << 4) | right)
        }
      }
      return btoa(text)
    },
    { url: `data:image/png;base64,${png.toString('base64')}`, width, height, most: SHADES - 1, dark: BLUE[0] }
  )
  return Buffer.from(rows, 'base64')
}

/** A PNG file with a palette of 16 shades (https://www.w3.org/TR/png-3/). */
function shadedPng(rows: Buffer, width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([4, 3, 0, 0, 0], 8)
  const palette = Array.from({ length: SHADES }, (_, shade) =>
    BLUE.map((blue) => Math.round(blue + ((255 - blue) * shade) / (SHADES - 1)))
  )
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0))
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** `node:zlib` has it from Node 22 on. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

const kinds: Record<string, Uint8Array> = {}
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } })
for (const lang of ['fr', 'en'] as const) {
  for (const code of codesOf('type')) {
    const [kind] = kindsOf([code], lang)
    if (kind === undefined) continue
    await page.setContent(
      `<!doctype html>${STYLE}<body><div><img src="${data}" width="120" height="120"><h1>${kind}</h1><p>${WORDING[lang].site}</p></div>`
    )
    const rows = await rowsOf(page, await page.screenshot(), 1200, 630)
    kinds[`${code}-${lang}.png`] = shadedPng(rows, 1200, 630)
  }
}
// One file for all: the images are compressed already, and the date is fixed, so that equal images give an equal archive.
writeFileSync(new URL('kinds.zip', INTO), zipSync(kinds, { level: 0, mtime: '2026-01-01' }))
await browser.close()
