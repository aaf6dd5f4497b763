import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { crc32, deflateSync } from 'node:zlib'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { Page } from 'playwright-core'
import type { Test } from 'tap'

/** A server for a third-party base map. The style is on one origin, and its resources are on another. */
export type BaseMapServer = {
  readonly style: string
  readonly raster: string
  readonly origins: readonly string[]
  /** Paths that were requested and that the server answered. */
  readonly answered: ReadonlySet<string>
}

/**
 * Colours of the land and of the image tiles on the test base map. Our pages never use them, so tests recognise the map
 * by them.
 */
export const LAND = [255, 0, 190] as const
export const IMAGE = [0, 255, 120] as const

export async function baseMapServer(t: Test): Promise<BaseMapServer> {
  const answered = new Set<string>()
  const parts = await serve(t, (path, answer) => {
    const part = partAt(path)
    if (part) answered.add(path.replace(/\/\d+\/\d+\/\d+\./, '/{z}/{x}/{y}.'))
    answer.writeHead(part ? 200 : 404).end(part)
  })
  const style = await serve(t, (_, answer) => answer.end(JSON.stringify(styleOver(parts))))
  return {
    style: `${style}/style.json`,
    raster: `${parts}/raster/{z}/{x}/{y}.png`,
    origins: [style, parts],
    answered
  }
}

type Answering = (path: string, answer: ServerResponse) => void

async function serve(t: Test, answering: Answering): Promise<string> {
  const server = createServer(({ url = '' }, answer) => {
    answer.setHeader('access-control-allow-origin', '*')
    answering(decodeURI(url), answer)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  t.teardown(() => {
    server.closeAllConnections()
    return new Promise((closed) => server.close(closed))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/**
 * The answer for a path. The map has land everywhere and a town in the middle of each tile. Like the map of the
 * IGN, it has no images for high-density screens.
 */
function partAt(path: string): Buffer | string | undefined {
  if (/^\/tiles\//.test(path)) return Buffer.from(tile())
  if (/^\/raster\//.test(path)) return png(256, IMAGE)
  if (/^\/letters\//.test(path)) return Buffer.alloc(0)
  if (path === '/sprite.png') return png(16, LAND)
  if (path === '/sprite.json') return '{"town":{"x":0,"y":0,"width":16,"height":16,"pixelRatio":1}}'
  return undefined
}

const styleOver = (parts: string) => ({
  version: 8,
  glyphs: `${parts}/letters/{fontstack}/{range}.pbf`,
  sprite: `${parts}/sprite`,
  sources: {
    plan: { type: 'vector', tiles: [`${parts}/tiles/{z}/{x}/{y}.pbf`], attribution: 'Les Cartographes' }
  },
  layers: [
    {
      id: 'land',
      type: 'fill',
      source: 'plan',
      'source-layer': 'land',
      paint: { 'fill-color': `rgb(${LAND})` }
    },
    {
      id: 'towns',
      type: 'symbol',
      source: 'plan',
      'source-layer': 'towns',
      layout: { 'icon-image': 'town', 'text-field': ['get', 'name'], 'text-font': ['Any Sans'] }
    }
  ]
})

const tile = (): Uint8Array => {
  const all = [
    [0, 0],
    [4096, 0],
    [4096, 4096],
    [0, 4096],
    [0, 0]
  ] as const
  return fromGeojsonVt({
    land: { features: [{ type: 3, geometry: [all], tags: {} }] },
    towns: { features: [{ type: 1, geometry: [[2048, 2048]], tags: { name: 'Ville' } }] }
  } as unknown as Parameters<typeof fromGeojsonVt>[0])
}

/** A PNG square of one colour. */
function png(size: number, colour: readonly number[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  // The header says: eight bits per channel, three channels.
  header.set([8, 2], 8)
  const row = Buffer.from([0, ...Array.from({ length: size }, () => colour).flat()])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: size }, () => row)))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const none = Buffer.alloc(0)
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', none)])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** Waits until a tenth of the map has this colour; rejects if it never has. */
export async function drawn(page: Page, colour: readonly number[], map: string): Promise<void> {
  await page.locator(map).locator('canvas').waitFor()
  for (let tries = 0; tries < 60; tries += 1) if ((await painted(page, colour, map)) > 0.1) return
  throw new Error(`${map} was not drawn`)
}

/** The share of the map with this colour, from 0 to 1. */
export async function painted(page: Page, colour: readonly number[], map = '#map'): Promise<number> {
  const seen = await page.locator(map).screenshot()
  // Decoded in an empty page, because the content security policy of a page with the map may allow no images.
  const empty = await page.context().newPage()
  const share = await empty.evaluate(
    async ([source, wanted]) => {
      const image = new Image()
      image.src = source
      await image.decode()
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0)
      const { data = [] } = context?.getImageData(0, 0, image.width, image.height) ?? {}
      let same = 0
      for (let at = 0; at < data.length; at += 4)
        if (wanted.every((value, channel) => Math.abs(value - (data[at + channel] ?? 0)) < 8)) same += 1
      return (same * 4) / data.length
    },
    [`data:image/png;base64,${seen.toString('base64')}`, colour] as const
  )
  await empty.close()
  return share
}
