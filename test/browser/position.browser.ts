import type { BrowserContextOptions, Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { findsNevers } from '../edits/geocoder.ts'
import { granted } from '../edits/managing.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { fileServer } from '../support/file-server.ts'
import { signIn } from '../support/people/accounts.ts'
import { senderOf } from '../support/records.ts'
import { baseMapServer } from './base-map-server.ts'
import { type Site, siteOver, violations } from './site.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const { put } = await senderOf(database, api, 'epn-nievre')
const location = { lat: 46.99, lon: 3.16 }
await put([
  {
    id: 'nevers',
    changed_on: '2026-03-14',
    content: {
      name: 'Espace numérique de Nevers',
      address: { street: '1 rue de la Préfecture', city: 'Nevers', commune: '58194' },
      location,
      services: ['aide-aux-demarches-administratives']
    }
  }
])
const { items } = await api.get('/v1/places?q=espace+numerique+nevers')
const place = items[0]?.id ?? ''
const FORM = `/gestion/${place}`
await granted(database, 'lea@nevers.example', {
  role: 'manager',
  scope: { kind: 'place', code: place },
  rank: 'owner'
})
const token = await signIn(api, database, 'lea@nevers.example')
const { url } = await fileServer(t, findsNevers)
const { style, origins } = await baseMapServer(t)
const GEOCODER = { GEOCODER: 'geoplateforme', GEOCODER_URL: url.replace('/annuaire.json', '') }
const site = await siteOver(t, database, { MAP_STYLE: 'outline', ...GEOCODER })
const onStreets = { MAP_STYLE: style, MAP_ORIGINS: origins[1] ?? '', ...GEOCODER }

/** The compressed scripts and styles of the form for a place: as much as those of a page of search. */
const FIRST_VIEW_BYTES = 80_000
/** A form that is sent as soon as it is opened is taken for that of a program. */
const READ_MS = 3_200

/** The form of the place, as Léa sees it, who is signed in. */
async function form(t: Test, from: Pick<Site, 'open'> = site, options: BrowserContextOptions = {}) {
  const page = await from.open(t, '/robots.txt', options)
  await page.context().addCookies([{ name: 'annuaire', value: token, url: new URL(page.url()).origin }])
  return page
}
const show = (page: Page, path = FORM) => page.goto(new URL(path, page.url()).href)
const status = (page: Page) => page.locator('#position-ecart').textContent()
const at = async (page: Page) => {
  const [lat, lon] = (await page.inputValue('#position')).split(', ').map(Number)
  return { lat: lat ?? 0, lon: lon ?? 0 }
}
const pin = (page: Page) => page.getByRole('application', { name: 'Repère' })

async function drag(page: Page, right: number, down: number): Promise<void> {
  await pin(page).scrollIntoViewIfNeeded()
  const box = (await pin(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + right / 2, y + down / 2)
  await page.mouse.move(x + right, y + down)
  await page.mouse.up()
}

t.test('without JavaScript, an address is searched, chosen and saved', async (t) => {
  const page = await form(t, site, { javaScriptEnabled: false })
  await show(page)
  t.equal(await page.locator('.small-map .pin').count(), 1, 'the drawing shows where the place is')
  t.equal(await pin(page).count(), 0)
  await page.fill('#presentation', 'Près de la préfecture')
  await page.fill('#adresse_a_chercher', '2 rue de la Préfecture')
  await page.getByRole('button', { name: 'Chercher cette adresse' }).click()
  await page.getByText('2 Rue de la Préfecture 58000 Nevers').waitFor()
  t.equal(await page.inputValue('#presentation'), 'Près de la préfecture')
  t.equal(await page.locator('input[name=candidat]').count(), 6)
  await page.getByLabel('2 Rue de la Préfecture 58000 Nevers').check()
  await page.waitForTimeout(READ_MS)
  await page.getByRole('button', { name: 'Enregistrer' }).last().click()
  await page.waitForURL(/etat=enregistre/)
  t.same(await at(page), { lat: 46.9905, lon: 3.1603 })
})

t.test('the arrow keys move the pin by 10 metres, and by 100 with Shift, which is said', async (t) => {
  const page = await form(t)
  await show(page)
  const before = await at(page)
  await pin(page).focus()
  await page.keyboard.press('ArrowUp')
  t.match(await status(page), /^10.mètres vers le nord\. À.10.m de la position actuelle\.$/)
  await page.keyboard.press('Shift+ArrowRight')
  t.match(await status(page), /^100.mètres vers l’est\. À.100.m de la position actuelle\.$/)
  const after = await at(page)
  t.ok(Math.abs(after.lat - before.lat - 0.00009) < 0.000002)
  t.ok(after.lon > before.lon)
  for (let nth = 0; nth < 5; nth += 1) await page.keyboard.press('Shift+ArrowRight')
  t.match(await status(page), /À plus de 500.mètres, ce sera une proposition.: la modération décide/)
  await page.getByRole('button', { name: 'Revenir à la position actuelle' }).click()
  t.same(await at(page), before)
  t.equal(await status(page), '')
})

t.test('the pin is dragged, tapped or moved by buttons, on the drawing and on the streets', async (t) => {
  const streets = await site.beside(t, onStreets, origins)
  for (const [from, isCovered] of [
    [site, false],
    [streets, true]
  ] as const) {
    const page = await form(t, from)
    await show(page)
    await page.locator('#carte-position').scrollIntoViewIfNeeded()
    if (isCovered) await page.locator('.drawn.covered .maplibregl-canvas').waitFor()
    const before = await at(page)
    await drag(page, 40, 0)
    const dragged = await at(page)
    t.ok(dragged.lon > before.lon, 'to the east')
    t.ok(Math.abs(dragged.lat - before.lat) < 0.0001, 'and no further')
    t.match(await status(page), /de la position actuelle/)
    await page.locator('#carte-position').click({ position: { x: 60, y: 150 } })
    const tapped = await at(page)
    t.ok(tapped.lon < before.lon, 'a tap brings it there')
    await page.getByRole('button', { name: '10 mètres vers le sud' }).click()
    t.ok((await at(page)).lat < tapped.lat)
    await page.fill('#position', '46.9912, 3.1612')
    t.match(await status(page), /À.\d+.m de la position actuelle/)
    t.same(await at(page), { lat: 46.9912, lon: 3.1612 }, 'what is written stays as it is written')
  }
})

t.test('if the base map cannot be loaded, the pin stands on the drawing', async (t) => {
  const failing = await site.beside(t, onStreets, [origins[0] ?? ''])
  const page = await form(t, failing)
  await show(page)
  await page.locator('#carte-position').scrollIntoViewIfNeeded()
  await page.waitForTimeout(1_000)
  await page.locator('.live').waitFor({ state: 'detached' })
  const before = await at(page)
  await drag(page, 0, 30)
  t.ok((await at(page)).lat < before.lat)
})

t.test('an address that is chosen moves the pin, and the pin that is moved ends the choice', async (t) => {
  const page = await form(t)
  await show(page)
  const before = await page.inputValue('#position')
  await page.fill('#adresse_a_chercher', 'rue de la Préfecture')
  await page.press('#adresse_a_chercher', 'Enter')
  const street = page.getByLabel('Rue de la Préfecture 58000 Nevers', { exact: false }).nth(1)
  await street.check()
  t.same(await at(page), { lat: 46.9911, lon: 3.1611 })
  await page.getByLabel('Aucune', { exact: false }).check()
  t.equal(await page.inputValue('#position'), before)
  await street.check()
  await pin(page).press('ArrowDown')
  t.notOk(await street.isChecked())
  t.ok((await at(page)).lat < 46.9911)
  await page.waitForTimeout(READ_MS)
  await page.getByRole('button', { name: 'Enregistrer' }).last().click()
  await page.waitForURL(/etat=enregistre/)
  t.match(await at(page), { lon: 3.1611 })
})

for (const colorScheme of ['light', 'dark'] as const)
  t.test(
    `at 320 px the form breaks no rule of accessibility, and all is large enough, ${colorScheme}`,
    async (t) => {
      const streets = await site.beside(t, onStreets, origins)
      for (const lang of ['fr', 'en']) {
        const page = await form(t, streets, { colorScheme, viewport: { width: 320, height: 640 } })
        await show(page, `${FORM}?lang=${lang}`)
        await page.click('#chercher-adresse')
        await page.locator('.found').waitFor()
        await page.locator('#carte-position').scrollIntoViewIfNeeded()
        await page.locator('.drawn.covered .maplibregl-canvas').waitFor()
        t.same(await violations(page), [], lang)
        t.ok(
          await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
          `${lang} is no wider`
        )
        const small = await page.evaluate(() =>
          [
            ...document.querySelectorAll(
              '.position button, .position input:not([type=radio]), .position .flag, .pin-handle'
            )
          ]
            .filter((each) => each.checkVisibility())
            .map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()] as const)
            .filter(([, { width, height }]) => width < 44 || height < 44)
            .map(([html]) => html)
        )
        t.same(small, [], `${lang}: everything to touch has 44 pixels`)
      }
    }
  )

t.test('the form loads little, and the map only when it is in sight', async (t) => {
  const streets = await site.beside(t, onStreets, origins)
  const page = await form(t, streets, { viewport: { width: 390, height: 800 } })
  const loaded: { readonly url: string; readonly bytes: number }[] = []
  page.on('response', async (response) => {
    if (!/\.(m?js|css)$/.test(new URL(response.url()).pathname)) return
    const { responseBodySize: bytes } = await response.request().sizes()
    loaded.push({ url: response.url(), bytes })
  })
  await show(page)
  await page.waitForLoadState('networkidle')
  const total = loaded.reduce((sum, { bytes }) => sum + bytes, 0)
  t.ok(total > 0 && total < FIRST_VIEW_BYTES, `${total} bytes`)
  t.notOk(loaded.some(({ url }) => /maplibre|street-map|pin-map/.test(url)))
})

t.test('nothing was blocked by the policy', async (t) => t.same(site.wrong, []))
