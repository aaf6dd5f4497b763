import { randomUUID } from 'node:crypto'
import t from 'tap'
import { forgetOldNotices } from '../../src/store/notices/notice-store.ts'
import { formIn, mailsTo, sendForm } from '../contributions/reporting.ts'
import { moderatorOf } from '../moderation/moderators.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { senderOf } from '../support/records.ts'

const database = await testDatabase(t)
let now = Date.UTC(2026, 10, 30, 9)
const api = await apiOver(t, database, () => now)
const { put } = await senderOf(database, api, 'epn-normandie')
await put([
  { id: 'caen', content: { name: 'Cyber-base de Caen', address: { commune: '14118' } } },
  { id: 'rouen', content: { name: 'Médiathèque de Rouen', address: { commune: '76540' } } }
])
const idOf = async (words: string) => (await api.get(`/v1/places?q=${words}`)).items[0]?.id ?? ''
const caen = await idOf('cyber-base+caen')
const all = await moderatorOf(api, database, 'toutes@example.org', { kind: 'all' })
const territory = (code: string) => ({ kind: 'territory', code }) as const
const calvados = await moderatorOf(api, database, 'calvados@example.org', territory('department:14'))
const seine = await moderatorOf(api, database, 'seine@example.org', territory('department:76'))

const notify = (payload: object, from = '198.51.100.9', headers = {}) =>
  api.ask({ method: 'POST', url: '/v1/notices', payload, headers, remoteAddress: from })
const notice = {
  address: `/lieux/cyber-base-de-caen-${caen}`,
  ground: 'privacy',
  explanation: 'Mon nom y figure.'
}
const decide = (token: string, reference: string, payload: object) =>
  api.ask({
    method: 'POST',
    url: `/v1/moderation/notice/${reference}/decide`,
    headers: { authorization: `Bearer ${token}` },
    payload
  })
const removed = { reason: 'removed', text: 'Le nom est retiré.' }

t.test(
  'a notice needs neither a name nor an address, and is acknowledged at once if it has one',
  async (t) => {
    const anonymous = await notify(notice)
    t.equal(anonymous.statusCode, 201, anonymous.body)
    t.match(anonymous.json(), { reference: /^AVIS-\w{10}$/, state: 'open', decision: null })
    const email = 'ana@example.org'
    const { reference } = (await notify({ ...notice, name: 'Ana Moreau', email })).json()
    const [mail] = await mailsTo(database, email)
    t.match(mail, reference)
    t.notMatch(mail, 'Mon nom y figure', 'what was written is not repeated')
    const followed = await api.ask(`/v1/notices/${reference}`)
    t.notMatch(followed.body, /Ana|example|figure/)
  }
)

t.test('only moderators of Calvados decide about a notice on Caen, and none sees its author', async (t) => {
  const email = 'luc@example.org'
  const { reference } = (await notify({ ...notice, name: 'Luc Petit', email })).json()
  t.equal((await api.ask('/v1/moderation/notices')).statusCode, 401)
  t.notMatch((await seine.ask('/v1/moderation/notices')).body, reference)
  t.equal((await decide(seine.token, reference, removed)).statusCode, 404)
  const listed = (await calvados.ask('/v1/moderation/notices')).body
  t.match(listed, reference)
  t.notMatch(listed, /Luc|@/)
  t.match((await calvados.ask(`/v1/moderation/notice/${reference}`)).json(), {
    place: { id: caen, name: 'Cyber-base de Caen' },
    explanation: 'Mon nom y figure.'
  })
  t.equal((await decide(calvados.token, reference, { reason: 'removed', text: '' })).statusCode, 400)
  t.equal((await decide(calvados.token, reference, removed)).statusCode, 200)
  t.equal((await decide(all.token, reference, removed)).statusCode, 409, 'once')
  const mail = (await mailsTo(database, email)).at(-1)
  for (const words of ['n’est plus montré', 'Le nom est retiré.', 'aucun programme', 'six mois'])
    t.match(mail, words)
  t.match((await api.ask(`/v1/notices/${reference}`)).json(), { state: 'decided', decision: 'removed' })
  const { rows } = await database.batch.query<{ kind: string }>(
    "SELECT kind FROM act WHERE subject_kind = 'notice' AND subject_id = $1 ORDER BY seq",
    [reference]
  )
  t.same(
    rows.map(({ kind }) => kind),
    ['made', 'decided']
  )
})

t.test('a notice about a page that is no place is for moderators of everything', async (t) => {
  const { reference } = (await notify({ ...notice, address: '/a-propos' })).json()
  t.equal((await calvados.ask(`/v1/moderation/notice/${reference}`)).statusCode, 404)
  t.match((await all.ask(`/v1/moderation/notice/${reference}`)).json(), { path: '/a-propos', place: null })
})

t.test('the address must be one of the directory, and one client cannot send a flood', async (t) => {
  const own = await apiOver(t, database, () => now, undefined, { PUBLIC_URL: 'https://annuaire.example' })
  const at = (address: string) =>
    own.ask({
      method: 'POST',
      url: '/v1/notices',
      payload: { ...notice, address },
      remoteAddress: '198.51.100.77'
    })
  t.match((await at('https://ailleurs.example/page')).json(), { errors: [{ pointer: '/address' }] })
  t.equal((await at('javascript:alert(1)')).statusCode, 400)
  t.equal((await at(`https://annuaire.example/lieux/${caen}`)).statusCode, 201)
  const key = { 'idempotency-key': randomUUID() }
  const [one, other] = [
    await notify(notice, '198.51.100.20', key),
    await notify(notice, '198.51.100.20', key)
  ]
  t.equal(one.json().reference, other.json().reference, 'sent twice it is one')
  const statuses: number[] = []
  for (let nth = 0; nth < 22; nth++) statuses.push((await notify(notice, '203.0.113.50')).statusCode)
  t.equal(statuses.filter((status) => status === 201).length, 20)
  t.equal(statuses.at(-1), 429)
})

t.test('the page keeps what was typed, leads to the state, and the decision is taken by page', async (t) => {
  const url = '/signaler-un-contenu'
  const page = (await api.ask({ url, headers: { accept: 'text/html', 'accept-language': 'fr' } })).body
  t.match(page, 'href="/signaler-un-contenu"', 'the foot of each page leads here')
  const { token } = formIn(page)
  now += 5_000
  const wrong = await sendForm(api, url, {
    jeton: token,
    adresse: '',
    motif: 'illegal',
    explication: 'Une injure.'
  })
  t.equal(wrong.statusCode, 422)
  for (const words of ['href="#adresse"', 'Une injure.']) t.match(wrong.body, words)
  const fields = { adresse: `/lieux/${caen}`, motif: 'illegal', explication: 'Une injure.', courriel: '' }
  const sent = await sendForm(api, url, { jeton: token, ...fields })
  t.equal(sent.statusCode, 303, sent.body)
  const state = (await api.ask({ url: String(sent.headers.location), headers: { accept: 'text/html' } })).body
  t.match(state, /AVIS-\w{10}/)
  t.notMatch(state, 'Une injure.')
  const reference = /AVIS-\w{10}/.exec(state)?.[0] ?? ''
  const headers = {
    accept: 'text/html',
    'accept-language': 'fr',
    'sec-fetch-site': 'same-origin',
    cookie: `annuaire=${calvados.token}`
  }
  const queue = (await api.ask({ url: '/moderation', headers })).body
  t.match(queue, `/moderation/avis/${reference}`)
  const shown = (await api.ask({ url: `/moderation/avis/${reference}`, headers })).body
  t.match(shown, 'Une injure.')
  const form = formIn(shown)
  now += 5_000
  const post = (more: Readonly<Record<string, string>>) =>
    api.ask({
      method: 'POST',
      url: form.action,
      payload: new URLSearchParams({ jeton: form.token, ...more }).toString(),
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
    })
  const unsaid = await post({ decision: 'lawful' })
  t.equal(unsaid.statusCode, 422)
  t.match(unsaid.body, 'Écrivez une phrase')
  t.equal((await post({ decision: 'lawful', phrase: 'Une critique est permise.' })).statusCode, 303)
  t.match((await api.ask(`/v1/notices/${reference}`)).json(), {
    decision: 'lawful',
    reply: 'Une critique est permise.'
  })
  const told = await api.ask({ url: String(sent.headers.location), headers: { accept: 'text/html' } })
  t.match(told.body, '<blockquote class="text">Une critique est permise.</blockquote>', 'as in the mail')
})

t.test('a year after the decision, nothing is left of what its author wrote', async (t) => {
  const { reference } = (await notify({ ...notice, email: 'eva@example.org' }, '198.51.100.30')).json()
  await decide(all.token, reference, removed)
  await forgetOldNotices(database, new Date(now + 300 * 86_400_000))
  const find = () => database.prisma.notice.findUniqueOrThrow({ where: { reference } })
  t.equal((await find()).email, 'eva@example.org')
  await forgetOldNotices(database, new Date(now + 370 * 86_400_000))
  t.match(await find(), { email: null, explanation: null, reply: null, decision: 'removed' })
})

t.test('without participation, there are no notices', async (t) => {
  const closed = await apiOver(t, database, () => now, undefined, { PARTICIPATION: 'false' })
  t.equal((await closed.ask({ method: 'POST', url: '/v1/notices', payload: notice })).statusCode, 404)
  for (const url of [
    '/signaler-un-contenu',
    '/v1/notices/AVIS-0123456789',
    '/moderation/avis/AVIS-0123456789'
  ])
    t.equal((await closed.ask(url)).statusCode, 404, url)
  t.notMatch(
    (await closed.ask({ url: '/a-propos', headers: { accept: 'text/html' } })).body,
    'signaler-un-contenu'
  )
})
