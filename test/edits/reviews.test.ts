import t from 'tap'
import { moderatorOf } from '../moderation/moderators.ts'
import { type AnsweredPlace, apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { signIn } from '../support/people/accounts.ts'
import { senderOf } from '../support/records.ts'
import { granted } from './managing.ts'

/* The edits of a new manager stay before the moderators until one of them has looked, whatever the manager does. */

const database = await testDatabase(t)
const api = await apiOver(t, database)
const { put } = await senderOf(database, api, 'mediatheques-gironde')
await put([
  {
    id: 'coutras',
    content: {
      name: 'Médiathèque Druon de Coutras',
      address: { commune: '33138' },
      contacts: { phone: '+33557000000' }
    }
  }
])
const place = (await api.get('/v1/places?q=mediatheque+coutras')).items[0]?.id ?? ''
const mod = await moderatorOf(api, database, 'mod@annuaire.example', { kind: 'all' })

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const post = (url: string, token: string, payload: object = {}) =>
  api.ask({ method: 'POST', url, headers: bearer(token), payload })

let people = 0

/** A new manager of the library, who has just set its telephone; with the reference of the review. */
async function managerWithEdit(phone: string) {
  const email = `gestion${++people}@coutras.example`
  await granted(database, email, { role: 'manager', scope: { kind: 'place', code: place }, rank: 'owner' })
  await database.batch.query('DELETE FROM attempt')
  const token = await signIn(api, database, email)
  const { updated_at: version } = await api.get<AnsweredPlace>(`/v1/places/${place}`)
  const edit = await api.ask({
    method: 'PATCH',
    url: `/v1/places/${place}`,
    headers: bearer(token),
    payload: { version, fields: { 'contacts.phone': phone } }
  })
  if (edit.statusCode !== 200) throw new Error(edit.body)
  const own = await api.ask({ url: '/v1/account/contributions', headers: bearer(token) })
  return { email, token, review: own.json().items[0], corrections: edit.json().corrections }
}

const seen = async (reference: string) => (await mod.ask(`/v1/moderation/contribution/${reference}`)).json()
const phone = async () => (await api.get<AnsweredPlace>(`/v1/places/${place}`)).contacts.phone

t.test('a manager cannot take the own edits out of the list of moderators', async (t) => {
  const { token, review, corrections } = await managerWithEdit('+33899111111')
  t.same(review.allowed, [], 'nothing is offered')
  const taken = await post(`/v1/contributions/${review.reference}/withdraw`, token)
  t.equal(taken.statusCode, 409, taken.body)
  t.match(taken.json().type, /wrong-state/)
  const page = await api.ask(`/signalements/${review.reference}`)
  t.notMatch(page.body, 'Retirer ce signalement')
  t.match(await seen(review.reference), { state: 'open', published_corrections: corrections })
  t.equal(
    (await mod.decide(review.reference, 'reject', { reason: 'contradicted', text: 'Faux numéro.' }))
      .statusCode,
    200
  )
  t.equal(await phone(), '+33557000000')
})

for (const texts of ['kept', 'erased'])
  t.test(
    `after the manager has closed the account (texts ${texts}), moderators can still undo the edits`,
    async (t) => {
      const { token, review, corrections } = await managerWithEdit('+33899222222')
      t.equal((await post('/v1/account/close', token, { texts })).statusCode, 204)
      t.equal(await phone(), '+33899222222', 'what was published stays, as the page says')
      t.match(await seen(review.reference), { state: 'open', published_corrections: corrections })
      t.equal(
        (await mod.decide(review.reference, 'reject', { reason: 'contradicted', text: 'Faux.' })).statusCode,
        200
      )
      t.equal(await phone(), '+33557000000')
    }
  )
