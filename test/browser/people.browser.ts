import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { PARTICIPATION_PAGES } from '../../src/pages/addresses/pages.ts'
import { managing } from '../edits/managing.ts'
import { EXAMPLES } from '../pages/page-examples.ts'
import { subscribed } from '../subscriptions/subscribing.ts'
import { type Api, apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { forgetAttempts, mailedTo } from '../support/people/accounts.ts'
import { writePlaces } from '../support/places.ts'
import { SMALL_DIRECTORY } from '../support/small-directory.ts'
import { PLACE, peoplePages } from './people-pages.ts'
import { siteOver, violations } from './site.ts'

const database = await testDatabase(t)
await writePlaces(database, SMALL_DIRECTORY)
const site = await siteOver(t, database, { MAP_STYLE: 'outline' })
const api: Api = await apiOver(t, database)
const reported = await api.ask({
  method: 'POST',
  url: '/v1/contributions',
  payload: { place: PLACE, category: 'hours', text: 'Fermé le lundi.', email: 'ana@bayeux.example' }
})
await managing(database, 'lea@bayeux.example', PLACE)
const PAGES = peoplePages({
  reference: reported.json().reference,
  link: await subscribed(api, database, { email: 'ana@bayeux.example', kind: 'place', place: PLACE })
})

/** Pages that take no form. */
const WITHOUT_FORM: ReadonlySet<string> = new Set([
  PARTICIPATION_PAGES.accountData,
  PARTICIPATION_PAGES.noticeTracking,
  PARTICIPATION_PAGES.moderation,
  PARTICIPATION_PAGES.claimQueue
])

/** A form that is sent as soon as it is opened is taken for that of a program. */
const READ_MS = 3_200

/** Signs in with the mailed code, as people do. */
async function signIn(page: Page, email: string): Promise<void> {
  await forgetAttempts(database)
  await page.goto(`${site.origin}/connexion`)
  await page.fill('#email', email)
  await page.click('form.filled button[type=submit]')
  await page.waitForSelector('#code')
  const [mail] = await mailedTo(database, email)
  await page.fill('#code', mail?.code ?? '')
  await page.click('form.filled button[type=submit]')
  await page.waitForURL(({ pathname }) => pathname === '/compte')
}

/** Two browsers, without JavaScript unless asked for: one of a person who is not signed in, one of an account. */
async function readers(t: Test, options: Parameters<typeof site.open>[2] = {}) {
  const open = () => site.open(t, '/robots.txt', { javaScriptEnabled: false, ...options })
  const [anyone, account] = [await open(), await open()]
  await signIn(account, 'lea@bayeux.example')
  return { anyone, account }
}

const inLanguage = (path: string, lang: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`

for (const colorScheme of ['light', 'dark'] as const) {
  t.test(
    `the pages of people break no rule of accessibility and are no wider than a phone, ${colorScheme}`,
    async (t) => {
      // All other tests run without JavaScript; axe needs it, and would wait for ever.
      const open = await readers(t, {
        colorScheme,
        viewport: { width: 320, height: 640 },
        javaScriptEnabled: true
      })
      for (const { path, as } of PAGES)
        for (const lang of ['fr', 'en']) {
          const page = open[as]
          await page.goto(site.origin + inLanguage(path, lang))
          t.equal(await page.locator('html').getAttribute('lang'), lang, path)
          t.notMatch(page.url(), /connexion\?vers/, `${path} is that of ${as}`)
          t.same(await violations(page), [], `${path} (${lang})`)
          t.ok(
            await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
            `${path} at 320 px (${lang})`
          )
        }
    }
  )
}

t.test(
  'everything on the pages of people is reached by the Tab key, in the order in which it is read',
  async (t) => {
    const open = await readers(t)
    for (const { path, as } of PAGES) {
      const page = open[as]
      await page.goto(site.origin + path)
      const all = await page.evaluate(markStops)
      const reached: number[] = []
      for (let press = 0; press < all; press += 1) {
        await page.keyboard.press('Tab')
        reached.push(
          await page.evaluate(() => Number(document.activeElement?.getAttribute('data-stop') ?? -1))
        )
      }
      t.same(
        reached,
        Array.from({ length: all }, (_, nth) => nth),
        path
      )
    }
  }
)

/** Numbers what the keyboard must reach, and returns how many there are. Of a group of choices, one is reached. */
function markStops(): number {
  const chosen = (radio: HTMLInputElement): boolean => {
    const group = [...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${radio.name}"]`)]
    return radio === (group.find(({ checked }) => checked) ?? group[0])
  }
  const stops = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type=hidden]), select, textarea, summary'
    )
  ].filter(
    (element) =>
      element.tabIndex >= 0 &&
      element.checkVisibility() &&
      !(element instanceof HTMLInputElement && element.type === 'radio' && !chosen(element))
  )
  for (const [nth, element] of stops.entries()) element.setAttribute('data-stop', String(nth))
  return stops.length
}

t.test('with the keyboard alone, Léa reports an error and follows a place', async (t) => {
  const page = await site.open(t, `/lieux/${PLACE}/signaler?sujet=horaires`, { javaScriptEnabled: false })
  await page.focus('#texte')
  await page.keyboard.type('Fermé le mardi depuis septembre.')
  await page.waitForTimeout(READ_MS)
  await page.focus('form.filled button[type=submit]')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/signalements/SIG-*')

  await forgetAttempts(database)
  await page.goto(`${site.origin}/s-abonner?fiche=${PLACE}`)
  await page.focus('#courriel')
  await page.keyboard.type('clavier@bayeux.example')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.waitForTimeout(READ_MS)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#code')
  const [mail] = await mailedTo(database, 'clavier@bayeux.example')
  await page.focus('#code')
  await page.keyboard.type(mail?.code ?? '')
  await page.waitForTimeout(READ_MS)
  await page.keyboard.press('Enter')
  await page.waitForURL(({ searchParams }) => searchParams.get('etat') === 'confirme')
  const row = await database.prisma.subscription.findFirst({ where: { email: 'clavier@bayeux.example' } })
  t.match(row, { state: 'on', cadence: 'weekly' })
})

t.test('no form of ours is accepted from a page of another site', async (t) => {
  const paths: readonly string[] = Object.values(PARTICIPATION_PAGES)
  const targets = paths.map((path) =>
    path
      .replace(':place', PLACE)
      .replace(':reference', 'SIG-4T9M0K2WXA')
      .replace(/:\w+/, '0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90')
  )
  // Port and site differ from ours, as those of any other site do.
  const other = createServer(({ url = '/' }, response) => {
    const action = site.origin + targets[Number(url.slice(1))]
    response
      .setHeader('content-type', 'text/html')
      .end(
        `<form method="post" action="${action}"><button name="List-Unsubscribe" value="One-Click">Oui</button></form>`
      )
  })
  other.listen(0, '127.0.0.1')
  await once(other, 'listening')
  t.teardown(() => other.close())
  const origin = `http://localhost:${(other.address() as AddressInfo).port}`
  const { open } = await site.beside(t, {}, [origin, site.origin])
  const page = await open(t, '/robots.txt', { javaScriptEnabled: false })
  for (const [nth, target] of targets.entries()) {
    // Paths without a form answer that they take none.
    await page.goto(`${origin}/${nth}`)
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.click('button')
    ])
    t.equal(answer.status(), WITHOUT_FORM.has(paths[nth] ?? '') ? 405 : 403, target)
  }
})

t.test('a double press makes one report and one subscription', async (t) => {
  const page = await site.open(t, '/robots.txt', { javaScriptEnabled: false })
  const pressTwice = async (path: string, fields: Readonly<Record<string, string>>, then: string) => {
    await forgetAttempts(database)
    await page.goto(site.origin + path)
    for (const [id, value] of Object.entries(fields)) await page.fill(`#${id}`, value)
    await page.waitForTimeout(READ_MS)
    await page.dblclick('form.filled button[type=submit]', { noWaitAfter: true })
    await page.waitForURL(then)
  }
  const before = await database.prisma.contribution.count()
  await pressTwice(
    `/lieux/${PLACE}/signaler?sujet=horaires`,
    { texte: 'Fermé le jeudi.', courriel: 'deux@bayeux.example' },
    '**/signalements/*'
  )
  t.equal(await database.prisma.contribution.count(), before + 1)
  await pressTwice(`/s-abonner?fiche=${PLACE}`, { courriel: 'deux@bayeux.example' }, '**/abonnements/*')
  t.equal(await database.prisma.subscription.count({ where: { email: 'deux@bayeux.example' } }), 1)
})

t.test('no page that everybody may read leaves a cookie', async (t) => {
  const page = await site.open(t, '/robots.txt', { javaScriptEnabled: false })
  const open = PAGES.filter(({ as }) => as === 'anyone').map(({ path }) => path)
  for (const path of [...Object.values(EXAMPLES), ...open]) {
    await page.goto(site.origin + path)
    t.same(await page.context().cookies(), [], path)
  }
})

t.test('nothing was blocked by the policy', async (t) => t.same(site.wrong, []))
