import { randomUUID } from 'node:crypto'
import t from 'tap'
import { readConfig } from '../../src/config.ts'
import { depsOver } from '../../src/deps.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { signIn } from '../support/people/accounts.ts'
import { createKey, senderOf } from '../support/records.ts'
import { codeIn, mailsTo } from './reporting.ts'

const database = await testDatabase(t)
let now = Date.UTC(2026, 10, 30, 9)
const api = await apiOver(t, database, () => now)
const { contributions } = depsOver(readConfig({ LOG_LEVEL: 'silent' }), database, () => now)

const register = await senderOf(database, api, 'mediatheques-nievre')
const NEVERS = { commune: '58194', postcode: '58000', city: 'Nevers' }
await register.put([
  {
    id: 'jaures',
    content: {
      name: 'Médiathèque Jean-Jaurès',
      types: ['BIB'],
      address: { ...NEVERS, street: '17 rue Jean-Jaurès' },
      contacts: { phone: '+33386000017' }
    }
  },
  {
    id: 'decize',
    content: {
      name: 'Médiathèque de Decize',
      types: ['BIB'],
      address: { commune: '58095', postcode: '58300', city: 'Decize', street: '2 place du Champ de Foire' }
    }
  }
])

const ATELIER = {
  name: 'Atelier numérique du Banlay',
  types: ['EPN'],
  street: '12 rue des Montapins',
  postcode: '58000',
  city: 'Nevers',
  phone: '+33386112233',
  opening_hours: 'du lundi au vendredi de 9h à 12h',
  services: ['aide-aux-demarches-administratives']
}

const propose = (body: object, headers: Readonly<Record<string, string>> = {}, from = '198.51.100.7') =>
  api.ask({
    method: 'POST',
    url: '/v1/contributions',
    payload: { kind: 'new_place', ...body },
    headers,
    remoteAddress: from
  })

const similar = async (place: object): Promise<readonly { name: string; same: boolean }[]> =>
  (await api.post<{ items: { name: string; same: boolean }[] }>('/v1/places/similar', place)).items

const stateOf = async (reference: string) =>
  api.get<{ state: string; place: string | null }>(`/v1/contributions/${reference}`)

t.test('a place that is in the directory is found before it is proposed again', async (t) => {
  const twin = {
    name: 'Médiathèque Jean Jaurès',
    types: ['BIB'],
    city: 'nevers',
    street: '17 rue Jean Jaurès'
  }
  t.match(await similar(twin), [{ name: 'Médiathèque Jean-Jaurès', same: true }])
  const [byPhone] = await similar({
    name: 'Bibliothèque municipale',
    city: 'Nevers',
    types: ['BIB'],
    phone: '+33386000017'
  })
  t.equal(byPhone?.name, 'Médiathèque Jean-Jaurès', 'the same phone')
  t.same(await similar(ATELIER), [], 'nothing is like it in Nevers')
  t.same(await similar({ ...twin, city: 'Clamecy', postcode: '58500' }), [], 'nor in another town')
})

t.test('a town that does not exist is refused, and so is a proposal without an author', async (t) => {
  const elsewhere = await propose({
    new_place: { ...ATELIER, city: 'Nullepart-sur-Rien', postcode: null },
    email: 'ana@nevers.example'
  })
  t.equal(elsewhere.statusCode, 400)
  t.match(elsewhere.json(), { errors: [{ pointer: '/new_place/city' }] })
  const anonymous = await propose({ new_place: ATELIER })
  t.equal(anonymous.statusCode, 422)
  t.match(anonymous.json(), { errors: [{ pointer: '/email' }] })
  const wrong = await propose({
    new_place: { ...ATELIER, types: ['CHATEAU'], colour: 'blue' },
    email: 'ana@nevers.example'
  })
  t.equal(wrong.statusCode, 400)
  t.match(
    wrong.json().errors.map(({ pointer }: { pointer: string }) => pointer),
    ['/new_place/types/0', '/new_place/colour']
  )
  const unknown = await propose({ kind: 'castle', new_place: ATELIER })
  t.equal(unknown.statusCode, 400)
})

t.test(
  'a proposal waits for the code of the mail; accepted, it is found, and merges with a later register',
  async (t) => {
    const sent = await propose({
      new_place: ATELIER,
      email: 'ana@nevers.example',
      text: 'Ouvert depuis mars.'
    })
    t.equal(sent.statusCode, 201, sent.body)
    const { reference, state, kind, place } = sent.json()
    t.match({ state, kind, place }, { state: 'unconfirmed', kind: 'new_place', place: null })
    await t.rejects(
      contributions.acceptNewPlace(reference),
      { code: 'wrong-state' },
      'not before it is confirmed'
    )

    const [mail] = await mailsTo(database, 'ana@nevers.example')
    t.match(mail, /proposé d’ajouter un lieu/)
    await api.post(`/v1/contributions/${reference}/confirm`, { code: codeIn(mail) }).catch(() => {})
    t.match(await stateOf(reference), { state: 'open', place: null })
    t.equal(
      (await api.get('/v1/places?q=banlay')).items.filter(({ name }) => /banlay/i.test(name)).length,
      0,
      'nothing is published by a program'
    )

    const { place: id } = await contributions.acceptNewPlace(reference)
    t.same(await contributions.acceptNewPlace(reference), { place: id }, 'twice makes one')
    const found = await api.get('/v1/places?q=atelier+numerique+banlay')
    t.match(found.items, [
      {
        id,
        name: ATELIER.name,
        address: { city: 'Nevers', commune: '58194', department: '58' },
        opening_hours: { osm: 'Mo-Fr 09:00-12:00', raw: ATELIER.opening_hours },
        sources: [{ source: 'contributions', licence: 'etalab-2.0' }]
      }
    ])
    t.ok(found.items[0]?.location, 'it has a position')

    await register.put(
      [
        {
          id: 'decize',
          content: { name: 'Médiathèque de Decize', types: ['BIB'], address: { commune: '58095' } }
        }
      ],
      'mode=complete&max_withdrawn=100'
    )
    t.match((await api.get(`/v1/places/${id}`)) as object, { id }, 'other imports leave it alone')
    t.match(
      await similar(ATELIER),
      [{ name: ATELIER.name, same: true }],
      'and it is shown to the next who proposes it'
    )

    const national = await senderOf(database, api, 'registre-national')
    await national.put([
      {
        id: 'n1',
        content: {
          name: 'Atelier Numérique du Banlay',
          types: ['EPN'],
          address: { ...NEVERS, street: '12 rue des Montapins' },
          contacts: { phone: '+33386112233' }
        }
      }
    ])
    const merged = await api.get('/v1/places?q=atelier+numerique+banlay')
    const named = merged.items.filter(({ name }) => /banlay/i.test(name))
    t.equal(named.length, 1, 'one place, of both')
    t.same(named[0]?.sources.map(({ source }) => source).sort(), ['contributions', 'registre-national'])
  }
)

t.test(
  'a partner site proposes with its key under its own reference, and an account without a code',
  async (t) => {
    const { token } = await createKey(database, ['contributions:write'])
    const body = { new_place: { ...ATELIER, name: 'EPN de la Baratte' }, partner_reference: 'carto-1' }
    const headers = { authorization: `Bearer ${token}` }
    const one = await propose(body, headers)
    t.match(one.json(), { state: 'open', kind: 'new_place' }, one.body)
    t.equal(
      (await propose(body, headers)).json().reference,
      one.json().reference,
      'the same name is the same proposal'
    )
    t.equal(
      (await propose({ ...body, new_place: ATELIER }, headers)).statusCode,
      422,
      'and not another place'
    )
    const session = await signIn(api, database, 'luc@nevers.example')
    const own = await propose({ new_place: ATELIER }, { authorization: `Bearer ${session}` })
    t.match(own.json(), { state: 'open' }, own.body)
  }
)

t.test('sent twice at once it is one, and a flood from one connection is refused', async (t) => {
  const key = { 'idempotency-key': randomUUID() }
  const body = {
    new_place: { ...ATELIER, name: 'Cyber-base de Fourchambault', city: 'Fourchambault', postcode: '58600' }
  }
  const mailed = { ...body, email: 'eva@nevers.example' }
  const [one, other] = await Promise.all([
    propose(mailed, key, '203.0.113.9'),
    propose(mailed, key, '203.0.113.9')
  ])
  t.equal(one.json().reference, other.json().reference)
  const statuses: number[] = []
  for (let nth = 0; nth < 21; nth++) {
    now += 1000
    statuses.push((await propose({ ...body, email: `p${nth}@nevers.example` }, {}, '203.0.113.9')).statusCode)
  }
  t.equal(statuses.filter((status) => status === 201).length, 19)
  t.equal(statuses.at(-1), 429)
})

t.test('only this program writes to the source of proposals', async (t) => {
  const { token } = await createKey(database, ['sources:write:contributions'])
  const answer = await api.ask({
    method: 'PUT',
    url: '/v1/sources/contributions/records?mode=complete&max_withdrawn=100',
    payload: '{"id":"x","content":{"name":"x"}}\n',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' }
  })
  t.equal(answer.statusCode, 404)
})
