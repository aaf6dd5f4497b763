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

/** A new manager of the library, who has just set a field, for example its telephone; with the reference of the review. */
async function managerWithEdit(value: string, field = 'contacts.phone') {
  const email = `gestion${++people}@coutras.example`
  await granted(database, email, { role: 'manager', scope: { kind: 'place', code: place }, rank: 'owner' })
  await database.batch.query('DELETE FROM attempt')
  const token = await signIn(api, database, email)
  const { updated_at: version } = await api.get<AnsweredPlace>(`/v1/places/${place}`)
  const edit = await api.ask({
    method: 'PATCH',
    url: `/v1/places/${place}`,
    headers: bearer(token),
    payload: { version, fields: { [field]: value } }
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

t.test(
  'when all managers are removed, the reviews of their edits and their proposals no longer wait',
  async (t) => {
    const { token, review } = await managerWithEdit('+33899333333')
    const proposed = await post(`/v1/places/${place}/proposals`, token, { fields: { name: 'Ludothèque' } })
    t.equal(proposed.statusCode, 201, proposed.body)
    const removed = await post(`/v1/places/${place}/revert`, mod.token, {
      reason: 'La mairie ne vous connaît pas.'
    })
    t.match(removed.json(), { edits: 1, managers: 2 }, 'with the one of the first test')
    for (const reference of [review.reference, proposed.json().reference]) {
      t.match(await seen(reference), { state: 'lapsed' })
      t.equal((await mod.decide(reference, 'reject', { reason: 'spam', text: 'Non.' })).statusCode, 409)
    }
    t.equal((await mod.ask('/v1/moderation')).json().total, 0)
  }
)

t.test('a review ends when a moderator has undone its last edit, but not when the manager has', async (t) => {
  const { token, review, corrections } = await managerWithEdit('+33899444444')
  const { review: other, corrections: others } = await managerWithEdit('Ateliers.', 'summary')
  t.equal((await post(`/v1/corrections/${corrections[0]}/undo`, token)).statusCode, 200)
  t.match(await seen(review.reference), { state: 'open', still_published: 0 })
  const page = await api.ask({
    url: `/moderation/${review.reference}`,
    headers: { cookie: `annuaire=${mod.token}`, accept: 'text/html' }
  })
  t.match(page.body, /déjà toutes annulées/)
  t.notMatch(page.body, /sont déjà publiées/)
  t.equal((await post(`/v1/corrections/${others[0]}/undo`, mod.token)).statusCode, 200)
  t.match(await seen(other.reference), { state: 'lapsed' })
})

t.test(
  'the proposal of a person who no longer manages the place says so before it is accepted',
  async (t) => {
    const { token } = await managerWithEdit('+33899666666')
    const { reference } = (
      await post(`/v1/places/${place}/proposals`, token, { fields: { name: 'Ludothèque' } })
    ).json()
    const open = async (path: string) =>
      (await api.ask({ url: path, headers: { cookie: `annuaire=${mod.token}`, accept: 'text/html' } })).body
    t.match(await open(`/moderation/${reference}`), /Le gestionnaire du lieu propose/)
    t.equal((await post('/v1/account/close', token, { texts: 'kept' })).statusCode, 204)
    const page = await open(`/moderation/${reference}`)
    t.match(page, /ne gère plus ce lieu/)
    t.notMatch(page, /Le gestionnaire du lieu propose/)
    t.match(await open('/moderation'), /ne gère plus ce lieu/)
  }
)
