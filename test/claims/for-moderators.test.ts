import t from 'tap'
import { granted } from '../edits/managing.ts'
import { moderatorOf } from '../moderation/moderators.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { senderOf } from '../support/records.ts'
import { personOf } from './claiming.ts'

/* What moderators see of the claims of their territory: only what they can do, how many wait, and what was decided. */

const DAY = 24 * 3600_000
const now = Date.now() + 40 * DAY
const database = await testDatabase(t)
const api = await apiOver(t, database, () => now)
const { put } = await senderOf(database, api, 'mediatheques-nievre')
const contacts = { emails: ['bib@nevers.example'] }
await put([
  {
    id: 'nevers',
    content: { name: 'Médiathèque Jean Jaurès', address: { commune: '58194', city: 'Nevers' }, contacts }
  },
  { id: 'decize', content: { name: 'Médiathèque de Decize', address: { commune: '58095', city: 'Decize' } } }
])
const idOf = async (words: string) => (await api.get(`/v1/places?q=${words}`)).items[0]?.id ?? ''
const nevers = await idOf('mediatheque+jaures')
const decize = await idOf('mediatheque+decize')
const mod = await moderatorOf(api, database, 'nievre@annuaire.example', {
  kind: 'territory',
  code: 'department:58'
})
await granted(database, 'admin@annuaire.example', { role: 'admin', scope: { kind: 'all' } })
const admin = await moderatorOf(api, database, 'admin@annuaire.example')
const message = 'Je dirige la médiathèque.'

const claimed = async (email: string, place: string) => {
  const person = await personOf(api, database, email)
  const made = await person.tell(`/v1/places/${place}/claims`, { proof: 'vouched', message })
  if (made.statusCode !== 201) throw new Error(made.body)
  return { person, id: made.json().id as string }
}
const page = async (token: string, url: string, language = 'fr') =>
  (
    await api.ask({
      url,
      headers: { cookie: `annuaire=${token}`, accept: 'text/html', 'accept-language': language }
    })
  ).body
const decide = (token: string, id: string, act: string, reason: string | null) =>
  api.ask({
    method: 'POST',
    url: `/v1/claims/${id}/${act}`,
    headers: { authorization: `Bearer ${token}` },
    payload: { reason }
  })

t.test('of a claim that nothing proves, a moderator is only offered to refuse it', async (t) => {
  const { id, person } = await claimed('zoe@nevers.example', nevers)
  t.same((await mod.ask(`/v1/claims/${id}`)).json().allowed, ['refuse'])
  t.same((await admin.ask(`/v1/claims/${id}`)).json().allowed, ['grant', 'refuse'])
  const seen = await page(mod.token, `/revendications/${id}`)
  t.match(seen, 'value="refuse"')
  t.notMatch(seen, 'value="grant"')
  t.match(seen, 'La demande attend votre décision')
  t.notMatch(seen, 'Vous recevrez un courriel')
  t.notMatch(seen, 'facultatif', 'a refusal needs a reason')
  t.match(await page(admin.token, `/revendications/${id}`), 'value="grant"')
  t.equal((await decide(mod.token, id, 'grant', 'Je la connais.')).statusCode, 409)
  t.equal((await decide(admin.token, id, 'grant', 'La mairie confirme.')).statusCode, 200)
  t.notMatch(await page(person.token, `/revendications/${id}`), 'pas encore prouvé')
  const account = await page(person.token, '/compte')
  t.match(account, /Gestion d’un lieu\s: <a href="[^"]*" lang="fr">Médiathèque Jean Jaurès, Nevers</)
  t.notMatch(account, new RegExp(`\\(${nevers}\\)`))
  t.match(await page(mod.token, '/compte'), /Modération\s: <span lang="fr">Nièvre</)
})

t.test('the queue says how many claims wait, also if it lists fewer', async (t) => {
  for (const name of ['ana', 'ben', 'cleo']) await claimed(`${name}@example.org`, decize)
  const { items, total } = (await mod.ask('/v1/moderation/claims?limit=1')).json()
  t.match([items.length, total], [1, 3])
  t.match(await page(mod.token, '/moderation'), /Demandes de gestion<\/a>\s: 3 demandes attendent/)
  t.match(await page(mod.token, '/moderation/revendications'), '3 demandes attendent')
})

t.test('what moderators decide about claims is counted for everybody', async (t) => {
  const { items } = (await mod.ask('/v1/moderation/claims')).json()
  for (const { id } of items)
    t.equal((await decide(mod.token, id, 'refuse', 'La mairie ne vous connaît pas.')).statusCode, 200)
  const [month] = (await api.get<{ months: { decisions: object[] }[] }>('/v1/moderation/report')).months
  t.same(month?.decisions, [
    { kind: 'claim', state: 'granted', reason: 'vouched', count: 1 },
    { kind: 'claim', state: 'refused', reason: 'vouched', count: 3 }
  ])
  const public_ = await page('', '/moderation/bilan')
  t.match(public_, /Demande de gestion refusée<span class="hint"> · Message à la modération/)
  t.match(await page('', '/moderation/bilan?lang=en'), 'Claim to manage a place refused')
})
