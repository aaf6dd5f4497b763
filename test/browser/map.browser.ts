import t from 'tap'
import { baseMapServer, IMAGE, LAND, painted } from './base-map-server.ts'
import { count, field, live, mapped, names, numberIn, settled } from './search-page.ts'
import { siteFor, violations } from './site.ts'

const site = await siteFor(t)

const clusters = (page: import('playwright-core').Page) => page.locator('.map-cluster')

t.test('if the base map is unreachable, places are on the outline of the world', async (t) => {
  const page = await site.open(t, '/?all=1')
  await mapped(page)
  await page.getByText('Natural Earth').waitFor()
  await page.getByRole('status').filter({ hasText: 'Fond de carte indisponible' }).waitFor()
  t.equal(await page.getByText('© IGN').count(), 0, 'the attribution names the provider of the map')
  const counts = (await clusters(page).allTextContents()).map(numberIn)
  const pins = await page.locator('.map-pin').count()
  const found = await count(page)
  const onMap = counts.reduce((sum, each) => sum + each, pins)
  t.ok(onMap > found * 0.8 && onMap <= found, 'most of them are in mainland France')
  t.same(await violations(page), [])
})

const TWICE_AS_DENSE = { viewport: { width: 390, height: 800 }, deviceScaleFactor: 2 }

t.test('a style works with tiles, fonts and images on another configured host', async (t) => {
  const { style, origins, answered } = await baseMapServer(t)
  const [, parts = ''] = origins
  const { open } = await site.beside(t, { MAP_STYLE: style, MAP_ORIGINS: parts }, origins)
  const page = await open(t, '/?all=1', TWICE_AS_DENSE)
  await page.getByRole('button', { name: 'Carte', exact: true }).click()
  await mapped(page)
  await page.getByText('Les Cartographes').waitFor()
  await page.waitForLoadState('networkidle')
  t.ok((await painted(page, LAND)) > 0.5)
  t.same([...answered].sort(), [
    '/letters/Any Sans/0-255.pbf',
    '/sprite.json',
    '/sprite.png',
    '/tiles/{z}/{x}/{y}.pbf'
  ])
  t.equal(await page.getByText('Natural Earth').count(), 0)
  t.equal(await page.getByText('Fond de carte indisponible').count(), 0)
})

t.test('so do image tiles from any host, with the configured attribution', async (t) => {
  const { raster, origins } = await baseMapServer(t)
  const settings = { MAP_STYLE: raster, MAP_ATTRIBUTION: '© Les Photographes <du ciel>' }
  const { open } = await site.beside(t, settings, origins)
  const page = await open(t, '/?all=1')
  await mapped(page)
  await page.getByText('© Les Photographes <du ciel>').waitFor()
  await page.waitForLoadState('networkidle')
  t.ok((await painted(page, IMAGE)) > 0.5)
})

t.test('the visible area can be searched and shared, and the browser can go back', async (t) => {
  const page = await site.open(t, '/?q=mediatheque')
  await mapped(page)
  const before = await count(page)
  await page.getByRole('button', { name: 'Agrandir la carte', exact: true }).click()
  await page.getByRole('button', { name: 'Chercher dans cette zone' }).click()
  await page.waitForURL(/bbox=/)
  await settled(page)
  await page.getByRole('link', { name: 'Dans la zone choisie sur la carte' }).waitFor()
  const inside = await count(page)
  t.ok(inside < before)
  const shared = await site.open(t, `/${new URL(page.url()).search}`)
  t.equal(await count(shared), inside)
  t.same(await names(shared), await names(page))
  await page.goBack()
  await page.waitForURL((url) => !url.search.includes('bbox'))
  await settled(page)
  t.equal(await count(page), before)
})

t.test('a cluster opens and a place shows its name, also by keyboard', async (t) => {
  const page = await site.open(t, '/?q=lisieux')
  await live(page)
  await mapped(page)
  const first = page.locator('.map-cluster, .map-pin').first()
  await first.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  t.ok(await first.evaluate((button) => button === document.activeElement), 'arrow keys move between them')
  // Zooming into clusters ends at a single place.
  for (let presses = 0; presses < 6 && (await page.locator('.map-pin').count()) === 0; presses += 1) {
    const pressed = await clusters(page).first().elementHandle()
    await clusters(page).first().press('Enter')
    await page.waitForFunction((button) => button?.isConnected !== true, pressed)
  }
  const pin = page.locator('.map-pin').first()
  const name = await pin.getAttribute('aria-label')
  await pin.press('Enter')
  const summary = page.getByRole('region', { name: 'Lieu choisi sur la carte' })
  await summary.waitFor()
  t.equal(await summary.locator('h3').textContent(), name)
  t.ok(
    await summary.locator('h3 a').evaluate((link) => link === document.activeElement),
    'the focus is there'
  )
  t.same(await violations(page), [])
  await page.keyboard.press('Escape')
  await summary.waitFor({ state: 'detached' })
  t.equal(await page.locator(':focus').getAttribute('aria-label'), name, 'and returns to where it was')
  await pin.press('Enter')
  await summary.waitFor()
  await field(page).fill('quimper')
  await field(page).press('Enter')
  await summary.waitFor({ state: 'detached' })
})

t.test(
  'the card of a chosen place is in sight on a screen of 1366 × 768, whatever is scrolled',
  async (t) => {
    const page = await site.open(t, '/?q=epn', { viewport: { width: 1366, height: 768 } })
    await mapped(page)
    const pin = page.locator('.map-pin').first()
    for (const scrolled of [0, 120]) {
      await page.evaluate((top) => scrollTo(0, top), scrolled)
      await pin.focus()
      await pin.press('Enter')
      const card = page.locator('.summary')
      await card.waitFor()
      const box = await card.boundingBox()
      t.ok(box && box.y >= 0 && box.y + box.height <= 768, `${box?.y} ${box?.height}`)
      await page.keyboard.press('Escape')
    }
  }
)

t.test('the point of the question is marked, and the map shows all places of the first list', async (t) => {
  const page = await site.open(t, '/?q=bayeux')
  await mapped(page)
  await page.locator('.map-start', { hasText: 'Autour de Bayeux' }).waitFor()
  const listed = await page.locator('.places').first().locator('.distance').count()
  t.ok(listed > 1)
  const counts = await page.locator('.map-pin, .map-cluster').evaluateAll((all) => {
    const map = document.querySelector('.beside')?.getBoundingClientRect()
    const isInside = (each: Element) => {
      const { left, right, top, bottom } = each.getBoundingClientRect()
      return map && left >= map.left && right <= map.right && top >= map.top && bottom <= innerHeight
    }
    return all.filter(isInside).map((each) => Number(each.textContent || 1))
  })
  const onMap = counts.reduce((sum, each) => sum + each, 0)
  t.equal(onMap, listed, 'before the page is scrolled')
  const here = await site.open(t, '/?lat=49.277&lon=-0.702')
  await mapped(here)
  await here.locator('.map-start', { hasText: 'Vous êtes ici' }).waitFor()
})

t.test('in the dark, the controls of the map are dark', async (t) => {
  const page = await site.open(t, '/?q=bayeux', { colorScheme: 'dark' })
  await mapped(page)
  const colours = await page
    .locator('.maplibregl-ctrl-zoom-in')
    .evaluate((button) => [
      getComputedStyle(button.parentElement as Element).backgroundColor,
      getComputedStyle(button).color
    ])
  t.same(colours, ['rgb(22, 22, 29)', 'rgb(242, 242, 247)'], 'of the page')
  t.same(await violations(page), [])
})

t.test('the place under the pointer in the list is marked on the map', async (t) => {
  const page = await site.open(t, '/?q=lisieux')
  await mapped(page)
  await page.locator('.places > li').first().hover()
  await page.locator('.map-marked').waitFor({ state: 'attached' })
})

t.test('no script failed, and nothing was blocked by the policy', async (t) => t.same(site.wrong, []))
