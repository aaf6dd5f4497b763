import { HtmlValidate } from 'html-validate'
import t from 'tap'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { referenceOf, testPlace, writePlaces } from '../support/places.ts'
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

const STEP_FREE = testPlace({
  ...MENDE,
  name: 'Entrée sans marche',
  accessibility: { step_free_entrance: true }
})
const WITH_LOOP = testPlace({
  ...MENDE,
  name: 'Atelier sans marche avec boucle',
  accessibility: { step_free_entrance: true, hearing_loop: true }
})

const YEAR_NOW = new Date().getUTCFullYear()
const dated = (name: string, updatedOn: string | null, phone: string | null) =>
  testPlace(
    {
      ...TOWNS.brest,
      name,
      types: ['MUNI', 'ASSO', 'Autre'],
      fees: ['gratuit-sous-condition', 'payant'],
      accessibility: { wheelchair: 'limited' },
      services: ['loisirs-et-creations-numeriques', 'utilisation-securisee-du-numerique'],
      contacts: { phone }
    },
    { sources: [referenceOf('mednum', name, updatedOn)] }
  )
const DATED = [
  dated('Vieille fiche', '2022-08-30', '+33298000001'),
  dated('Vieille fiche sans téléphone', '2022-08-30', null),
  dated('Fiche de cette année', `${YEAR_NOW}-01-01`, null),
  dated('Fiche sans date', null, null)
]

const database = await testDatabase(t)
await writePlaces(database, [
  ...SMALL_DIRECTORY,
  FRANCE_SERVICES,
  TWIN,
  LABELLED,
  LIBRARY,
  VAGUE,
  STEP_FREE,
  WITH_LOOP,
  ...DATED
])
const { ask } = await apiOver(t, database)

async function open(url: string, language = 'fr'): Promise<string> {
  const { body, statusCode } = await ask({
    url,
    headers: { accept: 'text/html', 'accept-language': language }
  })
  // The page is requested again if the API refuses requests. The server asks its own API for each page, and the API
  // refuses while a busy machine delays this process.
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

t.test('filters, radius and order are fields of one form; without a point there is no radius', async (t) => {
  const body = await open(`/?${PAPERS}&${NEAR_BAYEUX}&radius=20`)
  const [form = ''] = /<search>.*?<\/search>/s.exec(body) ?? []
  t.match(
    form,
    /<details class="refine"><summary>Filtrer et trier</,
    'closed, so that the first place is in sight'
  )
  t.match(form, /<select id="radius".*<option value="20" selected>20\s/s)
  t.match(form, /<select id="sort"[^>]*><option value selected>Distance<\/option><option value="name">Nom</)
  t.match(form, 'id="service-aide-aux-demarches-administratives"')
  t.notMatch(await open('/?type=FABLAB'), 'id="radius"')
})

t.test('all that is chosen is a chip that removes only this choice', async (t) => {
  const body = await open(
    `/?service=aide-aux-demarches-administratives&service=acces-internet-et-materiel-informatique&need=surdite&free=1&when=sat&part=morning&${NEAR_BAYEUX}&radius=20&sort=name`
  )
  const chips = [...body.matchAll(/<a class="chip" href="([^"]*)">.*?<\/span>([^<]*)<span/g)]
  t.same(
    chips.map(([, , said]) => said),
    [
      'Autour de vous',
      'Ouvert samedi matin',
      'Gratuit',
      'Aide aux démarches administratives',
      'Accès internet et matériel informatique',
      'Surdité',
      'À moins de 20\u00a0km',
      'Trié par nom'
    ]
  )
  const papers = new URLSearchParams(chips[3]?.[1]?.slice(2))
  t.equal(papers.get('service'), 'acces-internet-et-materiel-informatique')
  t.equal(papers.get('when'), 'sat')
  t.match(body, /<a href="\/\?all=1">Tout enlever</, 'the list of all places, not the home page')
  t.match(await open('/?q=xqzwvpt'), /<a href="\/\?all=1">Sans «\sxqzwvpt\s»</)
  t.match(await open('/?q=xqzwvpt&lang=en'), /<a href="\/\?all=1&lang=en">Without “xqzwvpt”</)
  t.match(await open('/?type=FABLAB'), /<a class="chip" href="\/\?all=1">/)
  const english = await open(`/?free=1&when=now&${PAPERS}&lang=en`)
  t.match(english, /Remove : <\/span>Open now</)
})

t.test('of several values one is enough, but features of accessibility are all needed', async (t) => {
  const either = await open('/?type=FABLAB&type=BIB')
  t.same(
    listed(either).toSorted(),
    [...listed(await open('/?type=FABLAB')), ...listed(await open('/?type=BIB'))].toSorted()
  )
  t.same(listed(await open('/?type=FABLAB,BIB')), listed(either), 'written with a comma it is the same')
  const both = listed(await open('/?accessibility=step_free_entrance,hearing_loop'))
  t.same(both, ['Atelier sans marche avec boucle'])
  t.same(listed(await open('/?accessibility=step_free_entrance')).length, 2)
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
  const north = await open(`/?${PAPERS}&${NEAR_BAYEUX}`)
  t.match(cardOf(north, 'EPN de Bayeux'), /✓ <\/span>Aide aux démarches administratives<\/li>/)
})

t.test('a ✓ answers the question; aids that were not asked for stand without it', async (t) => {
  const name = 'EPN de Bayeux'
  const aid = 'Aide aux démarches administratives'
  const asked = cardOf(await open(`/?${PAPERS}&${NEAR_BAYEUX}`), name)
  t.ok(asked.includes(`✓ </span>${aid}`))
  for (const address of [`/?${NEAR_BAYEUX}`, '/?q=epn+bayeux']) {
    const card = cardOf(await open(address), name)
    t.ok(card.includes(`<li>${aid}`), address)
    t.notOk(card.includes('✓'), address)
  }
})

t.test(
  'cards help to choose: price, wheelchair, age of the information; what is unknown takes no room',
  async (t) => {
    const body = await open('/?q=atelier brest&type=ASSO')
    const old = cardOf(body, 'Vieille fiche')
    t.match(old, '<p class="types">Mairie ou service municipal · Association</p>')
    t.match(
      old,
      '<p class="facts">Gratuit sous condition ou payant · Accès en fauteuil roulant avec de l’aide, ou en partie</p>'
    )
    t.match(old, 'Informations de 2022\u00a0: appelez avant de venir')
    t.match(old, 'Loisirs et créations numériques</li>', 'its aids, as the question asks for none')
    t.match(
      cardOf(body, 'Vieille fiche sans téléphone'),
      'Informations de 2022\u00a0: renseignez-vous avant de venir'
    )
    for (const name of ['Fiche de cette année', 'Fiche sans date'])
      t.notMatch(cardOf(body, name), 'Informations de')
    const library = cardOf(await open('/?q=médiathèque de mende'), 'Médiathèque de Mende')
    t.notMatch(library, /class="(state|facts|stale-note|call)/)
    const english = cardOf(await open('/?q=brest&type=ASSO', 'en'), 'Vieille fiche')
    t.match(english, 'Information from 2022: call before you go')
    t.match(english, 'Free under conditions or paid · Wheelchair access with help, or in part')
  }
)

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

t.test('exactly the places of the list can be downloaded, as a table and as GeoJSON', async (t) => {
  for (const asked of [
    'type=FABLAB&department=14',
    `${PAPERS}&${NEAR_BAYEUX}&radius=20`,
    'q=epn+bayeux&radius=20'
  ]) {
    const page = await open(`/?${asked}`)
    const [csv = '', geoJson = ''] = [...page.matchAll(/<a href="(\/v1\/exports\/[^"]*)"/g)].map(
      ([, href]) => href
    )
    const counted = Number(/^\d+/.exec(count(page) ?? '')?.[0])
    const { features } = (await ask(geoJson)).json<{ features: readonly unknown[] }>()
    t.equal(features.length, counted, asked)
    t.match(csv, 'safe=true')
    t.equal((await ask(csv)).body.trim().split('\n').length - 1, counted, asked)
  }
})

t.test('a département that an address asks for is named, and can be taken back', async (t) => {
  const body = await open('/?q=fablab&department=14')
  t.match(body, /Département\s: Calvados/)
  t.match(
    body,
    /<a class="chip" href="\/\?q=fablab"><span class="visually-hidden">Enlever : <\/span>Département/
  )
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
