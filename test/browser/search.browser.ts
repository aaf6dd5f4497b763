import t from 'tap'
import { idOf } from '../support/small-directory.ts'
import { count, field, live, names, numberIn, settled } from './search-page.ts'
import { siteFor, violations } from './site.ts'

const site = await siteFor(t)

t.test('by words and place, reflected in the address, with back, forward and sharing', async (t) => {
  const page = await site.open(t, '/')
  await live(page)
  await field(page).fill('fablab lisieux')
  await page.keyboard.press('Enter')
  await page.getByText('Autour de Lisieux').waitFor()
  t.equal((await names(page))[0], 'FabLab de Lisieux')
  t.equal(new URL(page.url()).search, '?q=fablab+lisieux')
  t.equal(await page.title(), 'fablab lisieux – Annuaire des lieux numériques')
  await page
    .getByRole('status')
    .filter({ hasText: /\d+ lieu/ })
    .waitFor({ state: 'attached' })
  t.match(await page.getByRole('link', { name: 'English' }).getAttribute('href'), /q=fablab\+lisieux&lang=en/)

  await page.locator('form summary').click()
  await page.getByLabel('Gratuit').check()
  await page.waitForURL(/free=1/)
  await page.goBack()
  await page.waitForURL((url) => !url.search.includes('free'))
  await settled(page)
  t.equal((await names(page))[0], 'FabLab de Lisieux')
  t.notOk(await page.getByLabel('Gratuit').isChecked())

  const shared = await site.open(t, new URL(page.url()).search.replace(/^/, '/'))
  t.same(await names(shared), await names(page))
})

t.test('filters show how many places they leave, and leave that many', async (t) => {
  const page = await site.open(t, '/?q=bayeux')
  await live(page)
  await page.locator('form summary').click()
  const service = page.getByLabel('Quelle aide ?')
  const option = service.locator('option', { hasText: 'Aide aux démarches' })
  const counted = numberIn(await option.textContent())
  await service.selectOption({ value: 'aide-aux-demarches-administratives' })
  await page.waitForURL(/service=/)
  await settled(page)
  t.equal(await count(page), counted)
  const free = page.locator('label', { hasText: 'Gratuit' })
  const freeCount = numberIn(await free.textContent())
  await page.getByLabel('Gratuit').check()
  await page.waitForURL(/free=1/)
  await settled(page)
  t.equal(await count(page), freeCount)
  t.equal((await names(page))[0], 'EPN de Bayeux')
  await page.locator('label', { hasText: /Ouvert maintenant \(\d+\)/ }).waitFor()
  await page.getByRole('link', { name: 'Enlever tous les choix' }).click()
  await page.waitForURL((url) => url.search === '?q=bayeux')
  await settled(page)
  t.notOk(await page.getByLabel('Gratuit').isChecked())
})

t.test('for a chosen time, places show their state at that time, not the current one', async (t) => {
  const page = await site.open(t, '/')
  await live(page)
  await page.locator('form summary').click()
  // A morning next week that is not a holiday.
  const soon = new Date(Date.now() + 8 * 86_400_000)
  while (soon.getUTCDay() !== 2) soon.setUTCDate(soon.getUTCDate() + 1)
  await page.getByLabel('Ouvert à un moment précis').fill(`${soon.toISOString().slice(0, 10)}T10:30`)
  await page.waitForURL(/openAt=/)
  await settled(page)
  const states = await page.locator('.places .state').allTextContents()
  t.ok(states.length > 0)
  for (const each of states) t.match(each, /^Ouvert mardi \d+ \S+ 10\sh\s30$/)
  await page.getByLabel('Ouvert à un moment précis').fill('2020-01-07T10:30')
  await page.getByRole('alert').filter({ hasText: 'choisissez un autre moment' }).waitFor()
  t.same(await violations(page), [])
})

t.test('suggestions are a combobox: arrows choose, Enter takes, Escape leaves', async (t) => {
  const page = await site.open(t, '/')
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
  const page = await site.open(t, '/')
  await live(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  for (let presses = 0; presses < 5; presses += 1) {
    if (await field(page).evaluate((field) => field === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.type('epn bayeux')
  await page.keyboard.press('Enter')
  await page.getByText('Autour de Bayeux').waitFor()
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
  const page = await site.open(t, '/', { geolocation: here, permissions: ['geolocation'] })
  await live(page)
  await page.getByRole('button', { name: 'Autour de moi' }).click()
  await page.waitForURL(/lat=49\.276&lon=-0\.702/)
  await page.getByText('Autour de vous', { exact: true }).waitFor()
  await settled(page)
  t.equal((await names(page))[0], 'EPN de Bayeux')
  await page.getByRole('link', { name: /^Enlever/ }).click()
  await page.waitForURL((url) => !url.search.includes('lat'))

  const refusing = await site.open(t, '/')
  await live(refusing)
  await refusing.getByRole('button', { name: 'Autour de moi' }).click()
  await refusing.getByText('Votre navigateur n’a pas donné votre position').waitFor()
  t.same(await violations(refusing), [])
})

t.test('without JavaScript it is a form and a list with further pages', async (t) => {
  const page = await site.open(t, '/', { javaScriptEnabled: false })
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

t.test('the rest of the list is added below', async (t) => {
  const page = await site.open(t, '/')
  await live(page)
  t.equal((await names(page)).length, 20)
  await page.getByRole('button', { name: 'Lieux suivants' }).click()
  await page.locator('.places > li:nth-child(40)').waitFor()
  t.equal(
    new Set(
      await page
        .locator('.places h3 a')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
    ).size,
    40
  )
})

t.test('no script failed, and nothing was blocked by the policy', async (t) => t.same(site.wrong, []))
