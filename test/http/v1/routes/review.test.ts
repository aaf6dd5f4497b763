import { spawn } from 'node:child_process'
import { once } from 'node:events'
import t from 'tap'
import { apiOver, type Page } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { createKey, senderOf } from '../../../support/records.ts'
import { TYPESCRIPT } from '../../../support/typescript-option.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const { token } = await createKey(database, ['review'])
const withKey = (key: string) => ({ authorization: `Bearer ${key}` })

type Question = {
  readonly id: string
  readonly misleads: { readonly commune: string; readonly because: string }
  readonly records: readonly { readonly member: string; readonly source: string; readonly name: string }[]
  readonly fields: readonly { readonly field: string; readonly values: unknown; readonly agreement: string }[]
  readonly pairs: readonly { readonly id: string; readonly reasons: readonly { readonly level: string }[] }[]
}
type Review = { readonly items: readonly Question[]; readonly next: string | null }

const review = async (url = '/v1/review'): Promise<Review> =>
  (await api.ask({ method: 'GET', url, headers: withKey(token) })).json()
const decide = (id: string, payload: object, key = token) =>
  api.ask({ method: 'POST', url: `/v1/review/${id}`, headers: withKey(key), payload })
const placesIn = async (commune: string) => (await api.get<Page>(`/v1/places?commune=${commune}`)).items

const TOWNS = [
  { postcode: '14000', city: 'Caen', commune: '14118' },
  { postcode: '29000', city: 'Quimper', commune: '29232' },
  { postcode: '58000', city: 'Nevers', commune: '58194' }
]
const first = await senderOf(database, api, 'registre')
const second = await senderOf(database, api, 'carte')
const record = (town: (typeof TOWNS)[number], content: object) => ({
  id: town.city,
  content: { types: ['EPN'], services: [], address: { street: '4 rue du Moulin', ...town }, ...content }
})
await first.put(
  TOWNS.map((town) =>
    record(town, { name: 'Espace numérique La Forge', contacts: { person: { name: 'Camille Martin' } } })
  )
)
await second.put(TOWNS.map((town) => record(town, { name: 'Espace numérique du Moulin' })))

t.test('pairs for review are listed with reasons for and against', async (t) => {
  const { items, next } = await review()
  t.equal(items.length, 3)
  t.equal(next, null)
  t.match(items[0], {
    records: [
      { source: 'registre', name: 'Espace numérique La Forge' },
      { source: 'carte', types: ['EPN'] }
    ],
    pairs: [{ id: items[0]?.id, reasons: [{ evidence: String, level: String, weight: Number }] }]
  })
  t.notMatch(JSON.stringify(items), /Camille/, 'no person in charge is shown')
  const pages = [await review('/v1/review?limit=2')]
  pages.push(await review(pages[0]?.next ?? '/v1/none'))
  t.same(
    pages.flatMap(({ items }) => items.map(({ id }) => id)),
    items.map(({ id }) => id)
  )
})

t.test('what misleads most people comes first', async (t) => {
  const { items } = await review()
  t.same(
    items.map(({ misleads }) => misleads.commune),
    ['Caen', 'Quimper', 'Nevers'],
    'towns of 108 000, 63 000 and 33 000 inhabitants, with the same evidence'
  )
  t.match(items[0]?.misleads.because, /^Caen, 10\d.\d{3} habitants ; même lieu à \d+ %$/)
})

t.test('the records are side by side, with what differs', async (t) => {
  const fields = (await review()).items[0]?.fields ?? []
  const found = (name: string) => fields.find(({ field }) => field === name)
  t.match(found('name'), {
    label: 'nom',
    values: ['Espace numérique La Forge', 'Espace numérique du Moulin'],
    agreement: 'differs'
  })
  t.match(found('street'), { values: ['4 rue du Moulin', '4 rue du Moulin'], agreement: 'same' })
  t.equal(found('siret'), undefined, 'no record gives one')
})

t.test('reasons are in the language of the reader', async (t) => {
  const levels = ({ items }: Review) => items[0]?.pairs[0]?.reasons.map(({ level }) => level).join(', ')
  t.match(levels(await review()), /même rue et même numéro/)
  t.match(levels(await review('/v1/review?lang=en')), /the same street and number/)
  const { headers, body } = await api.ask({
    method: 'GET',
    url: '/v1/review',
    headers: { ...withKey(token), 'accept-language': 'en-GB,en;q=0.9' }
  })
  t.equal(headers['content-language'], 'en')
  t.match(body, /inhabitants; \d+ % the same place/)
})

t.test('it requires a key with the scope', async (t) => {
  const other = await createKey(database, ['sources:write:carte'])
  t.equal((await api.ask('/v1/review')).statusCode, 401)
  t.equal(
    (await api.ask({ method: 'GET', url: '/v1/review', headers: withKey(other.token) })).statusCode,
    403
  )
  t.equal((await decide('1-2', { verdict: 'same' }, other.token)).statusCode, 403)
  const forged = await api.ask({ method: 'GET', url: '/v1/review?cursor=abc', headers: withKey(token) })
  t.match(forged.json(), { status: 400, type: '/problems/forged-cursor' })
})

t.test('same, then undone, then different', async (t) => {
  const [pair] = (await review()).items
  const before = new Map(
    await Promise.all(TOWNS.map(async ({ commune }) => [commune, await placesIn(commune)] as const))
  )
  const same = await decide(pair?.id ?? '', { verdict: 'same', by: 'Camille Martin' })
  t.match(same.json(), { id: pair?.id, verdict: 'same', places: { length: 1 } })
  t.equal((await review()).items.length, 2)
  const counts = await Promise.all(TOWNS.map(async ({ commune }) => (await placesIn(commune)).length))
  t.same(counts.sort(), [1, 2, 2])

  t.equal((await decide(pair?.id ?? '', { verdict: 'undo' })).json().places.length, 2)
  for (const { commune } of TOWNS) {
    const dateless = (places: readonly object[] = []) =>
      places.map((place) => ({ ...place, updated_at: null }))
    t.same(dateless(await placesIn(commune)), dateless(before.get(commune)), 'exactly the earlier places')
  }
  t.equal((await review()).items.length, 3)

  t.equal((await decide(pair?.id ?? '', { verdict: 'different' })).statusCode, 200)
  t.equal((await review()).items.length, 2)
  t.match((await decide('1-999999', { verdict: 'same' })).json(), {
    status: 404,
    type: '/problems/pair-not-found'
  })
  t.equal((await decide('x', { verdict: 'same' })).statusCode, 400)
  t.equal((await decide(pair?.id ?? '', { verdict: 'maybe' })).statusCode, 400)
})

t.test(
  'in a terminal, a key decides',
  { skip: !process.env.DATABASE_URL && 'a database of the process alone' },
  async (t) => {
    const [one, two] = (await review()).items
    const child = spawn(process.execPath, [TYPESCRIPT, 'src/cli.ts', 'match', 'review', '--by', 'Alex'], {
      env: { ...process.env, DATABASE_URL: await addressOf() },
      stdio: ['pipe', 'pipe', 'inherit']
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stdin.end('d\nus\nq\n')
    const [status] = await once(child, 'close')
    t.equal(status, 0)
    t.match(output, /≠ name +Espace numérique La Forge +│ Espace numérique du Moulin/)
    t.match(output, /= street +4 rue du Moulin +│ 4 rue du Moulin/)
    t.match(output, new RegExp(`${one?.id}: different[^]*Undone: ${one?.id}[^]*${two?.id}: same`))
    t.same(
      (await review()).items.map(({ id }) => id),
      [one?.id]
    )
  }
)

async function addressOf(): Promise<string> {
  const { rows } = await database.batch.query('SELECT current_database() AS name')
  const address = new URL(String(process.env.DATABASE_URL))
  address.pathname = `/${rows[0]?.name}`
  return address.href
}
