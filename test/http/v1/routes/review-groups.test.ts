import t from 'tap'
import { apiOver, type Page } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { createKey, senderOf } from '../../../support/records.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const { token } = await createKey(database, ['review'])
const headers = { authorization: `Bearer ${token}` }

type Question = {
  readonly id: string
  readonly records: readonly { readonly member: string; readonly source: string }[]
  readonly pairs: readonly { readonly id: string }[]
}

const questions = async (): Promise<readonly Question[]> =>
  (await api.ask({ method: 'GET', url: '/v1/review', headers })).json().items
const decide = (id: string, payload: object) =>
  api.ask({ method: 'POST', url: `/v1/review/${id}`, headers, payload })
const placesInNevers = async () => (await api.get<Page>('/v1/places?commune=58194')).items.length

for (const [source, name] of [
  ['nievre', 'La Forge'],
  ['carte', 'du Moulin'],
  ['registre', 'des Halles']
]) {
  const { put } = await senderOf(database, api, source)
  const address = { street: '4 rue du Moulin', postcode: '58000', city: 'Nevers', commune: '58194' }
  await put([
    { id: '1', content: { name: `Espace numérique ${name}`, types: ['EPN'], services: [], address } }
  ])
}

t.test('three places that are all alike are one question', async (t) => {
  const [question, ...others] = await questions()
  t.same(others, [])
  const members = question?.records.map(({ member }) => member) ?? []
  t.equal(members.length, 3)
  t.equal(question?.id, members.join('-'))
  t.same(
    question?.pairs.map(({ id }) => id).toSorted(),
    [
      [0, 1],
      [0, 2],
      [1, 2]
    ]
      .map((pair) => pair.map((index) => members[index]).join('-'))
      .toSorted()
  )
})

t.test('"same" joins all of them, and undoing it restores them', async (t) => {
  const [question] = await questions()
  const { id = '' } = question ?? {}
  t.match((await decide(id, { verdict: 'same' })).json(), { id, places: { length: 1 } })
  t.equal(await placesInNevers(), 1)
  t.match((await decide(id, { verdict: 'undo' })).json(), { places: { length: 3 } })
  t.same(await questions(), [question], 'the same question, with the same id')
})

t.test('"different" holds all of them apart', async (t) => {
  const [{ id = '' } = {}] = await questions()
  t.match((await decide(id, { verdict: 'different' })).json(), { places: { length: 3 } })
  t.same(await questions(), [])
  await decide(id, { verdict: 'undo' })
})

t.test('a member can be left out: the decision is about the others', async (t) => {
  const [{ id = '', records = [] } = {}] = await questions()
  const [one, two, three] = records.map(({ member }) => member)
  t.match((await decide(id, { verdict: 'same', without: [two] })).json(), {
    id: `${one}-${three}`,
    places: { length: 1 }
  })
  t.equal(await placesInNevers(), 2)
  const [left] = await questions()
  t.equal(left?.records.length, 2, 'the place of both and the one left out remain a question')
  const refused = await decide(id, { verdict: 'same', without: [one, two] })
  t.match(refused.json(), { status: 404, type: '/problems/pair-not-found' })
  t.equal((await decide(id, { verdict: 'same', without: ['999999'] })).statusCode, 404)
  t.equal((await decide([three, one].join('-'), { verdict: 'same' })).statusCode, 404, 'in ascending order')
})
