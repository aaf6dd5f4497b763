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
const TOWNS = { bayeux: '14047', caen: '14118', lisieux: '14366' }
const records = (phone: string) =>
  Object.entries(TOWNS).map(([id, commune]) => ({
    id,
    content: { name: `EPN de ${id}`, address: { commune }, contacts: { phone } }
  }))
await put(records('+33231000000'))
const idOf = async (town: string) => (await api.get(`/v1/places?q=epn+${town}`)).items[0]?.id ?? ''
const bayeux = await idOf('bayeux')
const shown = (id: string) => api.get<AnsweredPlace>(`/v1/places/${id}`)
const phoneIn = async (town: string) => (await shown(await idOf(town))).contacts.phone

for (const [email, towns] of [
  ['ana@bayeux.example', ['bayeux', 'caen']],
  ['lea@lisieux.example', ['lisieux']]
] as const) {
  for (const town of towns) {
    const scope = { kind: 'place', code: await idOf(town) } as const
    await granted(database, email, { role: 'manager', scope, rank: 'owner' })
  }
  const headers = { authorization: `Bearer ${await signIn(api, database, email)}` }
  for (const town of towns) {
    const id = await idOf(town)
    const payload = {
      version: (await shown(id)).updated_at,
      fields: { 'contacts.phone': '+33231111111' }
    }
    const answer = await api.ask({ method: 'PATCH', url: `/v1/places/${id}`, headers, payload })
    if (answer.statusCode !== 200) throw new Error(answer.body)
  }
}
await put(records('+33231000002'))

// What fails is one place: the database refuses each change of its corrections.
await database.batch.query(`
CREATE FUNCTION refuse_bayeux() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'Bayeux fails'; END $$;
CREATE TRIGGER refuse_bayeux BEFORE UPDATE ON correction FOR EACH ROW
WHEN (NEW.place_id = '${bayeux}') EXECUTE FUNCTION refuse_bayeux()`)

const on = (day: string) => {
  now = Date.parse(`${day}T12:00:00Z`)
  return { acts: editActs(database), clock: () => now }
}
const mailsTo = async (to: string) => {
  const { rows } = await database.batch.query<{ subject: string }>(
    "SELECT payload ->> 'subject' AS subject FROM outbox WHERE payload ->> 'to' = $1 AND payload ->> 'subject' NOT LIKE '%code%'",
    [to]
  )
  return rows.length
}

t.test(
  'if a manager cannot be asked, the others are asked, and the failure is said at the end',
  async (t) => {
    const before = await mailsTo('lea@lisieux.example')
    await t.rejects(askToConfirm(on('2027-12-01')), { errors: [{ message: 'Bayeux fails' }] })
    t.equal((await mailsTo('lea@lisieux.example')) - before, 1)
  }
)

t.test(
  'if a place fails, the unconfirmed edits of all others lapse, also those of its manager',
  async (t) => {
    await t.rejects(lapseEdits(on('2028-03-01')), { errors: [{ message: 'Bayeux fails' }] })
    t.equal(await phoneIn('lisieux'), '+33231000002')
    t.equal(await phoneIn('caen'), '+33231000002')
    t.equal(await phoneIn('bayeux'), '+33231111111')
  }
)

t.test('what failed lapses once it can', async (t) => {
  await database.batch.query('DROP TRIGGER refuse_bayeux ON correction')
  t.equal(await lapseEdits(on('2028-03-01')), 1)
  t.equal(await phoneIn('bayeux'), '+33231000002')
})
