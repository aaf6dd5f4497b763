import t from 'tap'
import { codeIn, mailsTo } from '../contributions/reporting.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { createKey, senderOf } from '../support/records.ts'
import { journalOf, moderatorOf, report } from './moderators.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const { put } = await senderOf(database, api, 'epn-normandie')
await database.batch.query("UPDATE source SET publishes_persons = true WHERE slug = 'epn-normandie'")
const person = { name: 'Camille Martin', role: 'Animatrice', phone: null, email: null }
const RECORDS = [
  {
    id: 'caen',
    content: { name: 'Cyber-base de Caen', address: { commune: '14118' }, contacts: { person } }
  },
  { id: 'rouen', content: { name: 'Médiathèque de Rouen', address: { commune: '76540' } } }
]
await put(RECORDS)
const idOf = async (words: string) => (await api.get(`/v1/places?q=${words}`)).items[0]?.id ?? ''
const [caen, rouen] = [await idOf('cyber-base+caen'), await idOf('mediatheque+rouen')]
type Sent = { readonly contacts: { readonly phone: string | null; readonly person: unknown } }
const contactsOf = async (place: string) => (await api.get<Sent>(`/v1/places/${place}`)).contacts

const all = await moderatorOf(api, database, 'toutes@example.org', { kind: 'all' })
const calvados = await moderatorOf(api, database, 'calvados@example.org', {
  kind: 'territory',
  code: 'department:14'
})
const reader = await moderatorOf(api, database, 'lectrice@example.org')
const hours = { category: 'contacts', text: 'Le téléphone est le 02 31 51 51 51.' }

t.test('only moderators of a territory see its reports and decide about them', async (t) => {
  const inRouen = await report(api, { ...hours, place: rouen })
  const reject = { reason: 'spam', text: 'Publicité.' }
  t.equal((await api.ask('/v1/moderation')).statusCode, 401)
  t.equal((await reader.ask('/v1/moderation')).statusCode, 403)
  t.equal((await reader.decide(inRouen, 'reject', reject)).statusCode, 403)
  const { token } = await createKey(database, ['contributions:write'])
  const byPartner = { authorization: `Bearer ${token}` }
  t.equal((await api.ask({ url: '/v1/moderation', headers: byPartner })).statusCode, 403)
  t.equal((await calvados.decide(inRouen, 'reject', reject)).statusCode, 404, 'Rouen is not in Calvados')
  t.equal((await calvados.ask(`/v1/moderation/contribution/${inRouen}`)).statusCode, 404)
  t.same((await calvados.ask('/v1/moderation')).json().items, [])
  t.same((await all.ask('/v1/moderation?territory=department:14')).json().items, [])
  t.match((await all.ask('/v1/moderation?territory=department:76&kind=contacts')).json(), {
    total: 1,
    items: [{ reference: inRouen, place: { id: rouen }, text: hours.text, from: 'unconfirmed' }]
  })
  t.same(await journalOf(database, inRouen), ['made'])
})

t.test(
  'what is corrected for a report is published with the decision, and stands over imports',
  async (t) => {
    const email = 'ana@example.org'
    const reference = await report(api, { ...hours, place: caen, email })
    t.equal((await calvados.decide(reference, 'take')).statusCode, 409, 'its address is not confirmed yet')
    const code = codeIn((await mailsTo(database, email))[0])
    const confirm = `/v1/contributions/${reference}/confirm`
    await api.ask({ method: 'POST', url: confirm, payload: { code } })
    t.equal((await calvados.decide(reference, 'take')).json().state, 'in_hand')
    const accept = { reason: 'corrected', text: 'Merci.' }
    const phone = { field: 'contacts.phone', value: '+33231515151' }
    const none = await calvados.decide(reference, 'accept', { ...accept, corrections: [] })
    t.equal(none.statusCode, 400, 'what is called corrected corrects something')
    const wrong = [{ field: 'contacts.phone', value: 'demain' }]
    t.equal((await calvados.decide(reference, 'accept', { ...accept, corrections: wrong })).statusCode, 400)
    t.equal((await contactsOf(caen)).phone, null)
    const accepted = await calvados.decide(reference, 'accept', { ...accept, corrections: [phone] })
    t.equal(accepted.statusCode, 200, accepted.body)
    t.match(accepted.json(), { state: 'accepted', outcome: 'corrected' })
    t.equal((await contactsOf(caen)).phone, '+33231515151')
    await put(RECORDS)
    t.equal((await contactsOf(caen)).phone, '+33231515151', 'an import does not bring the error back')
    const [correction] = await database.prisma.correction.findMany({ where: { placeId: caen } })
    t.equal(correction?.accountId, calvados.id)
    t.ok(correction?.contributionId)
    t.same(await journalOf(database, reference), ['made', 'confirmed', 'taken', 'accepted'])
    const told = (await mailsTo(database, email)).at(-1) ?? ''
    for (const words of ['est accepté', 'a été corrigée', 'Merci.', 'aucun programme', 'six mois'])
      t.match(told, words)
    t.notMatch(JSON.stringify(await api.get(`/v1/places/${caen}/provenance`)), reference)
  }
)

t.test('who was hidden is shown again if the report is rejected or taken back', async (t) => {
  const asked = { category: 'person', place: caen, person: 'Camille Martin', email: 'camille@example.org' }
  const rejected = await report(api, asked)
  t.equal((await contactsOf(caen)).person, null)
  t.match((await calvados.ask('/v1/moderation')).json().items[0], {
    reference: rejected,
    person: 'Camille Martin'
  })
  const answer = await calvados.decide(rejected, 'reject', {
    reason: 'contradicted',
    text: 'La mairie le publie.'
  })
  t.equal(answer.statusCode, 200, answer.body)
  t.match((await contactsOf(caen)).person, { name: 'Camille Martin' })
  t.match((await mailsTo(database, 'camille@example.org')).at(-1), 'La mairie le publie.')
  const withdrawn = await report(api, asked)
  t.equal((await contactsOf(caen)).person, null)
  await api.ask({ method: 'POST', url: `/v1/contributions/${withdrawn}/withdraw` })
  t.match((await contactsOf(caen)).person, { name: 'Camille Martin' })
  const accepted = await report(api, asked)
  await all.decide(accepted, 'accept', { reason: 'hidden', text: null, corrections: [] })
  t.equal((await contactsOf(caen)).person, null, 'and stays hidden if it is accepted')
})

t.test('a decision is looked at again only with a reason, which is mailed to the author', async (t) => {
  const reference = await report(api, { ...hours, place: rouen })
  await all.decide(reference, 'reject', { reason: 'not-verifiable', text: 'Sans réponse.' })
  for (const [act, body] of Object.entries({
    take: undefined,
    reject: { reason: 'spam', text: 'Publicité.' },
    accept: { reason: 'passed-on', text: null, corrections: [] },
    reopen: { reason: 'contested', text: '' }
  }))
    t.match(String((await all.decide(reference, act, body)).statusCode), /^4/, act)
  const opened = await all.decide(reference, 'reopen', { reason: 'contested', text: 'Nous vérifions.' })
  t.match(opened.json(), { state: 'in_hand', outcome: null, closed_at: null, reply: 'Nous vérifions.' })
  t.same(await journalOf(database, reference), ['made', 'rejected', 'reopened'])
})

t.test(
  'two moderators who close two reports as duplicates of each other leave one that is followed',
  async (t) => {
    const [one, other] = [
      await report(api, { ...hours, place: caen }),
      await report(api, { ...hours, place: caen })
    ]
    const answers = await Promise.all([
      all.decide(one, 'close-as-duplicate', { of: other, text: null }),
      calvados.decide(other, 'close-as-duplicate', { of: one, text: null })
    ])
    t.same(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 400])
  }
)

t.test(
  'one report of a manager marks a place as closed, and so does one that a moderator has accepted',
  async (t) => {
    const markOf = async (place: string) =>
      (await api.get<{ closed: { since: string } | null }>(`/v1/places/${place}/reports`)).closed
    const manager = await moderatorOf(api, database, 'gerante@example.org')
    const closed = { category: 'closed', place: rouen }
    const first = await report(api, closed, { authorization: `Bearer ${manager.token}` })
    t.equal(await markOf(rouen), null, 'one person who does not manage it is not enough')
    await database.batch.query(
      `INSERT INTO role (id, account_id, role, rank, scope_kind, scope_code)
     VALUES (gen_random_uuid(), $1, 'manager', 'owner', 'place', $2)`,
      [manager.id, rouen]
    )
    t.ok(await markOf(rouen))
    await all.decide(first, 'reject', { reason: 'contradicted', text: 'Le lieu répond.' })
    t.equal(await markOf(rouen), null)
    const second = await report(api, { ...closed, place: caen })
    await all.decide(second, 'accept', { reason: 'closed', text: null, corrections: [] })
    t.ok(await markOf(caen), 'a moderator has seen that it is closed')
  }
)

t.test(
  'a moderator asks and the author answers, and moderators do not decide about their own reports',
  async (t) => {
    const own = await report(api, { ...hours, place: caen }, { authorization: `Bearer ${all.token}` })
    const refused = await all.decide(own, 'accept', { reason: 'passed-on', text: null, corrections: [] })
    t.equal(refused.statusCode, 409)
    t.match(refused.json().type, /own-report$/)
    t.equal((await calvados.decide(own, 'ask', { text: 'Depuis quand ?' })).json().state, 'asked')
    t.match((await mailsTo(database, 'toutes@example.org')).at(-1), 'Depuis quand ?')
    const answer = {
      method: 'POST',
      url: `/v1/contributions/${own}/answer`,
      payload: { text: 'Mai.' }
    } as const
    t.equal((await api.ask(answer)).json().state, 'in_hand')
    t.match((await calvados.ask(`/v1/moderation/contribution/${own}`)).json(), { answer: 'Mai.' })
    t.notMatch((await calvados.ask('/v1/moderation')).body, '@', 'no address is shown to moderators')
  }
)
