import type { Page } from 'playwright-core'
import t from 'tap'
import { idOf } from '../support/small-directory.ts'
import { siteFor, violations } from './site.ts'

const site = await siteFor(t)

const PAPERS = 'help=aide-aux-demarches-administratives'
const ALL = `/orientation?${PAPERS}&who=seniors&when=any&where=Bayeux&lang=fr`
const SHEET = `/orientation/fiche?${PAPERS}&commune=14047&lieu=${idOf('EPN de Bayeux')}&lang=fr`

/** Presses Tab until the focused element has this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null
      return element?.labels?.[0]?.textContent ?? element?.textContent ?? ''
    })
    if (focused.startsWith(name)) return
  }
  throw new Error(`Tab never came to ${name}.`)
}

t.test(
  'from the first question to the sheet by keyboard alone, without JavaScript for the pages',
  async (t) => {
    const page = await site.open(t, '/orientation?lang=fr')
    await tabTo(page, 'Faire une démarche en ligne')
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Pour qui ?' }).waitFor()
    await tabTo(page, 'Tout le monde')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Quand voulez-vous y aller ?' }).waitFor()
    await tabTo(page, 'Peu importe')
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await page.waitForURL(/when=any/)
    await tabTo(page, 'Ville ou code postal')
    await page.keyboard.type('Bayeux')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /près de Bayeux$/ }).waitFor()
    await tabTo(page, 'Préparer la fiche')
    await page.keyboard.press('Enter')
    await page.locator('.sheet').waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: /près de Bayeux$/ }).waitFor()
  }
)

t.test('the same with JavaScript off', async (t) => {
  const page = await site.open(t, '/orientation?lang=fr', { javaScriptEnabled: false })
  await page.getByLabel('Autre chose').check()
  await page.getByRole('button').click()
  await page.getByLabel('Tout le monde').check()
  await page.getByRole('button').click()
  await page.getByLabel('Un jour précis').check()
  await page.getByLabel('Jour', { exact: true }).selectOption({ label: 'mardi' })
  await page.getByRole('button').click()
  await page.getByLabel('Ville ou code postal').fill('Bayeux')
  await page.getByRole('button').click()
  await page.locator('.found').waitFor()
  t.match(page.url(), /when=day&day=tue&part=morning/)
})

t.test('each place of the sheet is one printed page in large type', async (t) => {
  const two = await site.open(t, `${SHEET}&lieu=${idOf('Médiathèque de Caen')}`)
  const pdf = (await two.pdf({ preferCSSPageSize: true })).toString('latin1')
  t.equal(pdf.match(/\/Type\s*\/Page\b/g)?.length, 2)
  await two.emulateMedia({ media: 'print' })
  const size = await two
    .locator('.sheet address')
    .first()
    .evaluate((each) => getComputedStyle(each).fontSize)
  t.ok(Number.parseFloat(size) >= 19, `${size} is 14 points or more`)
  t.notOk(await two.getByText('Retour à la liste').isVisible(), 'what is useless on paper is not printed')
})

t.test('a button prints the sheet', async (t) => {
  const page = await site.open(t, SHEET)
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '')
  })
  await page.getByRole('button', { name: 'Imprimer la fiche' }).click()
  await page.locator('body[data-printed]').waitFor()
  t.pass('printed')
})

for (const colorScheme of ['light', 'dark'] as const) {
  t.test(`axe reports nothing, and a phone needs no sideways scrolling, ${colorScheme}`, async (t) => {
    const page = await site.open(t, '/robots.txt', { colorScheme, viewport: { width: 390, height: 800 } })
    for (const url of [
      '/orientation',
      `/orientation?${PAPERS}&who=any`,
      `/orientation?${PAPERS}&who=any&when=any`,
      ALL,
      ALL.replace('Bayeux', 'zzzzzz'),
      SHEET,
      '/integrer',
      '/integrer?where=14400'
    ]) {
      await page.goto(site.origin + url)
      t.same(await violations(page), [], url)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      t.ok(wide <= 390, `${url}: ${wide}`)
    }
  })
}

t.test('the page that builds the code shows a preview, and copies the code', async (t) => {
  const page = await site.open(t, '/integrer?lang=fr')
  await page.getByLabel('Ville, département, région ou intercommunalité').fill('Bayeux')
  await page.getByRole('button', { name: 'Mettre à jour' }).click()
  await page.frameLocator('iframe').getByRole('link', { name: 'EPN de Bayeux' }).first().waitFor()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: /^Copier : Le code, avec un composant/ }).click()
  await page.getByText('Copié.').waitFor()
  t.match(await page.evaluate(() => navigator.clipboard.readText()), /commune="14047"/)
})

t.test('no script failed, and nothing was blocked by the policy', async (t) => t.same(site.wrong, []))
