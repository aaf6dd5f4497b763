import t from 'tap'
import { live, mapped } from './search-page.ts'
import { siteFor, watchShifts } from './site.ts'

const site = await siteFor(t, { MAP_STYLE: 'outline' })

/**
 * Maximum number of compressed bytes of scripts and styles that a phone on a slow connection has to load from our
 * host before its user can search.
 */
const FIRST_VIEW_BYTES = 80_000

t.test('the first view of each page is small, and the map comes after the list', async (t) => {
  const page = await site.open(t, '/robots.txt', { viewport: { width: 390, height: 800 } })
  for (const path of ['/', '/orientation', '/?q=epn+bayeux']) {
    const loaded: { readonly url: string; readonly bytes: number; readonly seen: boolean }[] = []
    const sized: Promise<unknown>[] = []
    page.on('response', (response) => {
      if (!/\.(m?js|css)$/.test(new URL(response.url()).pathname)) return
      sized.push(measure(response))
    })
    async function measure(response: import('playwright-core').Response) {
      const seen = (await page.locator('.places').count()) > 0
      const { responseBodySize: bytes } = await response.request().sizes()
      loaded.push({ url: response.url(), bytes, seen })
    }
    await page.goto(site.origin + path)
    await page.waitForLoadState('networkidle')
    await Promise.all(sized)
    const total = loaded.reduce((sum, { bytes }) => sum + bytes, 0)
    t.ok(total > 0 && total < FIRST_VIEW_BYTES, `${path}: ${total} bytes`)
    t.notOk(
      loaded.some(({ url }) => /create-map|maplibre/.test(url)),
      'the map is not loaded before it is visible'
    )
    page.removeAllListeners('response')
  }
})

t.test('nothing jumps while the search page comes alive, on a slow phone and on a wide screen', async (t) => {
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1366, height: 768 }
  ]) {
    const page = await site.open(t, '/robots.txt', { viewport })
    const shifted = await watchShifts(page)
    await page.goto(`${site.origin}/?q=epn+bayeux`)
    await live(page)
    if (viewport.width > 960) await mapped(page)
    await page.waitForLoadState('networkidle')
    const shift = await shifted()
    t.ok(shift < 0.05, `${viewport.width} pixels wide: ${shift}`)
  }
})

t.test('on a wide screen too, the list appears before the map is requested', async (t) => {
  const page = await site.open(t, '/robots.txt')
  let listed: boolean | undefined
  await page.route(/create-map/, async (route) => {
    listed ??= (await page.locator('.places > li').count()) > 0
    await route.continue()
  })
  await page.goto(`${site.origin}/?all=1`)
  await live(page)
  await mapped(page)
  t.ok(listed)
})

t.test('files are cached for ever and compressed', async (t) => {
  const page = await site.open(t, '/')
  const script = await page.locator('script[type=module]').getAttribute('src')
  const answer = await page.request.get(site.origin + script, { headers: { 'accept-encoding': 'br' } })
  t.match(answer.headers(), { 'cache-control': /immutable/, 'content-encoding': 'br' })
  const plain = await page.request.get(site.origin + script, { headers: { 'accept-encoding': 'identity' } })
  t.equal(plain.headers()['content-encoding'], undefined)
  t.same(await answer.body(), await plain.body(), 'the same after decompression')
  t.equal((await page.request.get(`${site.origin}/assets/..%2fmanifest.json`)).status(), 404)
})
