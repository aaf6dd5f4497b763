import type { Page } from 'playwright-core'
import t from 'tap'
import { testDatabase } from '../support/database.ts'
import { testPlace, writePlaces } from '../support/places.ts'
import { idOf, SMALL_DIRECTORY } from '../support/small-directory.ts'
import { TOWNS } from '../support/towns.ts'
import { baseMapServer } from './base-map-server.ts'
import { siteOver, violations } from './site.ts'

/** A place of which much is known, so that its sheet is as full as those of real places. */
const RICH = testPlace({
  ...TOWNS.bayeux,
  name: 'Maison France services et espace numérique du Bessin',
  types: ['RFS', 'EPN'],
  services: [
    'aide-aux-demarches-administratives',
    'maitrise-des-outils-numeriques-du-quotidien',
    'acces-internet-et-materiel-informatique',
    'insertion-professionnelle-via-le-numerique',
    'utilisation-securisee-du-numerique',
    'parentalite-et-education-avec-le-numerique',
    'loisirs-et-creations-numeriques',
    'comprehension-du-monde-numerique'
  ],
  fees: ['gratuit-sous-condition', 'payant'],
  access: ['telephoner', 'se-presenter'],
  contacts: { phone: '+33231000000', emails: ['contact@example.org'] },
  opening_hours: {
    osm: 'Mo-Fr 09:00-12:30,13:30-18:00; Sa 09:00-12:00',
    raw: null,
    confidence: 'exact',
    timezone: 'Europe/Paris'
  }
})

const database = await testDatabase(t)
await writePlaces(database, [...SMALL_DIRECTORY, RICH])
const { style, origins } = await baseMapServer(t)
const site = await siteOver(t, database, { MAP_STYLE: 'outline' })

const PLACE = `/lieux/maison-france-services-et-espace-numerique-du-bessin-${RICH.id}?lang=fr`
const SELECTION = `/selection?lieu=${RICH.id}&lieu=${idOf('Médiathèque de Caen')}&commune=14047&lang=fr`

/** Presses Tab until the focused element has this text. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((text) => document.activeElement?.textContent?.startsWith(text), text)) return
  }
  throw new Error(`Tab never came to ${text}.`)
}

t.test('a selection grows from page to page by keyboard, and forgets nothing on the way', async (t) => {
  const page = await site.open(t, PLACE)
  await tabTo(page, 'Ajouter à ma sélection')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Imprimer la sélection' }).waitFor()
  // The button may appear before the script has run, which remembers the selection.
  await page.waitForFunction(() => sessionStorage.getItem('selection') !== null)
  await page.goto(`${site.origin}/lieux/mediatheque-de-caen-${idOf('Médiathèque de Caen')}?lang=fr`)
  await page.getByRole('link', { name: /^Voir ma sélection \(1\slieu\)/ }).waitFor()
  await tabTo(page, 'Ajouter à ma sélection')
  await page.keyboard.press('Enter')
  await page.getByText('2 lieux sur 5 au plus').waitFor()
  t.same(await page.context().cookies(), [])
  await tabTo(page, 'Retirer de ma sélection : Maison')
  await page.keyboard.press('Enter')
  await page.getByText('1 lieu sur 5 au plus').waitFor()
})

t.test('sharing opens the menu of the device, or copies the address', async (t) => {
  const page = await site.open(t, '/robots.txt')
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', {
      value: async (given: object) => document.body.setAttribute('data-shared', JSON.stringify(given))
    })
  })
  await page.goto(site.origin + PLACE)
  await page.getByRole('button', { name: 'Partager' }).click()
  const shared = await page.locator('body[data-shared]').getAttribute('data-shared')
  t.same(JSON.parse(shared ?? ''), { title: RICH.content.name, url: site.origin + PLACE })

  const desk = await site.open(t, '/robots.txt')
  await desk.addInitScript(() => Object.defineProperty(navigator, 'share', { value: undefined }))
  await desk.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await desk.goto(site.origin + PLACE)
  await desk.getByRole('button', { name: 'Partager' }).click()
  await desk.getByRole('status').filter({ hasText: 'Adresse copiée' }).waitFor()
  t.equal(await desk.evaluate(() => navigator.clipboard.readText()), site.origin + PLACE)
})

t.test('only phones that open links to maps apps get one', async (t) => {
  const app = (page: Page) => page.getByRole('link', { name: 'Ouvrir dans mon application de cartes' })
  const android = await site.open(t, PLACE, { userAgent: 'Mozilla/5.0 (Linux; Android 15) Chrome/140' })
  await app(android).waitFor()
  const desk = await site.open(t, PLACE)
  await desk.getByRole('button', { name: 'Partager' }).waitFor()
  t.equal(await app(desk).count(), 0)
})

t.test('a map with streets covers the drawing, which stays if the map cannot be loaded', async (t) => {
  const mapped = await site.beside(t, { MAP_STYLE: style, MAP_ORIGINS: origins[1] ?? '' }, origins)
  const page = await mapped.open(t, PLACE)
  await page.locator('.drawn').scrollIntoViewIfNeeded()
  await page.locator('.drawn.covered .maplibregl-canvas').waitFor()
  t.match(await page.locator('.maplibregl-ctrl-attrib').textContent(), 'Les Cartographes')
  t.same(await violations(page), [])
  await page.emulateMedia({ media: 'print' })
  t.ok(await page.locator('.small-map').isVisible(), 'paper shows the drawing')

  const failing = await site.beside(t, { MAP_STYLE: style, MAP_ORIGINS: origins[1] ?? '' }, [
    origins[0] ?? ''
  ])
  const alone = await failing.open(t, '/robots.txt')
  // The map may be there for some milliseconds only, so the page itself looks out for it.
  await alone.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector('.live')) document.documentElement.dataset.tried = 'true'
    }).observe(document, { childList: true, subtree: true })
  })
  await alone.goto(new URL(PLACE, alone.url()).href)
  await alone.locator('.drawn').scrollIntoViewIfNeeded()
  await alone.locator('[data-tried]').waitFor()
  await alone.locator('.live').waitFor({ state: 'detached' })
  t.ok(await alone.locator('.small-map').isVisible())
})

for (const colorScheme of ['light', 'dark'] as const) {
  t.test(`axe reports nothing, and a phone needs no sideways scrolling, ${colorScheme}`, async (t) => {
    const page = await site.open(t, '/robots.txt', { colorScheme, viewport: { width: 390, height: 800 } })
    for (const url of [
      PLACE,
      SELECTION,
      `${SELECTION}&q=lisieux`,
      '/selection',
      `/orientation/fiche?lieu=${RICH.id}`
    ]) {
      await page.goto(site.origin + url)
      t.same(await violations(page), [], url)
      t.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), url)
    }
    await page.setViewportSize({ width: 1366, height: 900 })
    await page.goto(site.origin + SELECTION)
    t.same(await violations(page), [], 'side by side')
    const [first, second] = await page.locator('.compare article').all()
    t.equal((await first?.boundingBox())?.y, (await second?.boundingBox())?.y)
  })
}

t.test('paper: one page for a sheet full of facts, and the selection without controls', async (t) => {
  const sheet = await site.open(
    t,
    `/orientation/fiche?lieu=${RICH.id}&help=aide-aux-demarches-administratives`
  )
  const pdf = (await sheet.pdf({ preferCSSPageSize: true })).toString('latin1')
  t.equal(pdf.match(/\/Type\s*\/Page\b/g)?.length, 1)
  const page = await site.open(t, SELECTION)
  await page.emulateMedia({ media: 'print' })
  for (const hidden of ['.actions', '.add', '.remove', '.compare .now', 'footer.site'])
    t.notOk(await page.locator(hidden).first().isVisible(), hidden)
  t.ok(await page.getByText('02 31 00 00 00').isVisible())
})

t.test('no script failed, and nothing was blocked by the policy', async (t) => t.same(site.wrong, []))
