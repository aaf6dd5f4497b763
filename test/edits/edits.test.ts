import t from 'tap'
import { lapseEdits } from '../../src/domain/edits/end-edits.ts'
import type { RoleHeld } from '../../src/domain/permissions.ts'
import { editActs } from '../../src/store/edits/edit-writer.ts'
import { type AnsweredPlace, apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { forgetAttempts, signIn } from '../support/people/accounts.ts'
import { senderOf } from '../support/records.ts'
import { granted } from './managing.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const { put } = await senderOf(database, api, 'epn-normandie')
const record = (phone: string, name = 'Cyber-base de Bayeux', id = 'bayeux') => ({
  id,
  content: { name, address: { commune: id === 'caen' ? '14118' : '14047' }, contacts: { phone } }
})
const CAEN = record('+33231900000', 'Espace numérique de Caen', 'caen')
await put([record('+33231000000'), CAEN])
const idOf = async (words: string) => (await api.get(`/v1/places?q=${words}`)).items[0]?.id ?? ''
const place = await idOf('cyber-base+bayeux')
const caen = await idOf('espace+numerique+caen')

async function member(email: string, held: RoleHeld): Promise<string> {
  await granted(database, email, held)
  await forgetAttempts(database)
  return signIn(api, database, email)
}

const ana = await member('ana@bayeux.example', {
  role: 'manager',
  scope: { kind: 'place', code: place },
  rank: 'owner'
})
const eve = await member('eve@caen.example', {
  role: 'manager',
  scope: { kind: 'place', code: caen },
  rank: 'owner'
})
const mod = await member('mod@annuaire.example', { role: 'moderator', scope: { kind: 'all' } })

const shown = (id = place) => api.get<AnsweredPlace>(`/v1/places/${id}`)
const tell = (method: 'POST' | 'PATCH', url: string, token: string, payload: object = {}) =>
  api.ask({ method, url, headers: { authorization: `Bearer ${token}` }, payload })
const edit = async (fields: object, token = ana, version?: string) =>
  tell('PATCH', `/v1/places/${place}`, token, { version: version ?? (await shown()).updated_at, fields })

t.test(
  'a manager sets fields of the place in Bayeux; three later imports do not overwrite them',
  async (t) => {
    const answer = await edit({
      'contacts.phone': '+33231111111',
      opening_hours: 'Lundi et mardi 9h-12h',
      'accessibility.wheelchair': 'yes'
    })
    t.equal(answer.statusCode, 200, answer.body)
    t.equal(answer.json().corrections.length, 3)
    for (const phone of ['+33231000001', '+33231000002', '+33231000003']) {
      await put([record(phone), CAEN])
      const { contacts, opening_hours: hours, accessibility } = await shown()
      t.equal(contacts.phone, '+33231111111')
      t.equal(hours.osm, 'Mo,Tu 09:00-12:00')
      t.equal(accessibility.wheelchair, 'yes')
    }
    const history = await api.ask(`/v1/places/${place}/history`)
    t.match(
      history.json().items.find(({ kind }: { kind: string }) => kind === 'corrected'),
      { by: 'manager' }
    )
    const provenance = await api.ask(`/v1/places/${place}/provenance`)
    t.notMatch(provenance.body, /ana/i, 'no name is published')
  }
)

t.test(
  'a version that is no longer the present one is refused with both values, and nothing is set',
  async (t) => {
    const { updated_at: seen } = await shown()
    t.equal((await edit({ 'contacts.phone': '+33231222222' })).statusCode, 200)
    const late = await edit({ 'contacts.phone': '+33231333333', summary: 'Aide.' }, ana, seen)
    t.equal(late.statusCode, 412, late.body)
    t.match(late.json().errors, [
      { pointer: '/fields/contacts.phone', sent: '+33231333333', current: '+33231222222' },
      { pointer: '/fields/summary', sent: 'Aide.', current: null }
    ])
    t.equal((await shown()).contacts.phone, '+33231222222')
    t.equal((await shown()).summary, null)
  }
)

t.test('a text that looks like a list or a number stays the text that was written', async (t) => {
  for (const summary of ['["Aide"]', '12', '"Aide"', 'null', 'Cours, ateliers']) {
    t.equal((await edit({ summary })).statusCode, 200)
    t.equal((await shown()).summary, summary)
  }
})

t.test('the answer to an edit has the version for the next one, in the body or in If-Match', async (t) => {
  const first = (await edit({ summary: 'Aide.' })).json()
  t.equal(first.updated_at, (await shown()).updated_at)
  const next = await edit({ summary: 'Aide gratuite.' }, ana, first.updated_at)
  t.equal(next.statusCode, 200, next.body)
  const same = (await edit({ summary: 'Aide gratuite.' }, ana, next.json().updated_at)).json()
  t.match(same, { corrections: [], updated_at: next.json().updated_at }, 'an edit that changes nothing')
  const matching = (tag: string | undefined, summary: string) =>
    api.ask({
      method: 'PATCH',
      url: `/v1/places/${place}`,
      headers: { authorization: `Bearer ${ana}`, ...(tag !== undefined && { 'if-match': tag }) },
      payload: { fields: { summary } }
    })
  t.equal((await matching(`"${first.updated_at}"`, 'Tard.')).statusCode, 412)
  t.equal((await matching(`"${same.updated_at}"`, 'À temps.')).statusCode, 200)
  t.equal((await shown()).summary, 'À temps.')
  for (const tag of ['*', 'W/"abc"', undefined]) {
    const refused = await matching(tag, 'Sans version.')
    t.equal(refused.statusCode, 400)
    t.match(refused.json().errors, [{ pointer: '/version', detail: /If-Match/ }])
  }
})

t.test(
  'a name leads to proposals, and a field that no manager sets gets the whole list of those they set',
  async (t) => {
    const { errors } = (await edit({ name: 'Autre nom', siret: null })).json()
    t.match(errors, [
      { pointer: '/fields/name', detail: /POST \/v1\/places\/\{id\}\/proposals/ },
      { pointer: '/fields/siret', detail: 'is not a field that can be set here' }
    ])
    for (const field of [
      'contacts.phone',
      'opening_hours',
      'accessibility.wheelchair',
      'parent_organisation'
    ])
      t.ok(errors[1].allowed.includes(field), field)
    t.notOk(errors[1].allowed.some((field: string) => field.includes('…')))
  }
)

t.test('of two managers who press at once, one is refused', async (t) => {
  const { updated_at: seen } = await shown()
  const both = await Promise.all([
    edit({ summary: 'Ateliers.' }, ana, seen),
    edit({ summary: 'Cours.' }, ana, seen)
  ])
  t.same(both.map(({ statusCode }) => statusCode).sort(), [200, 412])
})

t.test('only its manager edits a place, and only what a manager may', async (t) => {
  t.equal((await edit({ summary: 'Piraté.' }, eve)).statusCode, 403)
  t.equal((await edit({ summary: 'Piraté.' }, mod)).statusCode, 403)
  t.equal((await api.ask({ method: 'PATCH', url: `/v1/places/${place}`, payload: {} })).statusCode, 401)
  for (const field of ['siret', 'labels', 'name', 'types', 'contacts.person', 'id', '__proto__x'])
    t.equal((await edit({ [field]: null })).statusCode, 400, field)
  for (const fields of [
    { opening_hours: 'quand il fait beau' },
    { services: ['nothing'] },
    { 'contacts.emails': ['not an address'] },
    { location: { lat: 99, lon: 0 } },
    {}
  ])
    t.equal((await edit(fields)).statusCode, 400, JSON.stringify(fields))
  const near = { lat: 49.2764, lon: -0.7024, origin: 'producer', precision: null }
  t.equal((await edit({ location: near })).statusCode, 200)
  const far = await edit({ location: { ...near, lat: 49.3 } })
  t.equal(far.statusCode, 409)
  t.match(far.json().type, /needs-moderator/)
})

t.test('only the manager of its place or a moderator can undo an edit', async (t) => {
  const before = (await shown()).contacts.websites
  const [id] = (await edit({ 'contacts.websites': ['https://bayeux.example/'] })).json().corrections
  const undo = (token: string) => tell('POST', `/v1/corrections/${id}/undo`, token)
  t.equal((await undo(eve)).statusCode, 403)
  t.equal((await undo(ana)).statusCode, 200)
  t.same((await shown()).contacts.websites, before)
  t.equal((await undo(ana)).statusCode, 404)
  const [other] = (await edit({ summary: 'Autre.' })).json().corrections
  t.equal((await tell('POST', `/v1/corrections/${other}/undo`, mod)).statusCode, 200)
  const [latest] = (await api.ask(`/v1/places/${place}/history`)).json().items
  t.match(latest, { kind: 'undone', by: 'moderator', fields: ['summary'] })
})

t.test('an edit that is not confirmed for a year and 60 days ends if the source has changed', async (t) => {
  const lapseOn = (day: string) =>
    lapseEdits({ acts: editActs(database), clock: () => Date.parse(`${day}T12:00:00Z`) })
  await database.batch.query("UPDATE correction SET confirm_by = '2027-12-01' WHERE undone_at IS NULL")
  await put([record('+33231000009'), CAEN])
  t.equal(await lapseOn('2028-01-30'), 0, 'there are 60 days to answer')
  t.match((await tell('POST', `/v1/places/${place}/confirm`, eve)).statusCode, 403)
  t.equal(await lapseOn('2028-01-31'), 1, 'the phone number: its source has moved on')
  const { contacts, opening_hours: hours } = await shown()
  t.equal(contacts.phone, '+33231000009')
  t.equal(hours.osm, 'Mo,Tu 09:00-12:00', 'no source says anything else')
  const why = await database.batch.query(
    "SELECT field, undone_by FROM correction WHERE undone_why = 'lapsed'"
  )
  t.same(why.rows, [{ field: 'contacts.phone', undone_by: 'system' }])
  t.equal((await edit({ 'contacts.phone': '+33231555555' })).statusCode, 200)
  await database.batch.query("UPDATE correction SET confirm_by = '2027-12-01' WHERE undone_at IS NULL")
  await put([record('+33231000004'), CAEN])
  t.ok((await tell('POST', `/v1/places/${place}/confirm`, ana)).json().confirmed > 0)
  await database.batch.query('UPDATE correction SET confirm_by = confirm_by + 365 WHERE undone_at IS NULL')
  t.equal(await lapseOn('2028-01-31'), 0, 'what was confirmed stands')
})

t.test('one act reverts all edits of a false manager, and takes the place away', async (t) => {
  const why = { reason: 'La mairie ne connaît pas cette personne.' }
  t.equal((await tell('POST', `/v1/places/${place}/revert`, eve, why)).statusCode, 403)
  const answer = await tell('POST', `/v1/places/${place}/revert`, mod, why)
  t.equal(answer.statusCode, 200, answer.body)
  t.equal(answer.json().managers, 1)
  t.ok(answer.json().edits >= 3)
  const { contacts, opening_hours: hours, accessibility } = await shown()
  t.same([contacts.phone, hours.osm, accessibility.wheelchair], ['+33231000004', null, 'unknown'])
  t.equal((await edit({ summary: 'Encore.' })).statusCode, 403)
  const history = (await api.ask(`/v1/places/${place}/history`)).json().items
  t.match(
    history.find(({ kind }: { kind: string }) => kind === 'edits_reverted'),
    { by: 'moderator' }
  )
  const acts = await database.prisma.act.count({ where: { kind: 'edits_reverted', subjectId: place } })
  t.equal(acts, 1)
})
