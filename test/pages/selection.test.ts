import { HtmlValidate } from 'html-validate'
import t from 'tap'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { mergePlace, testPlace, withdrawPlaces, writePlaces } from '../support/places.ts'
import { idOf, SMALL_DIRECTORY } from '../support/small-directory.ts'
import { TOWNS } from '../support/towns.ts'

const CALLED = testPlace({
  ...TOWNS.lisieux,
  name: 'France services de Lisieux',
  types: ['RFS'],
  contacts: { phone: '+33231000000' },
  opening_hours: {
    osm: 'Mo-Fr 09:00-17:00',
    raw: null,
    confidence: 'exact',
    timezone: 'Europe/Paris'
  }
})
const GONE = testPlace({ ...TOWNS.brest, name: 'EPN fermé', types: ['EPN'] })
const MERGED = testPlace({ ...TOWNS.bayeux, name: 'E.P.N. Bayeux', types: ['EPN'] })

const database = await testDatabase(t)
await writePlaces(database, [...SMALL_DIRECTORY, CALLED, GONE, MERGED])
await withdrawPlaces(database, [GONE.id])
await mergePlace(database, MERGED.id, idOf('EPN de Bayeux'))
const { ask } = await apiOver(t, database)

const open = (url: string, language = 'fr-FR') =>
  ask({ url, headers: { accept: 'text/html', 'accept-language': language } })

const [BAYEUX, CAEN, FABLAB] = [idOf('EPN de Bayeux'), idOf('Médiathèque de Caen'), idOf('FabLab de Lisieux')]
const of = (...ids: readonly string[]) => `/selection?${ids.map((id) => `lieu=${id}`).join('&')}`

/** The names of the compared places. */
const compared = (body: string): readonly string[] =>
  [...body.matchAll(/<h2><a [^>]*>([^<]*)<\/a><\/h2>/g)].map(([, name]) => String(name))

/** The value of a fact for each compared place, without tags. */
const facts = (body: string, term: string): readonly string[] =>
  [...body.matchAll(new RegExp(`<dt>${term}</dt><dd>(.*?)</dd>`, 'g'))].map(([, value = '']) =>
    value
      .replace(/<\/li>(?=<li>)/g, ' · ')
      .replace(/<[^>]+>/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  )

const links = (body: string): readonly string[] =>
  [...body.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))

t.test('the places of the address stand side by side with the same facts', async (t) => {
  const { body, statusCode } = await open(of(BAYEUX, CAEN, CALLED.id))
  t.equal(statusCode, 200)
  t.same(compared(body), ['EPN de Bayeux', 'Médiathèque de Caen', 'France services de Lisieux'])
  t.match(body, '3\u00a0lieux sur 5 au plus')
  t.same(facts(body, 'Fauteuil roulant'), ['oui', 'non', 'non renseigné'])
  t.same(facts(body, 'Prix'), ['Gratuit', 'Payant', 'Gratuit, d’après son type'])
  t.same(facts(body, 'Téléphone'), ['non renseigné', 'non renseigné', '02 31 00 00 00'])
  t.match(facts(body, 'Aides')[0], 'Aide aux démarches administratives · Accès internet')
  t.match(facts(body, 'Horaires')[2], /lundi ?9 h – 17 h/)
  t.equal(body.split('class="state ').length - 1, 3)
  t.match(body, '<meta name="robots" content="noindex"')
})

t.test('the distance is shown if a town is given, and only then', async (t) => {
  t.same(facts((await open(of(BAYEUX, CAEN))).body, 'Distance'), [])
  const { body } = await open(`${of(BAYEUX, CAEN, idOf('Écrivain public de Bayeux'))}&where=Bayeux`)
  t.match(body, 'Distances à vol d’oiseau depuis Bayeux.')
  const [near, far, unknown] = facts(body, 'Distance')
  t.match(near, /^à \d+ m$/)
  t.match(far, /^à 2\d(,\d)? km$/)
  t.equal(unknown, 'position inconnue')
  t.match((await open(`${of(BAYEUX)}&lat=49.18&lon=-0.37`)).body, 'depuis votre position')
  t.match((await open(`${of(BAYEUX)}&where=zzzzzz`)).body, /role="alert">Nous ne connaissons pas/)
  const homonyms = (await open(`${of(BAYEUX)}&where=Saint-Denis`)).body
  t.ok(links(homonyms).some((href) => href.includes(`lieu=${BAYEUX}`) && href.includes('commune=97411')))
})

t.test('places are added and removed by links alone', async (t) => {
  const page = await open(`/lieux/${CAEN}`)
  const plain = (await open(String(page.headers.location))).body
  t.ok(links(plain).includes(of(CAEN)), 'a place begins a selection')
  const opened = await open(`/lieux/${CAEN}?lieu=${BAYEUX}&commune=14047`)
  t.match(opened.headers.location, `?lieu=${BAYEUX}&commune=14047`, 'its address keeps the selection')
  const { body } = await open(String(opened.headers.location))
  t.ok(links(body).includes(`${of(BAYEUX, CAEN)}&commune=14047`))
  t.match(body, 'Voir ma sélection (1\u00a0lieu)')
  t.match(body, `<link rel="canonical" href="/lieux/mediatheque-de-caen-${CAEN}"`)
  const selected = (await open(of(BAYEUX, CAEN))).body
  t.ok(links(selected).includes(of(CAEN)), 'without Bayeux')
  t.ok(links(selected).includes(`/lieux/mediatheque-de-caen-${CAEN}?lieu=${BAYEUX}&lieu=${CAEN}`))
  t.match(
    (await open(`/lieux/mediatheque-de-caen-${CAEN}?lieu=${CAEN}`)).body,
    'Ce lieu est dans votre sélection.'
  )
})

t.test('a search keeps the selection: whatever is found there joins it, without a script too', async (t) => {
  const begun = (await open(of(BAYEUX))).body
  const more = `/?lieu=${BAYEUX}`
  t.ok(links(begun).includes(more), 'the selection leads to the search')
  const list = (await open(`${more}&q=mediatheque+caen`)).body
  t.match(list, 'Votre sélection est gardée')
  t.ok(links(list).includes(of(BAYEUX)), 'and back')
  t.ok(links(list).includes(of(BAYEUX, CAEN)), 'a second place is added from the list')
  t.match(list, `<input type="hidden" name="lieu" value="${BAYEUX}"`, 'other words keep it')
  const page = links(list).find((href) => href.startsWith('/lieux/mediatheque-de-caen')) ?? ''
  t.ok(links((await open(page)).body).includes(of(BAYEUX, CAEN)), 'or from its page')
  const filtered = (await open(`/?type=FABLAB&free=1&lieu=${BAYEUX},${CAEN}&lang=en`)).body
  t.match(filtered, 'Your selection is kept')
  const main = filtered.slice(filtered.indexOf('<main'), filtered.indexOf('</main>'))
  const own = links(main).filter((href) => href.startsWith('/?'))
  t.ok(own.length > 2)
  t.same(
    own.filter((href) => !decodeURIComponent(href).includes(`lieu=${BAYEUX},${CAEN}`)),
    [],
    'each link of the list keeps it'
  )
  const five = SMALL_DIRECTORY.slice(0, 5).map(({ id }) => id)
  const full = (await open(`/?all=1&${five.map((id) => `lieu=${id}`).join('&')}`)).body
  t.notMatch(full, 'Ajouter à ma sélection')
  t.notMatch((await open('/?all=1')).body, 'Ajouter à ma sélection', 'without a selection, cards stay short')
})

t.test('a search on the page finds places to add', async (t) => {
  const { body } = await open(`${of(BAYEUX)}&q=lisieux`)
  t.ok(links(body).includes(of(BAYEUX, FABLAB)))
  t.notMatch((await open(`${of(FABLAB)}&q=fablab+lisieux`)).body, of(FABLAB, FABLAB))
  t.match((await open(`${of(BAYEUX)}&q=zzzzzz`)).body, 'Aucun autre lieu trouvé')
})

t.test('a selection has five places at most', async (t) => {
  const five = SMALL_DIRECTORY.slice(0, 5).map(({ id }) => id)
  const full = (await open(of(...five))).body
  t.notMatch(full, 'Ajouter un lieu')
  const sixth = await open(of(...five, CALLED.id))
  t.equal(compared(sixth.body).length, 5)
  t.match(sixth.body, '5 lieux au plus')
  const query = five.map((id) => `lieu=${id}`).join('&')
  const { body } = await open(`/lieux/france-services-de-lisieux-${CALLED.id}?${query}`)
  t.match(body, 'Votre sélection contient déjà 5 lieux')
})

t.test('a place that is gone is said, and a merged one is replaced by the one that remains', async (t) => {
  const { body, statusCode } = await open(of(GONE.id, CAEN))
  t.equal(statusCode, 200)
  t.same(compared(body), ['Médiathèque de Caen'])
  t.match(body, /role="status" class="warning">Un des lieux choisis n’est plus dans l’annuaire/)
  t.notOk(
    links(body).some((href) => href.includes(GONE.id)),
    'and no link keeps it'
  )
  const merged = await open(`${of(MERGED.id, CAEN)}&commune=14047`)
  t.equal(merged.statusCode, 302)
  t.equal(merged.headers.location, `${of(BAYEUX, CAEN)}&commune=14047`)
  t.equal(
    (await open(of(BAYEUX, MERGED.id))).headers.location,
    of(BAYEUX),
    'two records of one place are one'
  )
})

t.test('an empty selection says how to begin', async (t) => {
  for (const url of ['/selection', '/selection?lieu=nulle-part', of(GONE.id)]) {
    const { body, statusCode } = await open(url)
    t.equal(statusCode, 200, url)
    t.match(body, 'Votre sélection est vide', url)
    t.match(body, /<input [^>]*name="q"/, url)
  }
  t.match((await open('/selection', 'en')).body, 'Your selection is empty')
})

t.test('these pages are valid HTML, with a name for every field', async (t) => {
  const checker = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] })
  for (const url of [
    '/selection',
    `${of(BAYEUX, CAEN, CALLED.id)}&where=Bayeux`,
    `${of(BAYEUX, GONE.id)}&where=Saint-Denis&lang=en`,
    `${of(BAYEUX)}&where=zzzzzz&q=lisieux`
  ]) {
    const { results } = await checker.validateString((await open(url)).body)
    const messages = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)
    )
    t.same(messages, [], url)
  }
})
