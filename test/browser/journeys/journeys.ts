import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { DAYS } from '../../../src/pages/addresses/answers.ts'
import { kindsOf } from '../../../src/pages/parts/terms.ts'
import type { Site } from '../site.ts'
import { type CardSeen, cardsOn } from './cards.ts'

/*
 * The journeys of ten people with different needs. The search and the guided questions must lead each of them to
 * the right place, in both languages, on a small phone without JavaScript. The assertions hold for the invented
 * places and for the real ones.
 */

type Lang = 'fr' | 'en'
type Journey = (t: Test, site: Site, lang: Lang) => Promise<void>

const PHONE = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }

type Asked = Readonly<Record<string, string>>

const search = (t: Test, site: Site, asked: Asked): Promise<Page> =>
  site.open(t, `/?${new URLSearchParams(asked)}`, PHONE)

const guided = (t: Test, site: Site, asked: Asked): Promise<Page> =>
  site.open(t, `/orientation?${new URLSearchParams({ who: 'any', when: 'any', ...asked })}`, PHONE)

const isOf = (card: CardSeen, type: string, lang: Lang): boolean =>
  card.kinds.split(' · ').includes(kindsOf([type], lang)[0] ?? '')

const isFranceServices = (card: CardSeen, lang: Lang): boolean =>
  isOf(card, 'RFS', lang) || /france.?services/i.test(card.name)

/**
 * Checks that each place is within this distance. A place known only by its town shows no distance, so it must be
 * in this town.
 */
function near(t: Test, cards: readonly CardSeen[], metres: number, town: string): void {
  for (const { name, where, metres: shown } of cards) {
    t.ok(shown === null ? where.includes(town) : shown <= metres, `${name}, ${where}: ${shown} m`)
  }
}

/**
 * Checks that no three consecutive cards have the same street, because they would most likely be records of one
 * place.
 */
function noThreeTwins(t: Test, cards: readonly CardSeen[]): void {
  const streets = cards.map(({ where }) => where.toLowerCase().replace(/^\d+ */, ''))
  t.notOk(
    streets.some(
      (street, index) => street !== '' && street === streets[index + 1] && street === streets[index + 2]
    ),
    'no three records of one place in a row'
  )
}

const PAPERS = 'aide-aux-demarches-administratives'

/** A social worker who looks for help with CAF papers for an older person in Bayeux, tomorrow morning. */
const socialWorker: Journey = async (t, site, lang) => {
  const tomorrow = DAYS[new Date().getUTCDay()] ?? 'mon'
  const pages = [
    await search(t, site, { q: 'aide CAF pour un senior à Bayeux, demain matin', lang }),
    await guided(t, site, {
      help: PAPERS,
      who: 'seniors',
      when: 'day',
      day: tomorrow,
      part: 'morning',
      where: 'Bayeux',
      lang
    })
  ]
  for (const page of pages) {
    const cards = (await cardsOn(page)).slice(0, 3)
    t.equal(cards.length, 3)
    near(t, cards, 20_000, 'Bayeux')
    t.ok(
      cards.some((card) => isFranceServices(card, lang) || card.fits.includes('Aidants Connect')),
      'one is a France services or bears Aidants Connect'
    )
    for (const { name, fits } of cards)
      t.match(fits, lang === 'fr' ? /ouvert/i : /open/i, `${name}: tomorrow morning`)
  }
}

/** A grandmother on a slow phone near Mende, who cannot do her papers online. */
const grandmother: Journey = async (t, site, lang) => {
  const q = 'je n’arrive pas à faire mes papiers sur internet'
  const pages = [
    await search(t, site, { q: `${q} mende`, lang }),
    await search(t, site, { q, town: 'Mende', lang }),
    await search(t, site, { q, lat: '44.52', lon: '3.5', lang }),
    await guided(t, site, { help: PAPERS, where: 'Mende', lang }),
    await guided(t, site, { help: PAPERS, lat: '44.52', lon: '3.5', lang })
  ]
  for (const page of pages) {
    const cards = await cardsOn(page)
    const [first] = cards
    t.ok(first && isFranceServices(first, lang), `${first?.name} is a France services`)
    t.match(first?.where, 'Mende')
    noThreeTwins(t, cards.slice(0, 8))
  }
}

/** A wheelchair user in Lyon who wants to learn to use a computer. */
const wheelchair: Journey = async (t, site, lang) => {
  const asked = [
    await search(t, site, { q: 'apprendre l’ordinateur lyon accessible en fauteuil', lang }),
    await guided(t, site, {
      help: 'maitrise-des-outils-numeriques-du-quotidien',
      who: 'wheelchair',
      where: 'Lyon',
      lang
    })
  ]
  for (const page of asked) {
    const cards = (await cardsOn(page)).slice(0, 5)
    near(t, cards, 15_000, 'Lyon')
    for (const { name, fits } of cards)
      t.match(fits, lang === 'fr' ? /fauteuil/i : /wheelchair/i, `${name}: wheelchair access`)
    await page.locator('.places h3 a').first().click()
    await page.getByRole('heading', { name: lang === 'fr' ? 'Accessibilité' : 'Accessibility' }).waitFor()
  }
}

/** A maker near Lille who looks for a 3D printer. */
const maker: Journey = async (t, site, lang) => {
  const asked = [
    await search(t, site, { q: 'imprimante 3D lille', lang }),
    await guided(t, site, { help: 'loisirs-et-creations-numeriques', where: 'Lille', lang })
  ]
  for (const page of asked) {
    // If only one FabLab is near, other places follow under a heading that says that they may not fit.
    const cards = (await cardsOn(page)).filter(({ beyond }) => !beyond).slice(0, 2)
    t.ok(cards.length > 0)
    for (const card of cards)
      t.ok(isOf(card, 'FABLAB', lang) || /fab.?lab/i.test(card.name), `${card.name} is a FabLab`)
    near(t, cards.slice(0, 1), 15_000, 'Lille')
    await page.locator('.places h3 a').first().click()
    const told = await page.locator('article.place').textContent()
    t.match(told, lang === 'fr' ? /Adresse/ : /Address/, 'how to reach it')
  }
}

/** The manager of an EPN who finds a wrong phone number on her page. */
const manager: Journey = async (t, site, lang) => {
  const page = await search(t, site, { q: 'epn bayeux', lang })
  await page.locator('.places h3 a').first().click()
  const report = page.getByRole('link', { name: lang === 'fr' ? 'Signaler une erreur' : 'Report an error' })
  await report.click()
  await page.locator('main a[href*="sujet=contacts"]').click()
  await page
    .getByRole('textbox')
    .first()
    .fill(lang === 'fr' ? 'Le numéro ne répond plus.' : 'The number is dead.')
  // A form that is sent within three seconds is taken for a robot's.
  await page.waitForTimeout(3_500)
  await page.getByRole('button', { name: lang === 'fr' ? /^Envoyer/ : /^Send/ }).click()
  await page.waitForURL(/\/signalements\/SIG-/)
  t.match(await page.locator('main').textContent(), /SIG-[0-9A-Z]{10}/, 'a reference to follow it by')
}

/** A map officer of the ministry who asks how well each département is covered. */
const mapOfficer: Journey = async (t, site, lang) => {
  const page = await site.open(t, `/?lang=${lang}`, PHONE)
  await page
    .getByRole('link', { name: lang === 'fr' ? 'Les lieux par département' : 'Places by département' })
    .first()
    .click()
  const row = page.getByRole('row', { name: /Lozère/ })
  const [places = '', perPeople = ''] = await row.getByRole('cell').allTextContents()
  const shown = Number(places.replace(/\D/g, ''))
  t.ok(shown > 0)
  t.match(perPeople, /\d/, 'a small département has its inhabitants too')
  const api = await page.getByRole('link', { name: 'API' }).last().getAttribute('href')
  const counted = (await (
    await fetch(new URL('/v1/places?facets=department&limit=1', site.origin))
  ).json()) as {
    facets: { department: readonly { code: string; count: number }[] }
  }
  t.ok(api)
  t.equal(counted.facets.department.find(({ code }) => code === '48')?.count, shown, 'as the API says')
  await row.getByRole('link', { name: 'Lozère', exact: true }).click()
  for (const { where } of await cardsOn(page)) t.match(where, /\b48\d{3}\b/)
}

/** A town's webmaster who embeds the map of the commune, then the map of the intercommunality. */
const webmaster: Journey = async (t, site, lang) => {
  const page = await site.open(t, `/integrer?lang=${lang}`)
  await page
    .getByLabel(
      lang === 'fr'
        ? 'Ville, département, région ou intercommunalité'
        : 'Town, département, région or intercommunality'
    )
    .fill('Bayeux')
  for (const [extent, attribute] of [
    ['commune', 'commune="14047"'],
    ['epci', 'epci="241400555"']
  ] as const) {
    await page.locator('#extent').selectOption(extent)
    await page.getByRole('button', { name: lang === 'fr' ? 'Mettre à jour' : 'Update' }).click()
    await page.waitForURL(new RegExp(`extent=${extent}`))
    t.match(await page.locator('#component').inputValue(), attribute)
    const preview = page.frameLocator('iframe')
    t.match(
      await preview
        .locator('annuaire-carte ol .name')
        .allTextContents()
        .then(([first]) => first ?? waitForName(preview)),
      /./
    )
    const { tail, wide } = await preview.locator('annuaire-carte').evaluate((element) => ({
      tail: Math.abs(element.getBoundingClientRect().bottom - innerHeight),
      wide: document.documentElement.scrollWidth - innerWidth
    }))
    t.ok(tail <= 1 && wide <= 0, `it fills its frame: ${tail} pixels are left`)
  }
}

async function waitForName(preview: ReturnType<Page['frameLocator']>): Promise<string> {
  const first = preview.locator('annuaire-carte ol .name').first()
  await first.waitFor()
  return (await first.textContent()) ?? ''
}

/** A journalist who wants all FabLabs of Bretagne as a table. */
const journalist: Journey = async (t, site, lang) => {
  const page = await search(t, site, { q: 'fablab bretagne', lang })
  const href = await page.locator('.download a[href*=csv]').getAttribute('href')
  const table = await (await fetch(new URL(href ?? '', site.origin))).text()
  const rows = parse(table, { columns: true, bom: true }) as readonly Readonly<Record<string, string>>[]
  t.ok(rows.length > 1, `${rows.length} FabLabs`)
  for (const { nom, code_postal, typologie } of rows) {
    t.match(code_postal, /^(22|29|35|56)\d{3}$/, `${nom} is in Bretagne`)
    t.ok(/FABLAB/.test(typologie ?? '') || /fab.?lab/i.test(nom ?? ''), `${nom} is a FabLab`)
  }
}

/** A tourist in Paris who needs wifi and a printer now. */
const tourist: Journey = async (t, site, lang) => {
  const page = await search(t, site, {
    q: lang === 'en' ? 'wifi printing paris open now' : 'wifi imprimante paris ouvert maintenant',
    lang
  })
  const cards = await cardsOn(page)
  const inside = cards.filter(({ beyond }) => !beyond)
  for (const { name, where } of [...cards.slice(0, 3), ...inside]) {
    t.match(where, /\b(75|92|93|94)\d{3}\b/, name)
  }
  t.match(cards[0]?.where, 'Paris')
  const states = inside.map(({ state }) => state)
  t.ok(states.indexOf('open') <= 0, 'if any is known to be open, one of those comes first')
}

/** A mediator who prints a sheet for the person to take along. */
const mediator: Journey = async (t, site, lang) => {
  const page = await search(t, site, { q: 'france services bayeux', lang })
  const cards = await cardsOn(page)
  const called = cards.findIndex(({ phone }) => phone)
  await page.locator('.places h3 a').nth(called).click()
  await page.getByRole('link', { name: lang === 'fr' ? 'Fiche à imprimer' : 'Sheet to print' }).click()
  const sheet = page.locator('.sheet')
  const text = (await sheet.textContent()) ?? ''
  const parts =
    lang === 'fr'
      ? ['Aides proposées', 'Comment y aller', 'Horaires']
      : ['Help offered', 'How to get there', 'Opening hours']
  for (const part of parts) t.match(text, part)
  t.equal(await sheet.locator('a[href^="tel:"]').count(), 1)
}

export const JOURNEYS: readonly (readonly [who: string, journey: Journey])[] = [
  ['a social worker finds papers help near Bayeux for tomorrow morning', socialWorker],
  ['a grandmother near Mende is sent to the France services of Mende', grandmother],
  ['a person in a wheelchair in Lyon sees what is known about wheelchair access', wheelchair],
  ['a maker near Lille finds FabLabs', maker],
  ['the manager of an EPN can say that a number is wrong', manager],
  ['a map officer finds the counts by département', mapOfficer],
  ['a webmaster embeds the map of a commune, then of its intercommunality', webmaster],
  ['a journalist downloads all FabLabs of Bretagne', journalist],
  ['a tourist in Paris finds open places in and around Paris', tourist],
  ['a mediator prints the sheet of a place', mediator]
]
