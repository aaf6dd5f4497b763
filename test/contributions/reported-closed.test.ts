import { randomUUID } from 'node:crypto'
import t from 'tap'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { mergePlace, testPlace, writePlaces } from '../support/places.ts'
import { TOWNS } from '../support/towns.ts'

const database = await testDatabase(t)
const open = { osm: '24/7', raw: null, confidence: 'exact' as const, timezone: 'Europe/Paris' }
const PLACE = testPlace({
  ...TOWNS.bayeux,
  name: 'Cyberbase de Bayeux',
  types: ['EPN'],
  services: ['aide-aux-demarches-administratives'],
  opening_hours: open,
  contacts: { phone: '+33231000000', emails: [], websites: [] }
})
const OTHER = testPlace({
  ...TOWNS.bayeux,
  name: 'Médiathèque de Bayeux',
  types: ['BIB'],
  opening_hours: open
})
await writePlaces(database, [PLACE, OTHER])
let now = Date.UTC(2026, 11, 1, 9)
const api = await apiOver(t, database, () => now)

/** Two confirmed reports from different people, as `report-by-page.test.ts` sends them. */
async function reportedTwice(place: string): Promise<void> {
  for (const [letter, byte] of [
    ['A', 1],
    ['B', 2]
  ] as const) {
    await database.prisma.contribution.create({
      data: {
        ...{
          id: randomUUID(),
          reference: `SIG-4T9M0K2WY${letter}`,
          placeId: place,
          kind: 'closed',
          category: 'closed'
        },
        ...{ state: 'open', createdAt: new Date(now), confirmedAt: new Date(now) },
        emailKey: new Uint8Array(32).fill(byte),
        clientKey: new Uint8Array(32).fill(byte)
      }
    })
  }
}

const page = async (url: string) =>
  (await api.ask({ url, headers: { accept: 'text/html', 'accept-language': 'fr' } })).body

/** The part of a page that shows this place: from its name to the next place. */
const shownOf = (html: string, name: string): string =>
  html.split(name).slice(1).join('').split('</article>')[0] ?? ''

const IDS = `lieu=${PLACE.id}&lieu=${OTHER.id}`
const PAGES = {
  'the list of a search': '/?q=bayeux',
  'the places of an answer': `/orientation?help=aide-aux-demarches-administratives&who=any&when=now&where=Bayeux`,
  'the printed sheet': `/orientation/fiche?${IDS}`,
  'the selection': `/selection?${IDS}`,
  'the map on other sites': '/embed?q=bayeux',
  'the page of the place': `/lieux/cyberbase-de-bayeux-${PLACE.id}`
}

t.test(
  'a place that is reported closed says so wherever it is shown, and is nowhere called open',
  async (t) => {
    t.match(shownOf(await page(PAGES['the list of a search']), 'Cyberbase de Bayeux</a>'), 'Ouvert')
    await reportedTwice(PLACE.id)
    now += 60_000
    for (const [where, url] of Object.entries(PAGES)) {
      const html = await page(url)
      const shown = shownOf(html, 'Cyberbase de Bayeux</')
      t.match(shown, 'Signalé fermé depuis le 1er décembre 2026', where)
      t.notMatch(shown, /class="state open"|✓ <\/span>Ouvert/, where)
      t.match(shown, 'appelez avant d’y aller', where)
    }
    const linked = await page(PAGES['the page of the place'])
    t.match(linked, '"openingHoursSpecification":[]', 'search engines get no hours')
    const others = await page(PAGES['the selection'])
    t.notMatch(shownOf(others, 'Médiathèque de Bayeux</a>'), 'Signalé fermé', 'its neighbour is not')
  }
)

t.test('programs read it in each answer of the API that contains the place', async (t) => {
  const closed = { reported_closed: { since: '2026-12-01T09:00:00.000Z' } }
  t.match(await api.get(`/v1/places/${PLACE.id}`), closed)
  t.match(await api.get(`/v1/places/${PLACE.id}?fields=reported_closed`), closed)
  t.notMatch(await api.get(`/v1/places/${PLACE.id}?fields=name`), closed)
  t.notMatch(await api.get(`/v1/places/${OTHER.id}`), { reported_closed: {} })
  const { items } = await api.get('/v1/places?q=bayeux')
  t.match(
    items.find(({ id }) => id === PLACE.id),
    closed
  )
  t.notMatch(
    items.find(({ id }) => id === OTHER.id),
    { reported_closed: {} }
  )
  const feature = await api.get<{ properties: object }>(`/v1/places/${PLACE.id}?format=geojson`)
  t.match(feature.properties, closed)
})

t.test('the place into which it was merged is reported closed; after a decision, none is', async (t) => {
  await mergePlace(database, PLACE.id, OTHER.id)
  now += 60_000
  t.match(await api.get(`/v1/places/${OTHER.id}`), { reported_closed: {} })
  await database.prisma.contribution.updateMany({
    data: { state: 'rejected', outcome: 'not-verifiable', closedAt: new Date(now) }
  })
  now += 60_000
  t.notMatch(await api.get(`/v1/places/${OTHER.id}`), { reported_closed: {} })
})

t.test('a directory without participation does not read reports', async (t) => {
  const quiet = await apiOver(t, database, () => now, {}, { PARTICIPATION: 'false' })
  t.equal((await quiet.ask(`/v1/places/${OTHER.id}`)).statusCode, 200)
})
