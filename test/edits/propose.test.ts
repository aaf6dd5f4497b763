import t from 'tap'
import { type AnsweredPlace, apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { signIn } from '../support/people/accounts.ts'
import { senderOf } from '../support/records.ts'
import { granted } from './managing.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const { put } = await senderOf(database, api, 'epn-normandie')
await put([
  {
    id: 'bayeux',
    content: {
      name: 'EPN de Bayeux',
      address: { commune: '14047' },
      location: { lat: 49.2764, lon: -0.7024 }
    }
  }
])
const place = (await api.get('/v1/places?q=epn+bayeux')).items[0]?.id ?? ''
await granted(database, 'ana@bayeux.example', {
  role: 'manager',
  scope: { kind: 'place', code: place },
  rank: 'owner'
})
await granted(database, 'mod@annuaire.example', { role: 'moderator', scope: { kind: 'all' } })
const ana = await signIn(api, database, 'ana@bayeux.example')
const eve = await signIn(api, database, 'eve@bayeux.example')
const mod = await signIn(api, database, 'mod@annuaire.example')
const shown = () => api.get<AnsweredPlace>(`/v1/places/${place}`)
const tell = (token: string, method: 'POST' | 'PATCH', url: string, payload: object) =>
  api.ask({ method, url, headers: { authorization: `Bearer ${token}` }, payload })
const propose = (fields: object, token = ana) =>
  tell(token, 'POST', `/v1/places/${place}/proposals`, { fields })
const decide = (reference: string, act: string, body: object) =>
  tell(mod, 'POST', `/v1/moderation/contribution/${reference}/${act}`, body)
const own = async () =>
  (await api.ask({ url: '/v1/account/places', headers: { authorization: `Bearer ${ana}` } })).json().items[0]

t.test('another name waits for a moderator, who accepts it as it was proposed', async (t) => {
  const made = await propose({ name: 'Espace numérique de Bayeux' })
  t.equal(made.statusCode, 201, made.body)
  const { reference } = made.json()
  t.match((await own()).waiting, [{ reference, fields: { name: 'Espace numérique de Bayeux' } }])
  t.equal((await shown()).name, 'EPN de Bayeux', 'nothing is published yet')
  const done = await decide(reference, 'accept', { reason: 'corrected', text: null, corrections: [] })
  t.equal(done.statusCode, 200, done.body)
  t.equal((await shown()).name, 'Espace numérique de Bayeux')
  t.same((await own()).waiting, [])
})

t.test('a moderator reads a proposal beside what stands, and it is accepted with one press', async (t) => {
  const { reference } = (await propose({ name: 'Cyber-base de Bayeux', types: ['EPN'] })).json()
  const url = `/moderation/${reference}`
  const headers = { accept: 'text/html', 'accept-language': 'fr', cookie: `annuaire=${mod}` }
  const { statusCode, body } = await api.ask({ url, headers })
  t.equal(statusCode, 200)
  t.match(body, /Une proposition du gestionnaire/)
  t.match(
    body,
    /name="champ-name"[^>]*value="Cyber-base de Bayeux"|value="Cyber-base de Bayeux"[^>]*name="champ-name"/
  )
  t.match(body, /name="vu-name"[^>]*value="Espace numérique de Bayeux"/)
  t.notMatch(body, /Sans texte/)
  await decide(reference, 'reject', { reason: 'not-verifiable', text: 'Nous n’avons pas pu vérifier.' })
})

t.test(
  'a move of more than 500 m is proposed too; a moderator may refuse it, or say what is right',
  async (t) => {
    const location = { lat: 49.3, lon: -0.7024 }
    const refused = (await propose({ location })).json().reference
    await decide(refused, 'reject', { reason: 'contradicted', text: 'La mairie dit le contraire.' })
    t.equal((await shown()).location?.lat, 49.2764)
    const { reference } = (await propose({ location })).json()
    const right = { ...location, lat: 49.29 }
    await decide(reference, 'accept', {
      reason: 'corrected',
      text: null,
      corrections: [{ field: 'location', value: right }]
    })
    t.equal((await shown()).location?.lat, 49.29)
  }
)

t.test('only its manager proposes an edit, and only what a moderator must check', async (t) => {
  t.equal((await propose({ name: 'Piraté' }, eve)).statusCode, 403)
  const anonymous = await api.ask({
    method: 'POST',
    url: `/v1/places/${place}/proposals`,
    payload: { fields: { name: 'Piraté' } }
  })
  t.equal(anonymous.statusCode, 401)
  for (const fields of [{ siret: null }, { 'contacts.phone': null }, { name: '' }, { types: ['rien'] }, {}])
    t.equal((await propose(fields)).statusCode, 400, JSON.stringify(fields))
})

t.test('the first three edits of a new manager are published, and a moderator may undo them', async (t) => {
  const headers = { authorization: `Bearer ${mod}` }
  const waiting = async () =>
    (await api.ask({ url: '/v1/moderation', headers }))
      .json()
      .items.filter(({ published_corrections: edits }: { published_corrections: number[] | null }) => edits)
  for (const summary of ['Un.', 'Deux.', 'Trois.', 'Quatre.']) {
    const { updated_at: version } = await shown()
    t.equal(
      (await tell(ana, 'PATCH', `/v1/places/${place}`, { version, fields: { summary } })).statusCode,
      200
    )
    t.equal((await shown()).summary, summary)
  }
  const queue = await waiting()
  t.equal(queue.length, 3)
  t.match(queue[0], { kind: 'contribution', place: { id: place } })
  const last = { reason: 'contradicted', text: 'La mairie dit le contraire.' }
  for (const { reference } of queue.slice(1)) await decide(reference, 'reject', last)
  t.equal((await shown()).summary, 'Quatre.', 'what was replaced since does not come back')
  await decide(queue[0].reference, 'accept', { reason: 'already-corrected', text: null, corrections: [] })
  t.same(await waiting(), [])
})

t.test(
  'the mails and pages call a proposal of the manager a proposal, and say what was proposed',
  async (t) => {
    const { reference } = (await propose({ name: 'Tiers-lieu de Bayeux' })).json()
    const headers = { accept: 'text/html', 'accept-language': 'fr', cookie: `annuaire=${ana}` }
    const account = (await api.ask({ url: '/compte', headers })).body
    t.match(account, 'Votre proposition comme gestionnaire')
    const page = (await api.ask({ url: `/signalements/${reference}`, headers })).body
    t.match(page, `Proposition ${reference}`)
    t.notMatch(page, /ce signalement/i)
    await decide(reference, 'reject', { reason: 'not-verifiable', text: 'La mairie ne le confirme pas.' })
    const { rows } = await database.batch.query<{ mail: { subject: string; blocks: unknown[] } }>(
      "SELECT payload AS mail FROM outbox WHERE payload::text LIKE '%' || $1 || '%' ORDER BY id DESC LIMIT 1",
      [reference]
    )
    const mail = rows[0]?.mail
    t.equal(mail?.subject, 'Votre proposition pour Espace numérique de Bayeux n’est pas retenue')
    t.match(JSON.stringify(mail), 'Tiers-lieu de Bayeux')
    t.notMatch(JSON.stringify(mail?.blocks.filter((block) => typeof block === 'string')), /signal/)
  }
)

t.test('the queue does not call the saves of one new manager, or their proposals, duplicates', async (t) => {
  const headers = { accept: 'text/html', 'accept-language': 'fr', cookie: `annuaire=${mod}` }
  // What the tests before have left open would stand in the same group.
  await database.batch.query("UPDATE contribution SET state = 'withdrawn' WHERE state = 'open'")
  const jean = 'jean@bayeux.example'
  await granted(database, jean, { role: 'manager', scope: { kind: 'place', code: place }, rank: 'editor' })
  const newManager = await signIn(api, database, jean)
  const queue = async () => (await api.ask({ url: '/moderation', headers })).body
  for (const phone of ['+33231000001', '+33231000002']) {
    const { updated_at: version } = await shown()
    const saved = await tell(newManager, 'PATCH', `/v1/places/${place}`, {
      version,
      fields: { 'contacts.phone': phone }
    })
    t.equal(saved.statusCode, 200, saved.body)
  }
  const two = await queue()
  t.match(two, 'Un nouveau gestionnaire a enregistré 2 fois')
  t.notMatch(two, /peut-être des doublons/)
  await propose({ name: 'Cyber-espace de Bayeux' })
  const three = await queue()
  t.match(three, '3 messages sur ce lieu')
  t.notMatch(three, /peut-être des doublons/)
})
