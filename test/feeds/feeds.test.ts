import { SaxesParser } from 'saxes'
import t, { type Test } from 'tap'
import { apiOver, type Page } from '../support/app.ts'
import { merge, withdrawing, write } from '../support/changes.ts'
import { testDatabase } from '../support/database.ts'
import { testPlace, writePlaces } from '../support/places.ts'
import { senderOf } from '../support/records.ts'
import { idOf, SMALL_DIRECTORY } from '../support/small-directory.ts'
import { TOWNS } from '../support/towns.ts'
import { correctionsIn } from '../support/writers.ts'

const HOSTILE = testPlace({ ...TOWNS.quimper, name: 'Chez <b>Loïc</b> & "Cie" \u0001]]>', types: ['EPN'] })
const GONE = testPlace({ ...TOWNS.quimper, name: 'EPN de Quimper', types: ['EPN'] })
const TWICE = testPlace({ ...TOWNS.bayeux, name: 'E.P.N. Bayeux', types: ['EPN'] })
const BAYEUX = idOf('EPN de Bayeux')

const database = await testDatabase(t)
await writePlaces(database, [...SMALL_DIRECTORY, HOSTILE, GONE, TWICE])
await write(database, withdrawing([GONE.id]))
await merge(database, TWICE.id, BAYEUX)
const api = await apiOver(t, database, undefined, undefined, { PUBLIC_URL: 'https://lieux.example.org' })

const { ask, get } = api
const { put } = await senderOf(database, api, 'epn-normandie')
await put([
  {
    id: '1',
    content: {
      name: 'EPN Alençon',
      services: ['acces-internet-et-materiel-informatique'],
      address: { street: '8 rue du Bercail', postcode: '61000', city: 'Alençon', commune: '61001' }
    }
  }
])
const [ALENCON] = (await get<Page>('/v1/places?source=epn-normandie')).items
const CORRECTED = String(ALENCON?.id)
const OWN_FEED = `/lieux/epn-alencon-${CORRECTED}/modifications.atom`

type Node = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  text: string
  readonly children: Node[]
}

/** Reads XML with its namespaces; whatever is not well-formed is an error. */
function readXml(text: string): Node {
  const parser = new SaxesParser({ xmlns: true })
  const root: Node = { name: '', attributes: {}, text: '', children: [] }
  const open = [root]
  parser.on('opentag', ({ uri, local, attributes }) => {
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value])
    const node: Node = {
      name: `{${uri}}${local}`,
      attributes: Object.fromEntries(values),
      text: '',
      children: []
    }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('text', (words) => {
    const node = open.at(-1)
    if (node) node.text += words
  })
  parser.on('closetag', () => void open.pop())
  parser.on('error', (error) => {
    throw error
  })
  parser.write(text).close()
  return root.children[0] ?? root
}

const ATOM = 'http://www.w3.org/2005/Atom'
const childrenOf = (node: Node, name: string) =>
  node.children.filter((each) => each.name === `{${ATOM}}${name}`)
const textOf = (node: Node, name: string): string => childrenOf(node, name)[0]?.text ?? ''
const linkOf = (node: Node, rel: string) =>
  childrenOf(node, 'link').find(({ attributes }) => attributes.rel === rel)?.attributes.href
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/

/** What RFC 4287 demands of a feed (§4.1.1) and of an entry (§4.1.2). */
function feedIn(t: Test, { statusCode, headers, body }: Awaited<ReturnType<typeof ask>>) {
  t.equal(statusCode, 200)
  t.equal(headers['content-type'], 'application/atom+xml; charset=utf-8')
  const feed = readXml(body)
  t.equal(feed.name, `{${ATOM}}feed`)
  for (const name of ['id', 'title', 'updated', 'author'])
    t.equal(childrenOf(feed, name).length, 1, `one ${name}`)
  t.ok(textOf(childrenOf(feed, 'author')[0] ?? feed, 'name'), 'its author has a name')
  t.match(textOf(feed, 'updated'), INSTANT)
  t.ok(URL.canParse(textOf(feed, 'id')))
  t.equal(linkOf(feed, 'self'), textOf(feed, 'id'))
  const entries = childrenOf(feed, 'entry').map((entry) => {
    for (const name of ['id', 'title', 'updated', 'content'])
      t.equal(childrenOf(entry, name).length, 1, `one ${name}`)
    t.match(textOf(entry, 'id'), /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    t.match(textOf(entry, 'updated'), INSTANT)
    t.match(linkOf(entry, 'alternate'), /^https:\/\/lieux\.example\.org\/lieux\//)
    return {
      id: textOf(entry, 'id'),
      title: textOf(entry, 'title'),
      updated: textOf(entry, 'updated'),
      content: textOf(entry, 'content')
    }
  })
  t.equal(new Set(entries.map(({ id }) => id)).size, entries.length, 'no id twice')
  const dates = entries.map(({ updated }) => updated)
  t.same(dates, dates.toSorted().reverse(), 'the newest first')
  if (dates[0] !== undefined) t.equal(textOf(feed, 'updated'), dates[0])
  return { title: textOf(feed, 'title'), entries, alternate: linkOf(feed, 'alternate') }
}

const FEED = `/lieux/epn-de-bayeux-${BAYEUX}/modifications.atom`

t.test(
  'the feed of a place says what changed, in words, with the values before and after that are known',
  async (t) => {
    const before = feedIn(t, await ask(OWN_FEED))
    t.equal(before.title, 'Modifications\u00a0: EPN Alençon – Annuaire des lieux numériques')
    t.equal(before.alternate, `https://lieux.example.org/lieux/epn-alencon-${CORRECTED}`)
    t.match(before.entries.at(-1)?.title, 'EPN Alençon, Alençon\u00a0: ajouté')
    const corrections = correctionsIn(database)
    const id = await corrections.make({
      place: CORRECTED,
      field: 'opening_hours',
      value: { osm: 'Mo-Fr 09:00-12:00', raw: 'Du lundi au vendredi de 9h à 12h' }
    })
    const [newest] = feedIn(t, await ask(OWN_FEED)).entries
    t.match(newest?.title, /^EPN Alençon, Alençon\u00a0: modifié \(.*horaires/)
    t.match(newest?.content, 'maintenant «\u00a0Du lundi au vendredi de 9h à 12h\u00a0»')
    await corrections.undo(id)
    const after = feedIn(t, await ask(OWN_FEED))
    t.match(after.entries[0]?.content, 'avant «\u00a0Du lundi au vendredi de 9h à 12h\u00a0», maintenant')
    t.equal(after.entries[1]?.id, newest?.id, 'an entry keeps its id')
    t.equal(after.entries[1]?.content, newest?.content, 'and what it says')
    t.match(feedIn(t, await ask(`${OWN_FEED}?lang=en`)).entries[1]?.title, 'EPN Alençon, Alençon: changed (')
  }
)

t.test('a feed holds no contact of a person, before or after', async (t) => {
  await correctionsIn(database).make({
    place: CORRECTED,
    field: 'contacts.person',
    value: { name: 'Camille Hémery', role: 'Médiatrice' }
  })
  await correctionsIn(database).make({
    place: CORRECTED,
    field: 'contacts.emails',
    value: ['camille.hemery@bayeux.example']
  })
  const { body } = await ask(OWN_FEED)
  t.match(body, 'responsable')
  t.match(body, 'courriel')
  t.notMatch(body, /Hémery|hemery|bayeux\.example/)
  const answered = await ask(`/v1/changes/latest?place=${CORRECTED}`)
  t.notMatch(answered.body, /Hémery|hemery|bayeux\.example/)
})

t.test(
  'the feeds of a commune, a département and a région list changes of their places, also of places that are gone',
  async (t) => {
    for (const path of ['/lieux/commune/quimper', '/lieux/departement/finistere', '/lieux/region/bretagne']) {
      const { entries } = feedIn(t, await ask(`${path}/modifications.atom`))
      const titles = entries.map(({ title }) => title)
      t.ok(
        titles.some((title) => /^EPN de Quimper.*retiré/.test(title)),
        path
      )
      t.ok(
        titles.some((title) => title.startsWith('Chez <b>Loïc</b> & "Cie"')),
        'a hostile name stays a name'
      )
      t.notOk(titles.some((title) => title.includes('Bayeux')))
    }
    const { entries } = feedIn(t, await ask('/lieux/departement/calvados/modifications.atom'))
    t.ok(entries.some(({ title }) => title.includes('réuni avec une autre fiche')))
  }
)

t.test('the feed of a search tells of the places that it finds', async (t) => {
  const titlesOf = async (query: string) =>
    feedIn(t, await ask(`/modifications.atom${query}`)).entries.map(({ title }) => title)
  const found = await titlesOf('?type=FABLAB&when=now&sort=name')
  t.ok(found.length > 0)
  t.ok(
    found.every((title) => !title.includes('Bibliothèque')),
    found.join('\n')
  )
  t.ok((await titlesOf('?q=fablab+lisieux')).some((title) => title.includes('FabLab de Lisieux')))
  t.ok((await titlesOf('')).length > 10, 'without a question, of all places')
  t.equal((await titlesOf('?q=zzzzzz')).length, 0, 'a feed without entries is a feed')
})

t.test('a feed that has not changed is not sent again', async (t) => {
  const { headers } = await ask(FEED)
  t.ok(headers.etag)
  const again = await ask({ url: FEED, headers: { 'if-none-match': String(headers.etag) } })
  t.equal(again.statusCode, 304)
  t.equal(headers['set-cookie'], undefined)
})

t.test('an old name leads to the feed, and there is none of what does not exist', async (t) => {
  const old = await ask(`/lieux/ancien-nom-${BAYEUX}/modifications.atom?lang=en`)
  t.equal(old.statusCode, 301)
  t.equal(old.headers.location, `${FEED}?lang=en`)
  t.equal(
    (await ask('/lieux/departement/14/modifications.atom')).headers.location,
    '/lieux/departement/calvados/modifications.atom'
  )
  for (const path of [
    '/lieux/rien/modifications.atom',
    '/lieux/rien-0198f0c2-0000-7000-8000-000000000001/modifications.atom',
    '/lieux/planete/mars/modifications.atom',
    '/lieux/commune/zzzzzz/modifications.atom'
  ])
    t.equal((await ask(path)).statusCode, 404, path)
  t.equal((await ask('/modifications.atom?type=EPX')).statusCode, 400)
  t.equal((await ask(`/v1/changes/latest?place=${BAYEUX}&type=EPN`)).statusCode, 422)
})

t.test('each page links its feed, for programs and for people', async (t) => {
  for (const [page, feed] of [
    [`/lieux/epn-de-bayeux-${BAYEUX}`, FEED],
    ['/lieux/departement/calvados', '/lieux/departement/calvados/modifications.atom'],
    ['/?q=fablab+lisieux&sort=distance', '/modifications.atom?q=fablab+lisieux']
  ] as const) {
    const { body } = await ask({ url: page, headers: { accept: 'text/html', 'accept-language': 'fr' } })
    t.match(
      body,
      `<link rel="alternate" type="application/atom+xml" title="Suivre les modifications (flux Atom)" href="${feed}"/>`
    )
    t.match(body, `<a href="${feed}">`)
    t.equal((await ask(feed)).statusCode, 200)
  }
})
