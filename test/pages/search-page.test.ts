import { HtmlValidate } from 'html-validate'
import t from 'tap'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { testPlace, writePlaces } from '../support/places.ts'
import { SMALL_DIRECTORY } from '../support/small-directory.ts'
import { TOWNS } from '../support/towns.ts'

const MONTBEL = {
  street: 'Rue du Faubourg Montbel',
  postcode: '48000',
  city: 'Mende',
  commune: '48095',
  department: '48',
  region: '76'
}
const MENDE = { at: [44.518, 3.501], address: MONTBEL } as const
const FRANCE_SERVICES = testPlace({
  ...MENDE,
  name: 'France services de Mende',
  types: ['RFS'],
  contacts: { phone: '+33466000000' }
})
const TWIN = testPlace({ ...MENDE, name: 'Préfecture de la Lozère', types: ['RFS', 'Autre'] })
const LABELLED = testPlace({
  at: [44.52, 3.5],
  address: { ...MONTBEL, street: 'Place Charles de Gaulle' },
  name: 'Commune de Mende',
  labels: [{ code: 'aidants-connect', valid_from: null, valid_until: null, source: 'mednum' }]
})
const LIBRARY = testPlace({
  at: [44.519, 3.501],
  address: MONTBEL,
  name: 'Médiathèque de Mende',
  types: ['BIB']
})
const VAGUE = testPlace({
  ...TOWNS.caen,
  name: 'Aide en Plaine de Caen',
  services: ['aide-aux-demarches-administratives'],
  location: { lat: 49.18, lon: -0.37, origin: 'geocoder', precision: 'municipality' }
})

const database = await testDatabase(t)
await writePlaces(database, [...SMALL_DIRECTORY, FRANCE_SERVICES, TWIN, LABELLED, LIBRARY, VAGUE])
const { ask } = await apiOver(t, database)

async function open(url: string, language = 'fr'): Promise<string> {
  const { body, statusCode } = await ask({
    url,
    headers: { accept: 'text/html', 'accept-language': language }
  })
  // The server asks its API for each page, and the API refuses while a busy machine delays this process.
  if (statusCode === 503) return open(url, language)
  t.equal(statusCode, 200, url)
  return body.replaceAll('&amp;', '&')
}

const count = (body: string) => /<h2 id="count"[^>]*>([^<]*)</.exec(body)?.[1]
const cardOf = (body: string, name: string) =>
  body.split('<article>').find((card) => card.includes(`>${name}<`)) ?? ''
const listed = (body: string) =>
  [...body.matchAll(/<h3><a [^>]*>([^<]*)<\/a>/g)].map(([, name]) => String(name))

const PAPERS = 'service=aide-aux-demarches-administratives'
const NEAR_BAYEUX = 'lat=49.2764&lon=-0.7024'
const NEAR_MENDE = 'lat=44.518&lon=3.501'

t.test('a chosen radius is told with the count; the nearest beyond it follow apart', async (t) => {
  const body = await open(`/?${PAPERS}&${NEAR_BAYEUX}&radius=20`)
  t.equal(count(body), '1 lieu à moins de 20\u00a0km')
  const [near = '', far = ''] = body.split('<h2 class="beyond">')
  t.same(listed(near), ['EPN de Bayeux'])
  t.same(listed(far), ['Aide en Plaine de Caen', 'Atelier de Vaudry'])
  t.equal(
    count(await open(`/?type=FABLAB&${NEAR_BAYEUX}&radius=40`)),
    'Aucun lieu à moins de 40\u00a0km\u00a0; le plus proche est à 69,2 km'
  )
  t.equal(count(await open(`/?${PAPERS}&${NEAR_BAYEUX}&radius=20&lang=en`)), '1 place within 20\u00a0km')
})

t.test('words that name a town are what a radius and an order by distance start from', async (t) => {
  const body = await open('/?q=fablab+bayeux&radius=40')
  t.match(count(body), /^Aucun lieu à moins de 40\s/)
  t.equal(listed(await open('/?q=epn+caen&sort=distance'))[0], 'EPN de Bayeux')
  t.same(listed(await open('/?q=epn&sort=name')).slice(0, 2), ['Atelier de Vaudry', 'Bus numérique de Brest'])
})

t.test('how far to look and in which order are links that keep the question', async (t) => {
  const body = await open(`/?${PAPERS}&${NEAR_BAYEUX}&radius=20`)
  const links = [
    ...(/<details class="arrange" open>.*?<\/details>/s
      .exec(body)?.[0]
      .matchAll(/<a href="([^"]*)"( aria-current="true")?>([^<]*)</g) ?? [])
  ]
  t.same(
    links.map(([, , current, said]) => [said, Boolean(current)]),
    [
      ['autant que nécessaire', false],
      ['5\u00a0km', false],
      ['10\u00a0km', false],
      ['20\u00a0km', true],
      ['40\u00a0km', false],
      ['distance', true],
      ['nom', false]
    ]
  )
  t.equal(links[1]?.[1], `/?lat=49.2764&lon=-0.7024&${PAPERS}&radius=5`)
  t.notMatch(await open('/?type=FABLAB'), 'Jusqu’à', 'without a point there is no distance')
})

t.test('cards say what fits by what the place is, and records of one place are one card', async (t) => {
  const body = await open(`/?${PAPERS}&${NEAR_MENDE}&free=1`)
  t.equal(listed(body)[0], 'France services de Mende')
  const card = cardOf(body, 'France services de Mende')
  t.match(card, /✓ <\/span>Aide aux démarches administratives<span class="because">, d’après son type</)
  t.match(card, /✓ <\/span>Gratuit<span class="because">, d’après son type</)
  t.match(card, 'href="tel:+33466000000"')
  t.match(card, /Aussi dans l’annuaire\s: <span><a href="[^"]*" lang="fr">Préfecture de la Lozère</)
  t.notMatch(body, '>Autre<')
  const all = await open(`/?${PAPERS}&${NEAR_MENDE}`)
  t.match(cardOf(all, 'Commune de Mende'), 'd’après le label Aidants Connect')
  t.match(cardOf(all, 'EPN de Bayeux'), /✓ <\/span>Aide aux démarches administratives<\/li>/)
})

t.test(
  'what a place offers with certainty, with some probability, and what is not known look different',
  async (t) => {
    const library = cardOf(await open('/?q=wifi mende accessible en fauteuil'), 'Médiathèque de Mende')
    t.match(library, /≈ <\/span>Accès internet et matériel informatique<span class="because">, probable</)
    t.match(library, /\? <\/span>À vérifier\s: accès en fauteuil roulant</)
    t.notMatch(library, '✓')
    const english = await open('/?q=wifi mende accessible en fauteuil', 'en')
    t.match(cardOf(english, 'Médiathèque de Mende'), 'To be checked: wheelchair access')
  }
)

t.test(
  'a distance to somewhere in a town is about that far, and none if it may as well be next door',
  async (t) => {
    const fromBayeux = await open(`/?${PAPERS}&${NEAR_BAYEUX}`)
    t.match(cardOf(fromBayeux, 'Aide en Plaine de Caen'), /à 26,\d km environ/)
    t.notMatch(
      cardOf(await open(`/?${PAPERS}&lat=49.183&lon=-0.371`), 'Aide en Plaine de Caen'),
      'class="distance"'
    )
  }
)

t.test(
  'without a script, “around me” leads to the question of the town, which joins the words',
  async (t) => {
    const body = await open('/?q=fablab&free=1')
    const [, href = ''] = /<a class="plain" href="([^"]*)"/.exec(body) ?? []
    t.equal(href, '/?q=fablab&free=1&near=1#town')
    const question = await open(href.replace('#town', ''))
    t.match(question, /<label for="town-name">Dans quelle ville êtes-vous\s\?</)
    t.match(
      question,
      /<form action="\/" method="get" class="town" id="town">.*name="free" value="1".*name="q" value="fablab"/s
    )
    t.match(await open('/?q=fablab&town=Lisieux'), 'Autour de Lisieux')
    t.match(await open('/?town=Lisieux'), /name="q"[^>]*value="Lisieux"/)
  }
)

t.test(
  'of towns with one name, the page says which one it searches around, and offers the others',
  async (t) => {
    const around = await open('/?q=biblioth%C3%A8que+Saint-Denis')
    t.match(around, /Autour de Saint-Denis \(974\)/)
    t.match(around, /Saint-Denis\u00a0: lequel\u00a0\?[\s\S]*Saint-Denis \(93\)/)
    t.match(await open('/?q=biblioth%C3%A8que+Bayeux'), /Autour de Bayeux</, 'there is one Bayeux')
  }
)

t.test('the whole list can be downloaded as the national standard has it', async (t) => {
  const [, href = ''] =
    /<p class="download"><a href="([^"]*)"/.exec(await open('/?type=FABLAB&department=14')) ?? []
  t.equal(href, '/v1/exports/places.csv?department=14&type=FABLAB')
  const { body } = await ask(href)
  t.match(body, 'FabLab de Lisieux')
  t.notMatch(body, 'Atelier de la Part-Dieu')
})

t.test('a département that an address asks for is named, and can be taken back', async (t) => {
  const body = await open('/?q=fablab&department=14')
  t.match(body, /Département\s: Calvados/)
  t.match(body, /<a href="\/\?q=fablab">Enlever<span class="visually-hidden"> : Département/)
})

t.test('these pages are valid HTML, with a name for every field', async (t) => {
  const checker = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] })
  for (const url of [
    `/?${PAPERS}&${NEAR_MENDE}&free=1&radius=5`,
    '/?q=fablab&near=1',
    '/?q=epn+lisieux&department=14&sort=name&lang=en'
  ]) {
    const { body } = await ask({ url, headers: { accept: 'text/html' } })
    const { results } = await checker.validateString(body)
    const told = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)
    )
    t.same(told, [], url)
  }
})
