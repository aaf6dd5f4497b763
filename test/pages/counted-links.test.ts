import t from 'tap'
import { writeSample } from '../../src/seed/write-sample.ts'
import { loadCentres } from '../../src/store/territories/load-shapes.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { testPlace, writePlaces } from '../support/places.ts'
import { SMALL_DIRECTORY } from '../support/small-directory.ts'
import { TOWNS } from '../support/towns.ts'

/** More than a search of the API counts by default. */
const CROWD = Array.from({ length: 1_001 }, (_, at) =>
  testPlace({
    ...TOWNS.caen,
    // The last ones stand in the outskirts, beyond the radius that a search from the centre counts.
    ...(at % 10 === 0 && { at: [49.1829, -0.29] }),
    name: `Guichet ${at}`,
    types: ['EPN'],
    services: ['aide-aux-demarches-administratives']
  })
)
/** Its records name the région and no département. */
const SOMEWHERE = testPlace({ name: 'Bus de Bretagne', address: { region: '53' } })

type Link = { readonly href: string; readonly said: string }

const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/[ \n]+/g, ' ')
    .trim()

const numberIn = (text: string | undefined): number => Number((text ?? '').replace(/\D/g, ''))

/** The links of a page that end with a number: alone or followed by "lieux" or "places". */
const countedLinks = (body: string): readonly Link[] =>
  [...body.matchAll(/<a [^>]*?href="(\/[^"]*)"[^>]*>(.*?)<\/a>/gs)].flatMap(
    ([link, href = '', inside = '']) => {
      const [, said] = /([\d\u202f,]+)( (lieux?|places?))?$/.exec(textOf(inside)) ?? []
      const isPlace = /-[0-9a-f]{12}(\?|$)/.test(href)
      return said === undefined || isPlace || / download/.test(link)
        ? []
        : [{ href: href.replaceAll('&amp;', '&'), said }]
    }
  )

/** The number of places that the page itself says: in the heading of a search, or first of all on a territory's page. */
const countOf = (body: string): number =>
  numberIn(
    /<h2 id="count"[^>]*>(.*?)<\/h2>/s.exec(body)?.[1] ??
      /<p class="lead">.*?<strong>(.*?)<\/strong>/s.exec(body)?.[1]
  )

t.test('a number beside a link is the number of the page that it opens', async (t) => {
  const database = await testDatabase(t)
  await writeSample(database, { count: 200, seed: 1 })
  await writePlaces(database, [...SMALL_DIRECTORY, ...CROWD, SOMEWHERE])
  await loadCentres(database.batch, [{ code: '14118', lat: 49.1829, lon: -0.3707 }])
  const { ask } = await apiOver(t, database)
  const opened = new Map<string, Promise<string>>()
  const open = (url: string): Promise<string> => {
    const known = opened.get(url) ?? read(url)
    opened.set(url, known)
    return known
  }
  const read = async (url: string): Promise<string> => {
    const answer = await ask({ url, headers: { accept: 'text/html', 'accept-language': 'fr' } })
    const { location } = answer.headers
    return answer.statusCode === 301 && typeof location === 'string' ? read(location) : answer.body
  }

  const everyLinkOf = async (path: string): Promise<void> => {
    const links = countedLinks(await open(path))
    t.not(links.length, 0, `${path} has counted links`)
    for (const { href, said } of links)
      t.equal(countOf(await open(href)), numberIn(said), `${path}: ${said} → ${href}`)
  }

  for (const path of [
    '/',
    '/lieux/region/normandie',
    '/lieux/region/la-reunion',
    '/departements',
    '/departements?service=aide-aux-demarches-administratives',
    '/departements?lang=en',
    '/lieux/departement/calvados',
    '/lieux/departement/calvados?lang=en',
    '/lieux/commune/caen',
    '/lieux/commune/caen?lang=en',
    '/lieux/commune/bayeux',
    '/lieux/commune/paris',
    '/lieux/commune/vire-normandie',
    '/lieux/commune/saint-denis-974'
  ])
    await everyLinkOf(path)
})

t.test('the number of places of the directory is the same on all pages', async (t) => {
  const database = await testDatabase(t)
  await writePlaces(database, [...SMALL_DIRECTORY, SOMEWHERE])
  const { ask } = await apiOver(t, database)
  const textAt = async (url: string) =>
    textOf((await ask({ url, headers: { accept: 'text/html', 'accept-language': 'fr' } })).body)
  t.match(await textAt('/'), 'Internet\u00a0: 15 lieux en France')
  t.match(await textAt('/'), ' 15 lieux 9 départements')
  t.match(await textAt('/a-propos'), 'L’annuaire réunit 15 lieux')
  t.match(await textAt('/departements'), 'France entière 15 ')
})

t.test('a town that was chosen lists its own places, and leads on to those around it', async (t) => {
  const database = await testDatabase(t)
  await writePlaces(database, [...SMALL_DIRECTORY, ...CROWD.slice(0, 12)])
  await loadCentres(database.batch, [{ code: '14118', lat: 49.1829, lon: -0.3707 }])
  const { ask } = await apiOver(t, database)
  const open = async (url: string) =>
    (await ask({ url, headers: { accept: 'text/html', 'accept-language': 'fr' } })).body
  const body = await open('/?commune=14118')
  t.equal(countOf(body), 13)
  t.match(textOf(body), 'Enlever : Commune\u00a0: Caen ×')
  t.match(body, '<a href="/?q=Caen">Chercher aussi autour de Caen</a>')
  const names = [...body.matchAll(/<h3>.*?<a [^>]*>([^<]*)<\/a>/g)].map(([, name]) => name)
  t.same(
    names.slice(-2).sort(),
    ['Guichet 0', 'Guichet 10'],
    'the outskirts come last, without a heading of their own'
  )
  t.notMatch(body, 'Plus loin')
  t.match(
    await open('/?commune=97411&service=acces-internet-et-materiel-informatique&lang=en'),
    'href="/?service=acces-internet-et-materiel-informatique&amp;q=Saint-Denis+974&amp;lang=en"'
  )
  t.match(
    textOf(await open('/?commune=14118&type=FABLAB')),
    'Sans le choix «\u00a0Commune\u00a0: Caen\u00a0»'
  )
})
