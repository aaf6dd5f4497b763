import t from 'tap'
import { askToConfirm } from '../../src/domain/edits/ask-to-confirm.ts'
import { lapseEdits } from '../../src/domain/edits/end-edits.ts'
import { editActs } from '../../src/store/edits/edit-writer.ts'
import { type AnsweredPlace, apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { signIn } from '../support/people/accounts.ts'
import { senderOf } from '../support/records.ts'
import { granted } from './managing.ts'

const database = await testDatabase(t)
let now = Date.parse('2026-12-01T09:00:00Z')
const api = await apiOver(t, database, () => now)
const { put } = await senderOf(database, api, 'epn-normandie')
const records = (phone: string) => [
  { id: 'bayeux', content: { name: 'EPN de Bayeux', address: { commune: '14047' }, contacts: { phone } } },
  { id: 'caen', content: { name: 'EPN de Caen', address: { commune: '14118' }, contacts: { phone } } }
]
await put(records('+33231000000'))
const idOf = async (words: string) => (await api.get(`/v1/places?q=${words}`)).items[0]?.id ?? ''
const [bayeux, caen] = [await idOf('epn+bayeux'), await idOf('epn+caen')]
for (const code of [bayeux, caen])
  await granted(database, 'ana@bayeux.example', {
    role: 'manager',
    scope: { kind: 'place', code },
    rank: 'owner'
  })
const ana = await signIn(api, database, 'ana@bayeux.example')
const shown = (id: string) => api.get<AnsweredPlace>(`/v1/places/${id}`)

async function edit(id: string, fields: object) {
  const { updated_at: version } = await shown(id)
  const headers = { authorization: `Bearer ${ana}` }
  const answer = await api.ask({
    method: 'PATCH',
    url: `/v1/places/${id}`,
    headers,
    payload: { version, fields }
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
}

const mails = async () => {
  const { rows } = await database.batch.query<{ payload: { subject: string } }>(
    "SELECT payload FROM outbox WHERE payload ->> 'subject' LIKE '%fiches%' ORDER BY id"
  )
  return rows.map(({ payload }) => payload)
}

/** What the hourly chores do on a day. */
async function chores(day: string) {
  now = Date.parse(`${day}T12:00:00Z`)
  const deps = { acts: editActs(database), clock: () => now }
  const { mailed } = await askToConfirm(deps)
  return { mailed, lapsed: await lapseEdits(deps) }
}

const QUIET = { mailed: 0, lapsed: 0 }

await edit(bayeux, { 'contacts.phone': '+33231111111', opening_hours: 'Lundi 9h-12h' })
await edit(caen, { opening_hours: 'Mardi 14h-17h' })

t.test(
  'what a manager wrote survives three imports, although the source changes in the second',
  async (t) => {
    for (const phone of ['+33231000000', '+33231000002', '+33231000002']) {
      await put(records(phone))
      t.equal((await shown(bayeux)).contacts.phone, '+33231111111')
      t.equal((await shown(caen)).opening_hours.osm, 'Tu 14:00-17:00')
    }
  }
)

t.test('a year later its manager gets one mail for all places, and one reminder 30 days after', async (t) => {
  t.same(await chores('2027-11-30'), QUIET)
  t.same(await chores('2027-12-01'), { mailed: 1, lapsed: 0 })
  t.same(await chores('2027-12-01'), QUIET, 'an hour later')
  const [asked] = await mails()
  t.match(asked, {
    to: 'ana@bayeux.example',
    subject: 'Vos fiches sont-elles toujours exactes ?',
    blocks: [String, { list: ['EPN de Bayeux', 'EPN de Caen'] }, String, { link: '/gestion' }]
  })
  t.same(await chores('2027-12-30'), QUIET)
  t.same(await chores('2027-12-31'), { mailed: 1, lapsed: 0 })
  t.match((await mails())[1]?.subject, /^Rappel/)
  t.same(await chores('2028-01-29'), QUIET)
})

t.test(
  '60 days later, an edit lapses if its source has changed, and its manager gets a mail; the rest stays',
  async (t) => {
    t.same(await chores('2028-01-31'), { mailed: 0, lapsed: 1 })
    t.equal((await shown(bayeux)).contacts.phone, '+33231000002')
    t.equal((await shown(bayeux)).opening_hours.osm, 'Mo 09:00-12:00', 'its source says nothing still')
    t.equal((await shown(caen)).opening_hours.osm, 'Tu 14:00-17:00')
    t.match((await mails())[2], {
      subject: 'Vos fiches disent de nouveau ce que disent leurs sources',
      blocks: [String, { list: ['EPN de Bayeux : les contacts'] }, String, { link: '/gestion' }]
    })
    t.same(await chores('2028-02-01'), QUIET)
    const history = await api.ask(`/v1/places/${bayeux}/history`)
    t.match(history.json().items[0], { kind: 'undone', by: 'system', fields: ['contacts.phone'] })
  }
)

t.test('what was confirmed is asked about again a year later, not before', async (t) => {
  const headers = { authorization: `Bearer ${await signIn(api, database, 'ana@bayeux.example')}` }
  for (const id of [bayeux, caen]) {
    const told = await api.ask({ method: 'POST', url: `/v1/places/${id}/confirm`, headers, payload: {} })
    t.equal(told.json().confirmed, 1)
  }
  t.same(await chores('2029-01-31'), QUIET)
  t.same(await chores('2029-02-01'), { mailed: 1, lapsed: 0 })
})

t.test('after a long stop of the service, nothing lapses before its manager was asked', async (t) => {
  await put(
    records('+33231000002').map((record) => ({
      ...record,
      content: { ...record.content, opening_hours: { osm: 'We 09:00-12:00', raw: 'Mercredi 9h-12h' } }
    }))
  )
  await database.batch.query('UPDATE correction SET asked_on = NULL, reminded_on = NULL')
  t.same(await chores('2030-06-01'), { mailed: 1, lapsed: 0 })
  t.same(await chores('2030-07-31'), { mailed: 1, lapsed: 0 }, 'the reminder')
  t.same(await chores('2030-08-01'), { mailed: 0, lapsed: 2 })
  t.equal((await shown(caen)).opening_hours.osm, 'We 09:00-12:00')
})
