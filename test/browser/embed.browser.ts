import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { idOf } from '../support/small-directory.ts'
import { drawn } from './base-map-server.ts'
import { siteFor, violations, watchShifts } from './site.ts'

const site = await siteFor(t, { MAP_STYLE: 'outline' })

/** The content security policy that the README documents: the strictest with which another site can show our map. */
const POLICY = [
  "default-src 'none'",
  `script-src ${site.origin}`,
  `connect-src ${site.origin}`,
  `worker-src blob: ${site.origin}`,
  `frame-src ${site.origin}`
].join('; ')

/** The land of the outline of the world, which only the worker of the map can draw. */
const LAND = [247, 245, 240]

async function openHost(
  t: Test,
  body: string,
  policy = POLICY,
  prepare: (page: Page) => Promise<void> = async () => undefined
): Promise<Page> {
  const host = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8')
    answer.setHeader('content-security-policy', policy)
    answer.end(
      `<!doctype html><html lang="fr"><title>Mairie</title><main><h1>Mairie</h1>${body}</main></html>`
    )
  })
  await new Promise<void>((listening) => host.listen(0, '127.0.0.1', listening))
  t.teardown(() => new Promise((closed) => host.close(closed)))
  const page = await site.open(t, '/robots.txt')
  await prepare(page)
  const origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`
  await page.route(`${origin}/**`, (route) => route.continue())
  await page.goto(`${origin}/`)
  return page
}

const SCRIPT = `<script type="module" src="${site.origin}/embed/annuaire-carte.js"></script>`
const names = (page: Page, within = 'annuaire-carte') => page.locator(`${within} ol .name [lang]`)

t.test('the component works on another origin under a strict policy', async (t) => {
  const page = await openHost(
    t,
    `<annuaire-carte q="bayeux" commune="14047" height="600px"></annuaire-carte>${SCRIPT}`
  )
  await names(page).first().waitFor()
  t.ok((await names(page).allTextContents()).includes('EPN de Bayeux'))
  await page.locator('.map-pin, .map-cluster').first().waitFor()
  await page.locator('canvas').waitFor()
  t.same(await violations(page), [])
  const href = await page.getByRole('link', { name: 'EPN de Bayeux' }).first().getAttribute('href')
  t.equal(href, `${site.origin}/lieux/epn-de-bayeux-${idOf('EPN de Bayeux')}`, 'links lead to the directory')
})

t.test('several on one page draw their maps, and make the page no longer than they are', async (t) => {
  const page = await openHost(
    t,
    `<annuaire-carte id="one" height="500px"></annuaire-carte>
     <annuaire-carte id="two" type="BIB" lang="en" height="500px"></annuaire-carte>${SCRIPT}`
  )
  // Drawing takes all of the CPU, and must not delay the answers for the other one.
  for (const id of ['#one', '#two']) await names(page, id).first().waitFor()
  for (const id of ['#one', '#two']) {
    await page.locator(`${id} .map`).scrollIntoViewIfNeeded()
    await drawn(page, LAND, `${id} .map`)
  }
  const missing = page.getByText(/Fond de carte indisponible|Base map unavailable/)
  await missing.first().waitFor({ state: 'detached' })
  t.equal(await missing.count(), 0)
  const tail = await page.evaluate(() => {
    const bottom = document.querySelector('#two')?.getBoundingClientRect().bottom ?? 0
    return document.documentElement.scrollHeight - (bottom + scrollY)
  })
  t.ok(tail < 50, `${tail} pixels below the last one`)
})

t.test('the page around it does not jump while it loads, if it leaves room for it', async (t) => {
  let shifted = async () => 1
  const room = '<style>annuaire-carte { display: block; min-height: 500px; }</style>'
  const page = await openHost(
    t,
    `${room}<annuaire-carte commune="14047" height="500px"></annuaire-carte><p>Horaires de la mairie</p>${SCRIPT}`,
    `${POLICY}; style-src 'unsafe-inline'`,
    async (page) => {
      shifted = await watchShifts(page)
    }
  )
  await page.locator('.map-pin, .map-cluster').first().waitFor()
  await page.waitForLoadState('networkidle')
  const shift = await shifted()
  t.ok(shift < 0.05, String(shift))
})

t.test('its search field searches within its filters, and tells the page what was found', async (t) => {
  const page = await openHost(
    t,
    `<annuaire-carte department="14" search height="700px"></annuaire-carte>${SCRIPT}`
  )
  await names(page).first().waitFor()
  await page.evaluate(() => {
    const told = globalThis as unknown as { told: unknown[] }
    told.told = []
    for (const name of ['annuaire-found', 'annuaire-place'])
      document.addEventListener(name, (event) => told.told.push((event as CustomEvent).detail))
  })
  await page.getByRole('searchbox', { name: 'Que cherchez-vous, et où ?' }).fill('fablab lisieux')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'FabLab de Lisieux' }).first().waitFor()
  await page.getByRole('button', { name: 'Voir sur la carte : FabLab de Lisieux' }).click()
  const told = await page.evaluate(() => (globalThis as unknown as { told: object[] }).told)
  t.match(told, [
    { words: 'fablab lisieux', total: Number },
    { name: 'FabLab de Lisieux', url: `${site.origin}/lieux/` }
  ])
  t.same(await violations(page), [])
})

t.test('a place in the list is shown on the map and the reverse, by keyboard', async (t) => {
  const page = await openHost(t, `<annuaire-carte q="&quot;EPN de Bayeux&quot;"></annuaire-carte>${SCRIPT}`)
  await page.locator('canvas').waitFor()
  const button = page.getByRole('button', { name: 'Voir sur la carte : EPN de Bayeux' })
  await button.focus()
  await page.keyboard.press('Enter')
  await page.locator('.map-marked').waitFor()
  t.match(await page.locator('.chosen').textContent(), 'EPN de Bayeux')
  await page.locator('.map-pin').first().focus()
  await page.keyboard.press('Enter')
  t.match(await page.locator('li[aria-current]').textContent(), 'EPN de Bayeux')
})

t.test('two on one page, each with its own search and language', async (t) => {
  const page = await openHost(
    t,
    `<annuaire-carte id="one" type="FABLAB" commune="14366"></annuaire-carte>
     <annuaire-carte id="two" lang="en" type="BIB" commune="67482"></annuaire-carte>${SCRIPT}`
  )
  await names(page, '#two').first().waitFor()
  t.ok((await names(page, '#one').allTextContents()).includes('FabLab de Lisieux'))
  t.ok((await names(page, '#two').allTextContents()).includes('Médiathèque Malraux'))
  t.match(await page.locator('#one h2').textContent(), /lieux?/)
  t.match(await page.locator('#two h2').textContent(), /places?/)
  await page.locator('#one').evaluate((element) => element.setAttribute('q', 'zzzzzz'))
  await page
    .locator('#one')
    .getByText(/^Aucun lieu à moins de 40\skm/)
    .waitFor()
})

t.test('a radius is measured from the commune', async (t) => {
  const page = await openHost(t, `<annuaire-carte commune="14047" radius="40000"></annuaire-carte>${SCRIPT}`)
  await names(page).first().waitFor()
  const found = await names(page).allTextContents()
  t.ok(found.includes('EPN de Bayeux') && found.includes('Médiathèque de Caen'))
  t.match(await page.locator('annuaire-carte h2').first().textContent(), /^\d+ lieux à moins de 40\skm$/)
})

t.test('if the directory is unavailable or refuses, it says so and tries again', async (t) => {
  const page = await openHost(t, '')
  await page.route(`${site.origin}/v1/places*`, (route) => route.abort())
  await page.evaluate((src) => {
    document.querySelector('main')?.append(document.createElement('annuaire-carte'))
    document.body.append(Object.assign(document.createElement('script'), { type: 'module', src }))
  }, `${site.origin}/embed/annuaire-carte.js`)
  await page.getByText('L’annuaire ne répond pas pour le moment.').waitFor()
  t.same(await violations(page), [])
  await page.unroute(`${site.origin}/v1/places*`)
  await page.getByRole('button', { name: 'Réessayer' }).click()
  await names(page).first().waitFor()
  await page.locator('annuaire-carte').evaluate((element) => element.setAttribute('type', 'POTERIE'))
  await page.getByText('Cette carte est mal réglée').waitFor()
})

t.test('if the host page allows no worker, the map says what is missing, and shows the places', async (t) => {
  const page = await openHost(
    t,
    `<annuaire-carte commune="14047"></annuaire-carte>${SCRIPT}`,
    POLICY.replace(/worker-src[^;]*/, "worker-src 'none'")
  )
  await names(page).first().waitFor()
  await page.locator('.map-pin, .map-cluster').first().waitFor()
  await page.getByRole('status').filter({ hasText: 'Fond de carte indisponible' }).waitFor()
  t.ok((await names(page).allTextContents()).includes('EPN de Bayeux'))
})

t.test('the same in an iframe, with its colours, and as a list without JavaScript', async (t) => {
  const src = `${site.origin}/embed?commune=14047&amp;lang=en&amp;link=6a1b9a`
  const frame = `<iframe src="${src}" title="Carte" width="600" height="500"></iframe>`
  const page = await openHost(t, frame)
  const inside = page.frameLocator('iframe')
  await inside.locator('annuaire-carte ol .name').first().waitFor()
  await inside.locator('.map-pin, .map-cluster').first().waitFor()
  const colour = await inside
    .locator('.name a')
    .first()
    .evaluate((link) => getComputedStyle(link).color)
  t.equal(colour, 'rgb(106, 27, 154)')
  const plain = await site.open(t, '/embed?commune=14047', { javaScriptEnabled: false })
  t.match(await plain.locator('annuaire-carte').textContent(), 'EPN de Bayeux')
})

t.test('no other page may be framed', async (t) => {
  const policyOf = async (path: string) => {
    const { headers } = await fetch(new URL(path, site.origin))
    return `${headers.get('content-security-policy')} ${headers.get('x-frame-options')}`
  }
  t.match(await policyOf('/embed'), /frame-ancestors \* null|frame-ancestors \*.* null$/)
  for (const path of ['/', '/orientation', '/docs', '/v1/places']) {
    t.match(await policyOf(path), /frame-ancestors 'none'.* DENY$/i, path)
  }
})

t.test('no script failed, and only the one worker was blocked by a policy', async (t) =>
  t.same(
    site.wrong.filter((told) => !/blob:.*worker-src 'none'/.test(told)),
    []
  )
)
