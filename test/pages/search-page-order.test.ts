import t from 'tap'
import { apiOver, type Page, searchUrl } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { analyse, type PlaceSketch, testPlace, writePlaces } from '../support/places.ts'
import { TOWNS } from '../support/towns.ts'

/*
 * A page lists the places of the API's answer in sections, and keeps their order in each section. Perpignan has
 * places without hours and places that are closed on Sundays. Bayeux has help nearby, but no place there offers
 * Arabic; a place in Brest does. In Saint-Denis de La Réunion, there is internet access; in New Caledonia, there is nothing.
 */
const at = (lat: number, lon: number, city: string, postcode: string, commune: string) => ({
  at: [lat, lon] as const,
  address: { postcode, city, commune, department: commune.slice(0, 2) } as PlaceSketch['address'] & object
})
const PERPIGNAN = at(42.6991, 2.9045, 'Perpignan', '66000', '66136')
const week = (osm: string | null): Pick<PlaceSketch, 'opening_hours'> => ({
  opening_hours: { osm, raw: osm, confidence: 'exact', timezone: 'Europe/Paris' }
})
const PAPERS: PlaceSketch = { services: ['aide-aux-demarches-administratives'] }

const INTERNET: PlaceSketch = { services: ['acces-internet-et-materiel-informatique'] }

const database = await testDatabase(t)
await writePlaces(
  database,
  [
    { ...PERPIGNAN, name: 'CCAS de Perpignan' },
    { ...PERPIGNAN, ...week('Mo-Fr 09:00-12:00'), name: 'Cyberbase Saint-Jacques', types: ['EPN'] },
    { ...PERPIGNAN, ...week('Mo-Fr 09:00-17:00'), name: 'Médiathèque du Moulin', types: ['BIB'] },
    { ...TOWNS.bayeux, ...PAPERS, ...week('Mo-Fr 09:00-12:00'), name: 'Mairie de Bayeux' },
    { ...TOWNS.bayeux, ...PAPERS, ...week('We 09:00-12:00'), name: 'Relais de Bayeux' },
    { ...TOWNS.bayeux, ...PAPERS, name: 'Centre social de Bayeux' },
    { ...TOWNS.caen, ...PAPERS, ...week('Tu 09:00-12:00'), name: 'Point info de Caen' },
    { ...TOWNS.brest, ...PAPERS, name: 'Relais, on parle arabe' },
    { ...TOWNS.saintDenis, ...INTERNET, name: 'Webcup Campus' }
  ].map((sketch) => testPlace(sketch as PlaceSketch))
)
await analyse(database)
// A Monday in Paris.
const { ask, get } = await apiOver(t, database, () => Date.parse('2026-11-30T10:00:00Z'))

async function open(q: string, parameters: Readonly<Record<string, string>> = {}): Promise<string> {
  const url = searchUrl({ q, ...parameters }, '/')
  const { body, statusCode } = await ask({
    url,
    headers: { accept: 'text/html', 'accept-language': 'fr' }
  })
  if (statusCode === 503) return open(q, parameters)
  t.equal(statusCode, 200, url)
  return body
}

const listed = (body: string) =>
  [...body.matchAll(/<h3><a [^>]*>([^<]*)<\/a>/g)].map(([, name]) => String(name))

/**
 * The sections of the list with the names of their places, by title. The section of the counted places has no
 * title.
 */
const sectionsOf = (body: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    body
      .split(/<h2 class="beyond">|<h2 id="count"/)
      .slice(1)
      .map((part, index) => [index === 0 ? '' : (/^[^<]*/.exec(part)?.[0] ?? ''), listed(part)])
  )

type Far = { readonly items: readonly { readonly name: string; readonly distance_m?: number | null }[] }

t.test('a page lists the places of the API up to 500 km, each section in its order', async (t) => {
  for (const q of [
    'aide papiers en arabe Bayeux mardi',
    'aide papiers bayeux mardi',
    'demain 9h Bayeux accessible pmr',
    'perpignan dimanche',
    'aide papiers'
  ]) {
    const { items } = await get<Far>(searchUrl({ q }))
    const names = items.filter(({ distance_m }) => (distance_m ?? 0) <= 500_000).map(({ name }) => name)
    const sections = Object.values(sectionsOf(await open(q)))
    t.same(sections.flat().toSorted(), names.toSorted(), q)
    for (const each of sections) {
      t.same(
        each,
        names.filter((name) => each.includes(name)),
        `${q}: ${each}`
      )
    }
  }
})

t.test('from Nouméa, the page lists no place of La Réunion, and searches in all of France', async (t) => {
  t.not(
    (await get<Page>(searchUrl({ q: 'wifi Nouméa' }))).items.length,
    0,
    'the API gives them, with distances'
  )
  const page = await open('wifi Nouméa')
  t.same(listed(page), [])
  t.match(page, /L’annuaire ne connaît aucun lieu pour cela à moins de 500\u00a0km/u)
  t.notMatch(page, /rel="next"/)
  const [, everywhere] = /<a href="([^"]*)">Chercher «\u00a0wifi\u00a0» dans/u.exec(page) ?? []
  t.same(everywhere, '/?q=wifi')
  t.ok(listed(await open('wifi')).includes('Webcup Campus'))
  t.match(await open('wifi Nouméa', { lang: 'en' }), /no place for this within 500\u00a0km/u)
})

t.test('a place that is typed by its name is listed, however far it is', async (t) => {
  t.notOk(listed(await open('wifi Bayeux')).includes('Webcup Campus'))
  t.ok(listed(await open('webcup campus Bayeux')).includes('Webcup Campus'))
})

t.test('a radius changes what is found, not how the words are read', async (t) => {
  const q = 'aide papiers en arabe Bayeux'
  const plain = await get<{ interpreted: { words: unknown } }>(searchUrl({ q }))
  const around = { lat: '49.2764', lon: '-0.7024', radius: '5000' }
  const within = await get<Page & { interpreted: { words: unknown } }>(searchUrl({ q, ...around }))
  t.same(within.interpreted.words, plain.interpreted.words)
  t.match(
    within.items.map(({ name }) => name),
    [/Bayeux/, /Bayeux/, /Bayeux/]
  )
})

t.test('the heading counts the first section alone; closed places have one of their own', async (t) => {
  const sunday = await open('perpignan dimanche')
  t.match(sunday, 'Aucun lieu proche n’est connu pour être ouvert dimanche 6 décembre.')
  const { 'Plus loin': _far, ...near } = sectionsOf(sunday)
  t.same(near, {
    '': [],
    'Horaires inconnus': ['CCAS de Perpignan'],
    'Fermés dimanche 6 décembre': ['Cyberbase Saint-Jacques', 'Médiathèque du Moulin']
  })
  const tuesday = await open('aide papiers bayeux mardi')
  t.match(tuesday, />3 lieux à moins de 40/)
  t.notMatch(tuesday, 'Aucun lieu proche')
  t.same(sectionsOf(tuesday)['']?.toSorted(), [
    'Centre social de Bayeux',
    'Mairie de Bayeux',
    'Point info de Caen'
  ])
  t.same(sectionsOf(tuesday)['Fermés mardi 1er décembre'], ['Relais de Bayeux'])
})

t.test('if nothing near is open any more today, the page offers the question for tomorrow', async (t) => {
  t.match(await open('imprimer perpignan CE SOIR'), /q=imprimer\+perpignan\+demain"/)
  const tonight = await open('imprimer perpignan ce soir')
  t.match(tonight, 'Aucun lieu proche')
  t.match(tonight, /<a href="\/\?q=imprimer\+perpignan\+demain">Chercher pour demain<\/a>/)
  t.notMatch(await open('perpignan dimanche'), 'Chercher pour demain', 'that day is not today')
})

t.test('`fits` says which places are counted', async (t) => {
  const { items, total } = await get<{
    items: readonly { name: string; fits: boolean; beyond_radius?: true }[]
    total: { value: number }
  }>(searchUrl({ q: 'aide papiers bayeux mardi', fields: 'name,fits,beyond_radius' }))
  const near = items.filter(({ beyond_radius }) => !beyond_radius)
  t.equal(near.filter(({ fits }) => fits).length, total.value)
  t.same(items.find(({ name }) => name === 'Relais de Bayeux')?.fits, false)
})

const LONG = `Bonjour, je suis retraitée et je n’y connais rien en informatique, ${'ma voisine dit que cela ne fait rien, '.repeat(4)}et je voudrais de l’aide pour mes papiers, à Bayeux`

t.test('a long sentence is read to its end, and of one that is too long the page says so', async (t) => {
  t.ok(LONG.length > 200 && LONG.length < 500)
  const read = await open(LONG)
  t.ok(read.includes('Autour de Bayeux'))
  t.notOk(read.includes('seul son début a été lu'))

  const endless = `aide papiers à Bayeux, ${'et je ne sais plus quoi faire, '.repeat(25)}fin`
  t.ok(endless.length > 500)
  const cut = await open(endless)
  t.ok(cut.includes('seul son début a été lu, jusqu’à 500 caractères'))
  t.ok(cut.includes('Autour de Bayeux'))
  t.ok(cut.includes('quoi faire, fin"'), 'the field keeps the whole sentence')
  t.equal((await ask(searchUrl({ q: endless }))).statusCode, 400, 'the API reads all or says no')
})

t.test('places that are counted are listed', async (t) => {
  for (const q of [
    'papiers internet sans ordinateur',
    'gratuit seniors',
    'accessible pmr',
    'mardi',
    LONG.replace(', à Bayeux', '')
  ]) {
    const { items, total } = await get<Page>(searchUrl({ q }))
    t.ok(items.length > 0 || total?.value === 0, q)
  }
})

t.test('what was not understood is named, with what to do', async (t) => {
  const refused = async (url: string): Promise<string> => {
    const answer = await ask({ url, headers: { accept: 'text/html', 'accept-language': 'fr' } })
    t.ok([400, 422].includes(answer.statusCode), url)
    return answer.body
  }
  for (const [url, named] of [
    ['/?service=zzz', 'le choix «\u00a0zzz\u00a0»'],
    ['/?lat=45', 'la position «\u00a045\u00a0»'],
    [
      '/?lat=95&lon=-200',
      'la position «\u00a095 ; -200\u00a0». Une position est une latitude (lat) de -90 à 90'
    ],
    ['/?openAt=demain', 'le moment «\u00a0demain\u00a0»'],
    ['/?openAt=2030-01-01T10:00', 'huit semaines à venir']
  ] as const) {
    t.ok((await refused(url)).includes(named), url)
  }
  for (const q of ['???', '""']) t.ok((await open(q)).includes('Écrivez des mots'), q)
})

t.test(
  'the API refuses words that are none, a number as words, and a cursor that is not whole',
  async (t) => {
    t.equal((await ask('/v1/places?q=%20%20')).statusCode, 400)
    const post = (payload: object) => ask({ method: 'POST', url: '/v1/places/search', payload })
    t.match((await post({ q: 1 })).json(), {
      status: 400,
      errors: [{ pointer: '/q', detail: 'Must be a string.' }]
    })
    t.equal((await post({ q: ['a'] })).statusCode, 400)
    t.equal((await post({ q: 'aide', limit: 2, bbox: [-5, 41, 10, 52], itinerant: false })).statusCode, 200)
    const { next } = await get<Page>('/v1/places?limit=2&fields=name')
    t.match((await ask(String(next).slice(0, -3))).json(), {
      errors: [{ parameter: 'cursor', detail: /end was not cut off/ }]
    })
  }
)
