import t from 'tap'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { fileServer, keepsSilent, refuses } from '../support/file-server.ts'
import { forgetAttempts, signIn } from '../support/people/accounts.ts'
import { senderOf } from '../support/records.ts'
import { findsNevers, findsNothing } from './geocoder.ts'
import { granted } from './managing.ts'

const database = await testDatabase(t)
const geocoder = await fileServer(t, findsNevers)
const BASE = geocoder.url.replace('/annuaire.json', '')
const knowing = () =>
  apiOver(t, database, undefined, undefined, { GEOCODER: 'geoplateforme', GEOCODER_URL: BASE })
const api = await knowing()
const { put } = await senderOf(database, api, 'epn-nievre')
await put([
  {
    id: 'nevers',
    changed_on: '2026-03-14',
    content: {
      name: 'Espace numérique de Nevers',
      address: { street: '1 rue de la Préfecture', city: 'Nevers', commune: '58194' },
      location: { lat: 46.99, lon: 3.16 },
      services: ['aide-aux-demarches-administratives']
    }
  }
])
const { items } = await api.get('/v1/places?q=espace+numerique+nevers')
const place = items[0]?.id ?? ''
for (const email of ['ana@nevers.example', 'bob@nevers.example'])
  await granted(database, email, { role: 'manager', scope: { kind: 'place', code: place }, rank: 'editor' })
const ana = await signIn(api, database, 'ana@nevers.example')
const bob = await signIn(api, database, 'bob@nevers.example')
await forgetAttempts(database)
const eve = await signIn(api, database, 'eve@nevers.example')

const asked = (address: string, token: string, over = api) =>
  over.ask({
    url: `/v1/places/${place}/position-candidates?${new URLSearchParams({ address })}`,
    headers: { authorization: `Bearer ${token}` }
  })

t.test('for an address of Nevers, a manager gets five positions and how sure each is', async (t) => {
  const answer = await asked('2 rue de la Préfecture', ana)
  t.equal(answer.statusCode, 200, answer.body)
  t.match(answer.headers['cache-control'], /no-store/)
  const { geocoder: by, items: found } = answer.json()
  t.equal(by, 'geoplateforme')
  t.same(
    found.map(({ type, certainty, needs_moderator: far }: Record<string, unknown>) => [type, certainty, far]),
    [
      ['housenumber', 'high', false],
      ['street', 'medium', false],
      // The number exists, but in Bourges.
      ['housenumber', 'medium', true],
      ['locality', 'low', true],
      ['municipality', 'low', true]
    ]
  )
  t.match(found[0], {
    label: '2 Rue de la Préfecture 58000 Nevers',
    lat: 46.9905,
    lon: 3.1603,
    distance_m: 60
  })
  const query = new URL(geocoder.requests.at(-1)?.url ?? '', BASE).searchParams
  t.match(Object.fromEntries(query), { q: '2 rue de la Préfecture', limit: '5', lat: '46.99', lon: '3.16' })
})

t.test('an address that the geocoder does not know has no position', async (t) => {
  geocoder.answers(findsNothing)
  t.same((await asked('99 rue Inconnue', ana)).json().items, [])
})

t.test('only managers of the place may ask, and only for something that can be an address', async (t) => {
  const before = geocoder.requests.length
  t.equal((await asked('1 rue du Rempart', eve)).statusCode, 403)
  t.equal((await asked('1 rue du Rempart', 'none')).statusCode, 401)
  for (const text of ['?!', '12345', '-- --', 'x'.repeat(201)])
    t.equal((await asked(text, ana)).statusCode, 400, text)
  t.equal(geocoder.requests.length, before, 'the geocoder is not asked')
})

t.test('a geocoder that fails or is silent is named, and the place stays as it is', async (t) => {
  const other = await knowing()
  for (const answer of [refuses(500), refuses(429, { 'retry-after': '60' }), keepsSilent]) {
    geocoder.answers(answer)
    const refused = await asked('1 rue du Rempart', ana, other)
    t.equal(refused.statusCode, 503)
    t.match(refused.json(), { type: '/problems/geocoder-unavailable' })
    t.ok(refused.headers['retry-after'])
  }
  t.equal((await api.ask(`/v1/places/${place}`)).statusCode, 200)
})

t.test('a manager who asks too often waits, and the other managers do not', async (t) => {
  const other = await knowing()
  geocoder.answers(findsNevers)
  const statuses: number[] = []
  for (let nth = 0; nth < 12; nth += 1)
    statuses.push((await asked('2 rue de la Préfecture', ana, other)).statusCode)
  t.same(statuses, [...Array(10).fill(200), 429, 429])
  const refused = await asked('2 rue de la Préfecture', ana, other)
  t.ok(Number(refused.headers['retry-after']) > 0)
  t.equal((await asked('2 rue de la Préfecture', bob, other)).statusCode, 200)
})

t.test('without a geocoder, the only candidate is the centre of the commune', async (t) => {
  const offline = await apiOver(t, database)
  const { geocoder: by, items: found } = (await asked('1 rue du Rempart', ana, offline)).json()
  t.equal(by, null)
  t.match(found, [{ label: 'Nevers', type: 'municipality', certainty: 'low' }])
  t.equal(found.length, 1)
})
