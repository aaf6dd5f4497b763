import t from 'tap'
import type { Scope } from '../../src/domain/permissions.ts'
import { type Moderator, moderatorOf, report } from '../moderation/moderators.ts'
import { type AnsweredPlace, apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { signIn } from '../support/people/accounts.ts'
import { senderOf } from '../support/records.ts'
import { granted } from './managing.ts'

/* Who may undo what on a place: its managers, and the moderators of a territory in which it lies. No one else. */

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
const shown = () => api.get<AnsweredPlace>(`/v1/places/${place}`)
const { address } = await shown()
const post = (token: string, url: string, payload: object = {}) =>
  api.ask({ method: 'POST', url, headers: { authorization: `Bearer ${token}` }, payload })
const openPage = (token: string) =>
  api.ask({
    url: `/gestion/${place}/modifications`,
    headers: { cookie: `annuaire=${token}`, accept: 'text/html', 'accept-language': 'fr' }
  })
const pressPage = (token: string, fields: Readonly<Record<string, string>>) =>
  api.ask({
    method: 'POST',
    url: `/gestion/${place}/modifications`,
    headers: {
      cookie: `annuaire=${token}`,
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html',
      'accept-language': 'fr'
    },
    payload: new URLSearchParams(fields).toString()
  })

const RIGHT = { reason: 'corrected', text: 'Corrigé.' }

let people = 0

async function manager(of = place): Promise<string> {
  const email = `gestion${++people}@coutras.example`
  await granted(database, email, { role: 'manager', scope: { kind: 'place', code: of }, rank: 'owner' })
  await database.batch.query('DELETE FROM attempt')
  return signIn(api, database, email)
}

/** A new manager sets the telephone number; returns the id of the correction. */
async function edited(value: string): Promise<number> {
  const answer = await api.ask({
    method: 'PATCH',
    url: `/v1/places/${place}`,
    headers: { authorization: `Bearer ${await manager()}` },
    payload: { version: (await shown()).updated_at, fields: { 'contacts.phone': value } }
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json().corrections[0]
}

const territory = (code: string): Scope => ({ kind: 'territory', code })
const moderators: readonly (readonly [string, Scope | undefined, boolean])[] = [
  ['everywhere', { kind: 'all' }, true],
  ['of the commune', territory('commune:33138'), true],
  ['of the intercommunality', territory(`epci:${address.epci}`), true],
  ['of the département', territory('department:33'), true],
  ['of the région', territory(`region:${address.region}`), true],
  ['of the Nièvre', territory('department:58'), false],
  ['of Bordeaux', territory('commune:33063'), false],
  ['of nothing', undefined, false]
]

for (const [name, scope, may] of moderators)
  t.test(`a moderator ${name} ${may ? 'may' : 'may not'} undo what managers of Coutras did`, async (t) => {
    const mod: Moderator = await moderatorOf(api, database, `mod${++people}@annuaire.example`, scope)
    const correction = await edited(`+3355700${1000 + people}`)
    const before = await shown()
    const page = await openPage(mod.token)
    t.equal(page.statusCode, may ? 200 : 403, 'the page of the corrections')
    if (!may) {
      t.equal((await post(mod.token, `/v1/corrections/${correction}/undo`)).statusCode, 403)
      const reverted = await post(mod.token, `/v1/places/${place}/revert`, { reason: 'Pour voir.' })
      t.equal(reverted.statusCode, 403)
      const pressed = { correction: String(correction) }
      t.equal((await pressPage(mod.token, pressed)).statusCode, 403)
      t.equal((await pressPage(mod.token, { tout: '1', motif: 'Pour voir.', sur: '1' })).statusCode, 403)
      t.same(await shown(), before, 'nothing has changed')
      return
    }
    t.equal((await post(mod.token, `/v1/corrections/${correction}/undo`)).statusCode, 200)
    t.not((await shown()).contacts.phone, before.contacts.phone)
    await edited('+33557009999')
    const reverted = await post(mod.token, `/v1/places/${place}/revert`, { reason: 'Sabotage.' })
    t.match(reverted.json(), { edits: 1 }, reverted.body)
    t.equal((await shown()).contacts.phone, '+33557000000')
  })

t.test('a manager undoes what managers set, but not what a moderator put right, nor elsewhere', async (t) => {
  const mod = await moderatorOf(api, database, 'mod33@annuaire.example', territory('department:33'))
  const reference = await report(api, { category: 'contacts', place, text: 'Faux numéro.' })
  const corrections = [{ field: 'contacts.phone', value: '+33557003333' }]
  t.equal((await mod.decide(reference, 'accept', { ...RIGHT, corrections })).statusCode, 200)
  const { id } = await database.prisma.correction.findFirstOrThrow({
    where: { placeId: place, undoneAt: null }
  })
  const token = await manager()
  t.equal((await post(token, `/v1/corrections/${id}/undo`)).statusCode, 403)
  t.notMatch((await openPage(token)).body, `value="${id}"`, 'and it is not offered')
  const own = await edited('+33557004444')
  t.equal(
    (await post(await manager('0198f0c2-7a4e-7c31-9d55-1b2c3d4e5f60'), `/v1/corrections/${own}/undo`))
      .statusCode,
    403
  )
  t.equal((await post(token, `/v1/corrections/${own}/undo`)).statusCode, 200)
  t.equal((await shown()).contacts.phone, '+33557003333', 'what the moderator put right is back')
})
