import t from 'tap'
import { siteFor, violations } from './site.ts'

const site = await siteFor(t)
const PHONE = { viewport: { width: 390, height: 844 } }

t.test('from the home page to a département, by keyboard on a phone', async (t) => {
  const page = await site.open(t, '/', PHONE)
  const field = page.getByRole('combobox', { name: /Que cherchez-vous/ })
  await field.focus()
  await page.keyboard.type('calvad')
  await page
    .getByRole('option', { name: /Calvados/ })
    .first()
    .waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/lieux/departement/calvados')
  t.match(await page.locator('h1').textContent(), 'dans le Calvados')
  await page.goBack()
  await page.getByRole('link', { name: /Fabriquer, réparer/ }).press('Enter')
  await page.waitForURL('**/?type=FABLAB&near=1#town')
  t.ok(await page.getByLabel('Dans quelle ville êtes-vous').isVisible())
})

t.test(
  'nothing on the home page is wider than a phone, and axe finds nothing, in the light and the dark',
  async (t) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const path of ['/', '/lieux/region/normandie', '/lieux/commune/bayeux']) {
        const page = await site.open(t, path, { ...PHONE, colorScheme })
        t.same(await violations(page), [], `${path} ${colorScheme}`)
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        t.equal(wider, 0, path)
        await page.close()
      }
    }
  }
)

t.test('without a script, the home page searches and asks for the town', async (t) => {
  const page = await site.open(t, '/', { ...PHONE, javaScriptEnabled: false })
  await page.getByLabel('Que cherchez-vous').fill('fablab lisieux')
  await page.getByRole('button', { name: 'Chercher' }).click()
  t.match(await page.locator('#count').textContent(), /lieu/)
  await page.goBack()
  await page.getByRole('link', { name: 'Autour de moi' }).click()
  t.ok(await page.getByLabel('Dans quelle ville êtes-vous').isVisible())
})

t.test('nothing broke the content security policy', async (t) => {
  t.same(site.wrong, [])
})
