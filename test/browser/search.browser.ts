import type { Page } from 'playwright-core'
import t from 'tap'
import { idOf } from '../support/small-directory.ts'
import { count, field, live, names, numberIn, settled } from './search-page.ts'
import { siteFor, violations } from './site.ts'

const site = await siteFor(t)

const PHONE = { viewport: { width: 390, height: 844 } }
const filters = (page: Page) => page.locator('.refine > summary')
/** Waits until an element with this text has the focus, which moves after the page is drawn. */
const focusOn = (page: Page, text: string | null) =>
  page.waitForFunction((name) => document.activeElement?.textContent?.includes(name), text ?? '?')
/** Distance in pixels from the top of the page to the first place. */
const firstCard = (page: Page) =>
  page
    .locator('.places > li')
    .first()
    .evaluate((card) => card.getBoundingClientRect().top + scrollY)

t.test('by words and place, reflected in the address, with back, forward and sharing', async (t) => {
  const page = await site.open(t, '/?all=1')
  await live(page)
  await field(page).fill('fablab lisieux')
  await page.keyboard.press('Enter')
  await page.locator('.understood').getByText('Autour de Lisieux').waitFor()
  t.equal((await names(page))[0], 'FabLab de Lisieux')
  t.equal(new URL(page.url()).search, '?q=fablab+lisieux')
  t.equal(await page.title(), 'fablab lisieux – Annuaire des lieux numériques')
  await page
    .getByRole('status')
    .filter({ hasText: /\d+ lieu/ })
    .waitFor({ state: 'attached' })
  t.match(await page.getByRole('link', { name: 'English' }).getAttribute('href'), /q=fablab\+lisieux&lang=en/)

  await filters(page).click()
  await page.locator('#free').check()
  await page.waitForURL(/free=1/)
  await page.goBack()
  await page.waitForURL((url) => !url.search.includes('free'))
  await settled(page)
  t.equal((await names(page))[0], 'FabLab de Lisieux')
  t.notOk(await page.locator('#free').isChecked())

  const shared = await site.open(t, new URL(page.url()).search.replace(/^/, '/'))
  t.same(await names(shared), await names(page))
})

t.test('filters show how many places they leave, take several values, and close after use', async (t) => {
  const page = await site.open(t, '/?q=bayeux', PHONE)
  await live(page)
  const before = await firstCard(page)
  await filters(page).click()
  await page.locator('.group summary', { hasText: 'Quelle aide' }).click()
  const papers = page.locator('label', { hasText: 'Aide aux démarches' })
  const counted = numberIn(await papers.locator('.count').textContent())
  await papers.click()
  await page.waitForURL(/service=/)
  await settled(page)
  t.equal(await count(page), counted)
  t.ok(await papers.isVisible(), 'the filters stay open while they are used')
  await page.locator('label', { hasText: 'Accès internet' }).click()
  await page.waitForURL(/service=[^&]*internet/)
  await settled(page)
  t.ok((await count(page)) >= counted, 'one of two aids is enough')
  t.same(await violations(page), [])
  await page.getByRole('button', { name: /^Voir \d+ lieu/ }).click()
  await settled(page)
  t.notOk(await papers.isVisible())
  await focusOn(page, await page.locator('#count').textContent())
  const [chips] = [await page.locator('.chips').boundingBox()]
  t.ok(
    (await firstCard(page)) - before <= (chips?.height ?? 0) + 20,
    'only the chips push the first place down'
  )
})

t.test(
  'on a phone, a filter of one choice closes the filters, and the first place is in sight',
  async (t) => {
    const page = await site.open(t, '/?all=1', PHONE)
    await live(page)
    await filters(page).click()
    const button = page.getByRole('button', { name: /^Voir / })
    t.ok(
      ((await button.boundingBox())?.y ?? 9_999) < 844,
      'the button is in sight while the filters are open'
    )
    await page.locator('label', { hasText: 'Gratuit' }).click()
    await page.waitForURL(/free=1/)
    await settled(page)
    t.notOk(await button.isVisible())
    await focusOn(page, await page.locator('#count').textContent())
    const [first] = [await page.locator('.places h3').first().boundingBox()]
    t.ok(first && first.y > 0 && first.y < 700, String(first?.y))
    await filters(page).click()
    await page.locator('#free').focus()
    await page.keyboard.press('Space')
    await page.waitForURL((url) => !url.search.includes('free'))
    await settled(page)
    t.ok(await page.locator('#free').isVisible(), 'with the keyboard they stay open, and the focus stays')
  }
)

t.test('on a phone, suggestions never cover the button that searches', async (t) => {
  for (const path of ['/', '/?all=1']) {
    const page = await site.open(t, path, PHONE)
    await live(page)
    await field(page).pressSequentially('med')
    await page.getByRole('option').first().waitFor()
    const list = await page.getByRole('listbox').boundingBox()
    const button = await page.getByRole('button', { name: 'Chercher', exact: true }).boundingBox()
    t.ok(list && button && list.y >= button.y + button.height, path)
    t.ok(list && list.width > 300, 'as wide as the row')
  }
})

t.test('chips remove one choice each, and keep the focus among them', async (t) => {
  const page = await site.open(t, '/?q=bayeux&free=1&wheelchair=1&audience=seniors')
  await live(page)
  const chip = (name: string) => page.getByRole('link', { name: `Enlever : ${name}` })
  await chip('Gratuit').press('Enter')
  await page.waitForURL((url) => !url.search.includes('free'))
  await focusOn(page, 'Accessible en fauteuil roulant')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => !url.search.includes('wheelchair'))
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.search === '?q=bayeux')
  await settled(page)
  await focusOn(page, await page.locator('#count').textContent())
  t.equal(await page.locator('.chip').count(), 0)
})

t.test('for a chosen time, places show their state at that time, not the current one', async (t) => {
  const page = await site.open(t, '/?all=1')
  await live(page)
  await filters(page).click()
  await page.getByLabel('Ouvert quand ?').selectOption('Mardi')
  await page.waitForURL(/when=tue/)
  await page.getByLabel('À quelle heure ?').selectOption('Matin')
  await page.waitForURL(/part=morning/)
  await settled(page)
  const states = await page.locator('.places .state').allTextContents()
  t.ok(states.length > 0)
  for (const each of states) t.equal(each, 'Ouvert mardi matin')
  await page.goto(`${site.origin}/?openAt=2020-01-07T10:30`)
  await page.getByRole('alert').filter({ hasText: 'choisissez un autre moment' }).waitFor()
  t.same(await violations(page), [])
})

t.test('suggestions are a combobox: arrows choose, Enter takes, Escape leaves', async (t) => {
  const page = await site.open(t, '/?all=1')
  await live(page)
  const words = field(page)
  await words.pressSequentially('mediat')
  await page.getByRole('option').first().waitFor()
  t.equal(await words.getAttribute('aria-expanded'), 'true')
  t.same(await violations(page), [])
  await words.press('ArrowDown')
  t.equal(await words.getAttribute('aria-activedescendant'), 'suggestion-0')
  const label = await page.locator('#suggestion-0 span').textContent()
  await words.press('Enter')
  await page.waitForURL(/q=/)
  t.equal(await words.inputValue(), label)
  await words.fill('lisi')
  await page.getByRole('option', { name: /^Lisieux/ }).waitFor()
  await words.press('Escape')
  t.equal(await words.getAttribute('aria-expanded'), 'false')
})

t.test('with the keyboard alone, from the field to the page of a place', async (t) => {
  const page = await site.open(t, '/?all=1')
  await live(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  for (let presses = 0; presses < 5; presses += 1) {
    if (await field(page).evaluate((field) => field === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.type('epn bayeux')
  await page.keyboard.press('Enter')
  await page.locator('.understood').getByText('Autour de Bayeux').waitFor()
  const reached = () => page.evaluate(() => document.activeElement?.closest('h3')?.textContent ?? '')
  for (let presses = 0; presses < 12 && (await reached()) === ''; presses += 1)
    await page.keyboard.press('Tab')
  t.equal(await reached(), 'EPN de Bayeux')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/lieux/epn-de-bayeux-${idOf('EPN de Bayeux')}`)
  t.equal(await page.locator('h1').textContent(), 'EPN de Bayeux')
  t.same(await violations(page), [])
})

t.test('around me: at the position of the browser, or a message about what to do instead', async (t) => {
  const here = { latitude: 49.27641, longitude: -0.70243 }
  const page = await site.open(t, '/?all=1', { geolocation: here, permissions: ['geolocation'] })
  await live(page)
  await page.getByRole('button', { name: 'Autour de moi' }).click()
  await page.waitForURL(/lat=49\.276&lon=-0\.702/)
  await page.getByRole('link', { name: 'Enlever : Autour de vous' }).waitFor()
  await settled(page)
  t.equal((await names(page))[0], 'EPN de Bayeux')
  await page.getByRole('link', { name: /^Enlever/ }).click()
  await page.waitForURL((url) => !url.search.includes('lat'))

  const refusing = await site.open(t, '/?all=1')
  await live(refusing)
  await refusing.getByRole('button', { name: 'Autour de moi' }).click()
  await refusing.getByText('Votre navigateur n’a pas donné votre position').waitFor()
  t.same(await violations(refusing), [])
})

t.test('without JavaScript it is a form and a list with further pages', async (t) => {
  const page = await site.open(t, '/?all=1', { javaScriptEnabled: false })
  await page.locator('#q').fill('mediatheque')
  await page.getByRole('button', { name: 'Chercher' }).first().click()
  await page.waitForURL(/q=mediatheque/)
  const first = await names(page)
  t.ok(first.length > 0)
  t.notOk(await page.locator('#map').isVisible())
  await page.getByRole('link', { name: 'Lieux suivants' }).click()
  await page.waitForURL(/cursor=/)
  t.notSame(await names(page), first)
})

t.test('if nothing is found, similar searches are offered', async (t) => {
  const page = await site.open(t, '/?q=zzzzzz&type=FABLAB')
  await live(page)
  await page.getByText('Ce qui se trouve presque').waitFor()
  t.same(await violations(page), [])
  const link = page.locator('.nothing a').first()
  const line = await page.locator('.nothing li').first().textContent()
  await link.click()
  await page.waitForURL((url) => !url.search.includes('zzzzzz'))
  await page.locator('.places h3').first().waitFor()
  t.equal(await count(page), numberIn(line?.split(':').at(-1)))
})

t.test('the rest of the list is added below, and back returns to the place that was opened', async (t) => {
  const page = await site.open(t, '/?type=EPN')
  await live(page)
  t.equal((await names(page)).length, 20)
  await page.getByRole('button', { name: 'Lieux suivants' }).click()
  await page.locator('.places > li:nth-child(40)').waitFor()
  const links = page.locator('.places h3 a')
  t.equal(
    new Set(await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))).size,
    40
  )
  await focusOn(page, await links.nth(20).textContent())
  await page
    .getByRole('status')
    .filter({ hasText: '20 lieux de plus, 40 dans la liste' })
    .waitFor({ state: 'attached' })

  const opened = await links.nth(33).textContent()
  await links.nth(33).click()
  await page.waitForURL(/\/lieux\//)
  await page.goBack()
  await page.locator('.places > li:nth-child(40)').waitFor()
  await page.waitForFunction((name) => document.activeElement?.textContent === name, opened)
})

t.test('without JavaScript too, the back button returns to the same part of the list', async (t) => {
  const page = await site.open(t, '/?type=EPN', { javaScriptEnabled: false })
  await page.getByRole('link', { name: 'Lieux suivants' }).click()
  await page.waitForURL(/cursor=.*#count$/)
  const second = await names(page)
  await page.locator('.places h3 a').nth(5).click()
  await page.waitForURL(/\/lieux\//)
  await page.goBack()
  t.same(await names(page), second)
})

t.test('no script failed, and nothing was blocked by the policy', async (t) => t.same(site.wrong, []))
