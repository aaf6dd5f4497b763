import type { Page } from 'playwright-core'
import t from 'tap'
import { count, field, live, mapped, names, settled } from './search-page.ts'
import { siteFor, violations } from './site.ts'

const site = await siteFor(t)

const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true }
const PLACES = /\/v1\/places\?/
const search = async (page: import('playwright-core').Page, words: string) => {
  await field(page).fill(words)
  await page.keyboard.press('Enter')
}

const SLOW = 'plus de temps que d’habitude'

/** Holds the answers to searches until it is called back. */
async function hold(page: Page): Promise<() => void> {
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route(PLACES, async (route) => {
    await held
    await route.continue()
  })
  return () => answer()
}

t.test('a slow search says so, and keeps the earlier results', async (t) => {
  const page = await site.open(t, '/?q=lisieux')
  await live(page)
  const answer = await hold(page)
  await search(page, 'bayeux')
  await page.locator('.notice', { hasText: SLOW }).waitFor()
  t.ok((await names(page)).length > 0)
  answer()
  await settled(page)
  t.equal((await names(page))[0], 'EPN de Bayeux')
})

// Apart, because it may take longer than a search is waited for.
t.test('the page of a slow search is accessible', async (t) => {
  const page = await site.open(t, '/?q=lisieux')
  await live(page)
  const answer = await hold(page)
  await search(page, 'bayeux')
  await page.locator('.notice', { hasText: SLOW }).waitFor()
  t.same(await violations(page), [])
  answer()
})

t.test('a search that fails says why, and can be tried again', async (t) => {
  const page = await site.open(t, '/?all=1')
  await live(page)
  let status = 503
  await page.route(PLACES, (route) => (status === 200 ? route.continue() : route.fulfill({ status })))
  await search(page, 'bayeux')
  await page.getByRole('alert').filter({ hasText: 'ne répond pas pour le moment' }).waitFor()
  t.same(await violations(page), [])
  status = 429
  await page.getByRole('button', { name: 'Réessayer' }).click()
  await page.getByRole('alert').filter({ hasText: 'Trop de recherches' }).waitFor()
  status = 200
  await page.getByRole('button', { name: 'Réessayer' }).click()
  await settled(page)
  t.equal((await names(page))[0], 'EPN de Bayeux')
})

t.test('without a network it says so, and continues by itself when it is back', async (t) => {
  const page = await site.open(t, '/?all=1')
  await mapped(page)
  await page.context().setOffline(true)
  await search(page, 'bayeux')
  await page.getByRole('alert').filter({ hasText: 'pas connecté à Internet' }).waitFor()
  await page.context().setOffline(false)
  await settled(page)
  t.equal((await names(page))[0], 'EPN de Bayeux')
})

t.test('if the map cannot be drawn, a message appears beside the list', async (t) => {
  const page = await site.open(t, '/nulle-part')
  await page.route(/create-map/, (route) => route.abort())
  await page.goto(`${site.origin}/?q=bayeux`)
  await page.getByText('La carte ne peut pas s’afficher ici').waitFor()
  t.ok((await names(page)).length > 0)
  t.same(await violations(page), [])
})

t.test('on a phone, the results scroll into view', async (t) => {
  const page = await site.open(t, '/?all=1', PHONE)
  await live(page)
  await search(page, 'bayeux')
  await page.locator('.understood').getByText('Autour de Bayeux').waitFor()
  await settled(page)
  await page.waitForFunction(() => {
    const { top = -1, bottom = 0 } = document.querySelector('.places a')?.getBoundingClientRect() ?? {}
    return top >= 0 && bottom <= innerHeight
  })
  t.ok(await page.evaluate(() => document.activeElement === document.body), 'no keyboard covers it')
})

t.test('on a phone the list comes first, the map on request, and nothing is cut off', async (t) => {
  const page = await site.open(t, '/?q=aide+lyon', PHONE)
  await live(page)
  const [list, map] = ['Liste', 'Carte'].map((name) => page.getByRole('button', { name, exact: true }))
  if (!list || !map) return
  t.equal(await page.locator('.maplibregl-canvas').count(), 0, 'the map is not loaded yet')
  t.equal(await list.getAttribute('aria-pressed'), 'true')
  await map.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: 'La carte est affichée.' }).waitFor()
  await mapped(page)
  t.equal(await map.getAttribute('aria-pressed'), 'true')
  t.notOk(await page.locator('.places').first().isVisible(), 'one of the two is shown')
  const { top = -1, bottom = 0 } = (await page
    .locator('.beside')
    .evaluate((each) => each.getBoundingClientRect().toJSON())) as DOMRect
  t.ok(top >= 0 && bottom <= 801 && bottom - top > 600, 'the map fills the screen below the switch')
  t.same(await violations(page), [])
  await list.press('Enter')
  await page.getByRole('status').filter({ hasText: 'La liste est affichée.' }).waitFor()
  t.ok(await page.locator('.places a').first().isVisible())
  t.notOk(await page.locator('.beside').isVisible())
  await map.click()
  const { scroll, wide } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    wide: innerWidth
  }))
  t.ok(scroll <= wide, 'no horizontal scrolling is needed')
  const small = await page.locator('button:visible, select:visible, input:visible').evaluateAll((all) =>
    all
      .filter(
        (each) => !each.closest('.maplibregl-ctrl') && !(each as HTMLInputElement).matches('[type=checkbox]')
      )
      .filter((each) => each.getBoundingClientRect().height < 43.5)
      .map((each) => each.outerHTML)
  )
  t.same(small, [], 'everything is 44 pixels high')
  t.same(await violations(page), [])
})

for (const colorScheme of ['light', 'dark'] as const) {
  t.test(`no rule of accessibility is broken on any page, ${colorScheme}`, async (t) => {
    const page = await site.open(t, '/?q=epn+bayeux&free=1', { colorScheme })
    await mapped(page)
    t.same(await violations(page), [], 'search')
    for (const path of ['/?q=zzzzzz', '/?type=EPX', '/?lang=en&q=lyon', '/lieux/nulle-part', '/nulle-part']) {
      await page.goto(site.origin + path)
      t.same(await violations(page), [], path)
    }
    await page.goto(`${site.origin}/?q=epn+bayeux`)
    await page.getByRole('link', { name: 'EPN de Bayeux' }).click()
    await page.waitForURL(/\/lieux\//)
    t.same(await violations(page), [], 'place')
    await page.goto(`${site.origin}/embed?commune=14047`)
    await page.getByRole('link', { name: 'EPN de Bayeux' }).waitFor()
    t.same(await violations(page), [], 'for iframes')
  })
}

t.test('without JavaScript the map is not offered', async (t) => {
  const page = await site.open(t, '/?q=epn+bayeux', { ...PHONE, javaScriptEnabled: false })
  t.ok((await names(page)).length > 0)
  t.equal(await page.getByRole('button', { name: 'Carte' }).count(), 0)
  t.notOk(await page.locator('.views').isVisible())
})

t.test('a page at 400 % is readable: no sideways scrolling at 320 pixels', async (t) => {
  const page = await site.open(t, '/?q=epn+bayeux&free=1', { viewport: { width: 320, height: 256 } })
  await live(page)
  t.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
})

t.test('the list and the place are printed, without controls', async (t) => {
  const page = await site.open(t, '/?q=epn+bayeux')
  await live(page)
  await page.emulateMedia({ media: 'print' })
  for (const hidden of ['form', '#map', 'footer.site'])
    t.notOk(await page.locator(hidden).isVisible(), hidden)
  t.ok(await page.getByRole('link', { name: 'EPN de Bayeux' }).isVisible())
  const pdf = await page.pdf({ format: 'A4' })
  t.match(pdf.subarray(0, 5).toString(), '%PDF-')
  t.ok(await count(page))
})

t.test('no script failed, and nothing was blocked by the policy', async (t) => t.same(site.wrong, []))
