import t from 'tap'
import { codeIn, mailsTo } from '../contributions/reporting.ts'
import { moderatorOf } from '../moderation/moderators.ts'
import { type AnsweredPlace, apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { senderOf } from '../support/records.ts'
import { personOf } from './claiming.ts'

const DAY = 24 * 3600_000
let now = Date.now() + 40 * DAY
const database = await testDatabase(t)
const api = await apiOver(t, database, () => now)
const { put } = await senderOf(database, api, 'epn-nievre')
const record = (id: string, commune: string, contacts: object) => ({
  id,
  content: { name: `Espace numérique ${id}`, address: { commune }, contacts }
})
const RECORDS = [
  record('Nevers', '58194', {
    emails: ['mediatheque@ville-nevers.fr'],
    websites: ['https://www.ville-nevers.fr/mediatheque']
  }),
  record('Decize', '58095', { emails: ['epn@decize.example'], websites: ['https://decize.wordpress.com'] }),
  record('Clamecy', '58079', { emails: ['epn@clamecy.example'], websites: ['https://clamecy-num.fr'] }),
  record('Cosne', '58086', {})
]
await put(RECORDS)
const idOf = async (town: string) =>
  (await api.get(`/v1/places?q=espace+numerique+${town}`)).items[0]?.id ?? ''
const [nevers, decize, clamecy, cosne] = [
  await idOf('nevers'),
  await idOf('decize'),
  await idOf('clamecy'),
  await idOf('cosne')
]
const mod = await moderatorOf(api, database, 'mod@annuaire.example', { kind: 'all' })
const decide = (id: string, act: string, payload: object = {}) =>
  api.ask({
    method: 'POST',
    url: `/v1/claims/${id}/${act}`,
    headers: { authorization: `Bearer ${mod.token}` },
    payload
  })
const journalOf = async (id: string) => {
  const { rows } = await database.batch.query<{ kind: string }>(
    "SELECT kind FROM act WHERE subject_kind = 'claim' AND subject_id = $1 ORDER BY seq",
    [id]
  )
  return rows.map(({ kind }) => kind)
}
/** The code that was mailed last to an address. */
const codeTo = async (email: string) =>
  codeIn((await mailsTo(database, email)).filter((mail) => codeIn(mail)).at(-1))
const secretTo = async (email: string) =>
  (await mailsTo(database, email))
    .map((mail) => /revendications\/([\w-]+)\/contester/.exec(mail)?.[1])
    .filter(Boolean)
    .at(-1) ?? ''
const edit = async (person: Awaited<ReturnType<typeof personOf>>, place: string, fields: object) =>
  person.change(`/v1/places/${place}`, {
    version: (await api.get<AnsweredPlace>(`/v1/places/${place}`)).updated_at,
    fields
  })

t.test('the proofs of a place are public, and only hint at its addresses', async (t) => {
  const options = await api.ask(`/v1/places/${nevers}/claim-options`)
  t.same(options.json(), {
    place: nevers,
    addresses: ['m…@ville-nevers.fr'],
    domains: ['ville-nevers.fr'],
    has_manager: false
  })
  t.notMatch(options.body, /mediatheque@/)
  t.same(
    (await api.get<{ domains: string[] }>(`/v1/places/${decize}/claim-options`)).domains,
    [],
    'a blog is of a host'
  )
  t.match(await api.get(`/v1/places/${cosne}/claim-options`), { addresses: [], domains: [] })
})

t.test('a person who reads the mail of the place in Nevers manages it', async (t) => {
  const ana = await personOf(api, database, 'ana@orange.example')
  const asked = await ana.tell(`/v1/places/${nevers}/claims`, { proof: 'contact_code' })
  t.equal(asked.statusCode, 201, asked.body)
  t.match(asked.json(), {
    state: 'proving',
    sent_to: 'm…@ville-nevers.fr',
    rank: 'owner',
    allowed: ['prove', 'abandon']
  })
  t.equal((await edit(ana, nevers, { summary: 'Trop tôt.' })).statusCode, 403)
  const { id } = asked.json()
  const eve = await personOf(api, database, 'eve@example.org')
  t.equal((await eve.see(`/v1/claims/${id}`)).statusCode, 404)
  const code = await codeTo('mediatheque@ville-nevers.fr')
  t.equal(
    (await eve.tell(`/v1/claims/${id}/prove`, { code })).statusCode,
    404,
    'the code is worth nothing to others'
  )
  t.equal((await ana.tell(`/v1/claims/${id}/prove`, { code: '0000-0000' })).statusCode, 422)
  const proved = await ana.tell(`/v1/claims/${id}/prove`, { code })
  t.equal(proved.statusCode, 200, proved.body)
  t.match(proved.json(), { state: 'granted', by_program: true, allowed: ['end'] })
  t.same(await journalOf(id), ['asked', 'granted'])
  t.equal((await edit(ana, nevers, { summary: 'Aide aux démarches.' })).statusCode, 200)
  t.match((await ana.see('/v1/account')).json().roles, [{ role: 'manager', scope_code: nevers }])
  t.equal((await mailsTo(database, ana.email)).length, 2, 'the code to sign in, and what was granted')

  // The reader of the mailbox of the place says that it is not them.
  const secret = await secretTo('mediatheque@ville-nevers.fr')
  const contest = (body: object) =>
    api.ask({ method: 'POST', url: `/v1/claims/${id}/contest`, payload: body })
  t.equal((await contest({ secret: 'invented' })).statusCode, 404)
  t.equal((await contest({})).statusCode, 404)
  t.equal((await contest({ secret })).statusCode, 204)
  t.equal((await contest({ secret })).statusCode, 204, 'noted already')
  t.equal((await edit(ana, nevers, { summary: 'Encore moi.' })).statusCode, 403, 'suspended at once')
  t.match((await ana.see(`/v1/claims/${id}`)).json(), { state: 'contested', allowed: [] })
  t.match((await mod.ask('/v1/moderation/claims')).json().items, [{ id, allowed: ['grant', 'revoke'] }])

  t.equal((await decide(id, 'revoke')).statusCode, 400, 'a reason is needed')
  const revoked = await decide(id, 'revoke', { reason: 'La mairie ne vous connaît pas.' })
  t.equal(revoked.statusCode, 200, revoked.body)
  t.equal((await api.get<AnsweredPlace>(`/v1/places/${nevers}`)).summary, null, 'what was set is reverted')
  t.same(await journalOf(id), ['asked', 'granted', 'contested', 'revoked'])
  t.match((await mailsTo(database, ana.email)).at(-1), /La mairie ne vous connaît pas/)
  const told = (await mailsTo(database, 'mediatheque@ville-nevers.fr')).at(-1) ?? ''
  t.match(told, /ne gère plus la fiche, et tout ce qu’elle y avait modifié est annulé/)
  t.notMatch(told, /La mairie ne vous connaît pas/, 'the reason is written to the claimant')
})

t.test(
  'a moderator restores a claim that was contested without reason, and the mail no longer suspends it',
  async (t) => {
    const ben = await personOf(api, database, 'ben@example.org')
    const { id } = (await ben.tell(`/v1/places/${decize}/claims`, { proof: 'contact_code' })).json()
    await ben.tell(`/v1/claims/${id}/prove`, { code: await codeTo('epn@decize.example') })
    const secret = await secretTo('epn@decize.example')
    await api.ask({ method: 'POST', url: `/v1/claims/${id}/contest`, payload: { secret } })
    t.equal((await decide(id, 'grant')).statusCode, 200)
    t.equal((await edit(ben, decize, { summary: 'Ateliers.' })).statusCode, 200)
    const again = await api.ask({ method: 'POST', url: `/v1/claims/${id}/contest`, payload: { secret } })
    t.equal(again.statusCode, 409)
    t.match((await mailsTo(database, 'epn@decize.example')).at(-1), /Elle peut de nouveau modifier la fiche/)
    const page = await api.ask({
      url: `/revendications/${secret}/contester`,
      headers: { accept: 'text/html' }
    })
    t.equal(page.statusCode, 200)
    t.match(page.body, /cette personne s’occupe bien du lieu/)
  }
)

t.test('of an account on the domain of the site, the claim is granted at once', async (t) => {
  const cleo = await personOf(api, database, 'cleo@clamecy-num.fr')
  const granted = await cleo.tell(`/v1/places/${clamecy}/claims`, { proof: 'domain' })
  t.match(granted.json(), { state: 'granted', proof: 'domain' }, granted.body)
  const dan = await personOf(api, database, 'dan@example.org')
  const refused = await dan.tell(`/v1/places/${nevers}/claims`, { proof: 'domain' })
  t.equal(refused.statusCode, 409)
  t.match(refused.json().type, /proof-not-possible/)
  t.equal((await dan.tell(`/v1/places/${cosne}/claims`, { proof: 'contact_code' })).statusCode, 409)

  // The place has a manager now: the manager answers, and after 7 days a moderator.
  const code = async () => codeTo('epn@clamecy.example')
  const { id } = (await dan.tell(`/v1/places/${clamecy}/claims`, { proof: 'contact_code' })).json()
  const proved = await dan.tell(`/v1/claims/${id}/prove`, { code: await code() })
  t.match(proved.json(), { state: 'asked', has_owner: true }, 'the program never decides against a manager')
  t.match((await mailsTo(database, cleo.email)).at(-1), new RegExp(`revendications/${id}`))
  t.equal((await decide(id, 'grant')).statusCode, 404, 'not yet a matter for moderators')
  t.same((await mod.ask('/v1/moderation/claims')).json().items, [])
  t.match(
    (await cleo.see(`/v1/places/${clamecy}/claims`)).json().items,
    [{ state: 'granted' }, { id, allowed: ['grant', 'refuse'] }].reverse()
  )
  t.equal((await dan.tell(`/v1/claims/${id}/grant`)).statusCode, 409, 'a claimant does not decide')
  now += 8 * DAY
  t.match((await mod.ask('/v1/moderation/claims')).json().items, [{ id }])
  const accepted = await cleo.tell(`/v1/claims/${id}/grant`)
  t.match(accepted.json(), { state: 'granted', by_program: false })
  t.equal((await edit(dan, clamecy, { summary: 'Cours.' })).statusCode, 200)

  t.equal((await dan.tell(`/v1/claims/${id}/end`)).statusCode, 200)
  t.equal((await edit(dan, clamecy, { summary: 'Trop tard.' })).statusCode, 403)
  t.equal((await api.get<AnsweredPlace>(`/v1/places/${clamecy}`)).summary, 'Cours.', 'what was set stays')
})

t.test('an owner invites an editor, whose account need not exist; the invitation is used once', async (t) => {
  const cleo = await personOf(api, database, 'cleo@clamecy-num.fr')
  const invited = await cleo.tell(`/v1/places/${clamecy}/invitations`, { email: 'fay@example.org' })
  t.equal(invited.statusCode, 202, invited.body)
  const known = await cleo.tell(`/v1/places/${clamecy}/invitations`, { email: 'dan@example.org' })
  t.same(known.json(), invited.json(), 'the answer does not tell whether there is an account')
  t.equal(await database.prisma.account.count({ where: { email: 'fay@example.org' } }), 0)
  const invitation = /invitations\/([\w-]+)/.exec((await mailsTo(database, 'fay@example.org'))[0] ?? '')?.[1]
  const gil = await personOf(api, database, 'gil@example.org')
  const stolen = await gil.tell(`/v1/places/${clamecy}/claims`, { proof: 'invitation', invitation })
  t.equal(stolen.statusCode, 410)
  const fay = await personOf(api, database, 'fay@example.org')
  const accepted = await fay.tell(`/v1/places/${clamecy}/claims`, { proof: 'invitation', invitation })
  t.match(accepted.json(), { state: 'granted', rank: 'editor' })
  t.equal((await edit(fay, clamecy, { summary: 'Par Fay.' })).statusCode, 200)
  t.equal(
    (await fay.tell(`/v1/places/${clamecy}/invitations`, { email: 'x@example.org' })).statusCode,
    403,
    'editors do not invite'
  )
  t.equal((await cleo.tell(`/v1/claims/${accepted.json().id}/end`)).statusCode, 200)
  t.equal((await edit(fay, clamecy, { summary: 'Revenue.' })).statusCode, 403)
  const replayed = await fay.tell(`/v1/places/${clamecy}/claims`, { proof: 'invitation', invitation })
  t.equal(replayed.statusCode, 410)
})

t.test('what nothing proves waits for an administrator, who gives a reason', async (t) => {
  const hal = await personOf(api, database, 'hal@example.org')
  const asked = await hal.tell(`/v1/places/${cosne}/claims`, {
    proof: 'vouched',
    message: 'Je suis la directrice.'
  })
  t.match(asked.json(), { state: 'asked', message: 'Je suis la directrice.' })
  const { id } = asked.json()
  const byModerator = await decide(id, 'grant', { reason: 'Je la connais.' })
  t.match(byModerator.json().type, /needs-moderator/)
  await database.batch.query("UPDATE role SET role = 'admin' WHERE account_id = $1", [mod.id])
  t.equal((await decide(id, 'grant')).statusCode, 409, 'and only with a code of the last minutes')
  const admin = await personOf(api, database, 'mod@annuaire.example')
  t.equal((await admin.tell(`/v1/claims/${id}/grant`)).statusCode, 400, 'a reason is needed')
  t.equal((await admin.tell(`/v1/claims/${id}/grant`, { reason: 'Vue en mairie.' })).statusCode, 200)
  t.equal((await edit(hal, cosne, { summary: 'Ouvert.' })).statusCode, 200)
})
