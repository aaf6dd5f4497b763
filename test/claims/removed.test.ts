import t from 'tap'
import { mailsTo } from '../contributions/reporting.ts'
import { moderatorOf } from '../moderation/moderators.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { senderOf } from '../support/records.ts'
import { personOf } from './claiming.ts'

/* A moderator takes a place from its managers: each of them learns why, and can claim it again. */

const DAY = 24 * 3600_000
const now = Date.now() + 40 * DAY
const database = await testDatabase(t)
const api = await apiOver(t, database, () => now)
const { put } = await senderOf(database, api, 'mediatheques-gironde')
await put([
  {
    id: 'coutras',
    content: {
      name: 'Médiathèque Druon de Coutras',
      address: { commune: '33138' },
      contacts: { emails: ['bib@mediatheque-coutras.fr'], websites: ['https://mediatheque-coutras.fr'] }
    }
  }
])
const place = (await api.get('/v1/places?q=mediatheque+coutras')).items[0]?.id ?? ''
const mod = await moderatorOf(api, database, 'mod@annuaire.example', { kind: 'all' })
const remove = (token: string, payload: object) =>
  api.ask({
    method: 'POST',
    url: `/v1/places/${place}/revert`,
    headers: { authorization: `Bearer ${token}` },
    payload
  })
const claim = async (email: string) => {
  const person = await personOf(api, database, email)
  const made = await person.tell(`/v1/places/${place}/claims`, { proof: 'domain' })
  if (made.statusCode !== 201) throw new Error(made.body)
  return { person, id: made.json().id as string }
}

t.test(
  'every manager of the library in Coutras gets the reason in their language, and can claim it again',
  async (t) => {
    const ana = await claim('ana@mediatheque-coutras.fr')
    const contested = await api.ask({
      method: 'POST',
      url: `/v1/claims/${ana.id}/contest`,
      headers: { authorization: `Bearer ${mod.token}` },
      payload: {}
    })
    t.equal(contested.statusCode, 204)
    const erin = await claim('erin@mediatheque-coutras.fr')
    await erin.person.change('/v1/account', { name: 'Erin', capacity: null, language: 'en' })
    t.match((await erin.person.see(`/v1/claims/${erin.id}`)).json(), { state: 'granted' })

    t.equal((await remove(mod.token, {})).statusCode, 400, 'a reason is needed')
    const reason = 'La mairie de Coutras ne vous connaît pas.'
    t.match((await remove(mod.token, { reason })).json(), { edits: 0, managers: 1 })

    for (const { person, id } of [ana, erin]) {
      t.match((await person.see(`/v1/claims/${id}`)).json(), { state: 'revoked', reason })
      t.match((await mailsTo(database, person.email)).at(-1), reason)
    }
    t.match((await mailsTo(database, ana.person.email)).at(-1), /Vous ne gérez plus la fiche/)
    t.match((await mailsTo(database, erin.person.email)).at(-1), /You no longer manage the page/)
    const page = await api.ask({
      url: `/revendications/${erin.id}`,
      headers: { cookie: `annuaire=${erin.person.token}`, accept: 'text/html', 'accept-language': 'fr' }
    })
    t.match(page.body, /La gestion a été retirée/)
    t.notMatch(page.body, new RegExp(`href="/gestion/${place}`))
    t.match(page.body, `/lieux/${place}/gerer`)
    t.equal((await erin.person.tell(`/v1/places/${place}/claims`, { proof: 'domain' })).statusCode, 201)
  }
)

t.test('a moderator of the Nièvre cannot take a place in Gironde from its managers', async (t) => {
  const nevers = await moderatorOf(api, database, 'nievre@annuaire.example', {
    kind: 'territory',
    code: 'department:58'
  })
  t.equal((await remove(nevers.token, { reason: 'Pour voir.' })).statusCode, 403)
})
