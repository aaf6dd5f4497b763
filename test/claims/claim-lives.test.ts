import t from 'tap'
import { readEmail } from '../../src/domain/accounts/email.ts'
import { forgetAddresses } from '../../src/domain/accounts/manage-account.ts'
import { accountActs } from '../../src/store/accounts/account-writer.ts'
import { forgetOldClaims } from '../../src/store/claims/old-claims.ts'
import { dataVersionReader } from '../../src/store/db/data-version.ts'
import { codeIn, mailsTo } from '../contributions/reporting.ts'
import { moderatorOf } from '../moderation/moderators.ts'
import { type AnsweredPlace, apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { senderOf } from '../support/records.ts'
import { type Person, personOf } from './claiming.ts'

const DAY = 24 * 3600_000
let now = Date.now() + 40 * DAY
const database = await testDatabase(t)
const api = await apiOver(t, database, () => now)
const { put } = await senderOf(database, api, 'epn-nievre')
const TOWNS = { Nevers: '58194', Decize: '58095', Clamecy: '58079', Cosne: '58086' } as const
await put(
  Object.entries(TOWNS).map(([town, commune]) => ({
    id: town,
    content: {
      name: `Espace numérique ${town}`,
      address: { commune },
      contacts: {
        emails: [`epn@${town.toLowerCase()}.example`],
        websites: [`https://epn-${town.toLowerCase()}.fr`]
      }
    }
  }))
)
const idOf = async (town: string) =>
  (await api.get(`/v1/places?q=espace+numerique+${town}`)).items[0]?.id ?? ''
const [nevers, decize, clamecy, cosne] = await Promise.all(['nevers', 'decize', 'clamecy', 'cosne'].map(idOf))
const owner = async (town: string, place = ''): Promise<{ person: Person; claim: string }> => {
  const person = await personOf(api, database, `directrice@epn-${town}.fr`)
  const claim = await person.tell(`/v1/places/${place}/claims`, { proof: 'domain' })
  if (claim.statusCode !== 201) throw new Error(claim.body)
  return { person, claim: claim.json().id }
}
const edit = async (person: Person, place = '', summary = 'Ateliers.') =>
  person.change(`/v1/places/${place}`, {
    version: (await api.get<AnsweredPlace>(`/v1/places/${place}`)).updated_at,
    fields: { summary }
  })

t.test('the manager of a place in Decize manages the place in Nevers into which it is merged', async (t) => {
  const { person, claim } = await owner('decize', decize)
  t.equal((await edit(person, nevers)).statusCode, 403)
  await database.batch.query("UPDATE place SET status = 'merged', merged_into = $1 WHERE id = $2", [
    nevers,
    decize
  ])
  t.equal((await edit(person, nevers)).statusCode, 200)
  t.match((await person.see('/v1/account')).json().roles, [{ scope_code: nevers }])
  t.match((await person.see(`/v1/claims/${claim}`)).json(), { state: 'granted', place: { id: nevers } })
  t.match(await api.get(`/v1/places/${nevers}/claim-options`), { has_manager: true })
  t.equal(
    (await person.tell(`/v1/places/${nevers}/claims`, { proof: 'domain' })).statusCode,
    409,
    'not twice'
  )

  // Suspended and revoked where it counts today.
  const mod = await moderatorOf(api, database, 'mod@annuaire.example', { kind: 'all' })
  const headers = { authorization: `Bearer ${mod.token}` }
  const act = (name: string, payload: object) =>
    api.ask({ method: 'POST', url: `/v1/claims/${claim}/${name}`, headers, payload })
  t.equal((await act('contest', {})).statusCode, 204)
  t.equal((await edit(person, nevers)).statusCode, 403)
  t.equal((await act('revoke', { reason: 'Lieu quitté.' })).statusCode, 200)
  t.equal((await api.get<AnsweredPlace>(`/v1/places/${nevers}`)).summary, null)
})

t.test('contesting the claim of an owner suspends the editors that the owner invited', async (t) => {
  const { person, claim } = await owner('clamecy', clamecy)
  await person.tell(`/v1/places/${clamecy}/invitations`, { email: 'max@example.org' })
  const invitation = /invitations\/([\w-]+)/.exec((await mailsTo(database, 'max@example.org'))[0] ?? '')?.[1]
  const max = await personOf(api, database, 'max@example.org')
  await max.tell(`/v1/places/${clamecy}/claims`, { proof: 'invitation', invitation })
  t.equal((await edit(max, clamecy, 'Par Max.')).statusCode, 200)
  const mail = (await mailsTo(database, 'epn@clamecy.example')).at(-1) ?? ''
  const secret = /revendications\/([\w-]+)\/contester/.exec(mail)?.[1]
  await api.ask({ method: 'POST', url: `/v1/claims/${claim}/contest`, payload: { secret } })
  t.equal((await edit(max, clamecy, 'Encore.')).statusCode, 403)
  const states = await database.prisma.claim.findMany({ where: { placeId: clamecy ?? '' } })
  t.same(
    states.map(({ state }) => state),
    ['contested', 'contested']
  )
})

t.test('the export of an account has its claims, without the digest of a code', async (t) => {
  const ida = await personOf(api, database, 'ida@example.org')
  await ida.tell(`/v1/places/${cosne}/claims`, { proof: 'vouched', message: 'Je suis Ida.' })
  const exported = await ida.see('/v1/account/export')
  t.match(exported.json().claim ?? exported.json().tables?.claim, [
    { proof: 'vouched', state: 'asked', message: 'Je suis Ida.' }
  ])
  t.notMatch(exported.body, /digest/)
})

t.test('erasing a person ends their claims and roles, and empties what they wrote', async (t) => {
  const { person } = await owner('cosne', cosne)
  const ida = readEmail('ida@example.org')
  const granting = {
    acts: accountActs(database),
    secret: dataVersionReader(database).secret,
    now: () => new Date(now)
  }
  t.equal(await forgetAddresses(granting, [person.email, ida ?? ''], 'system'), 2)
  const left = await database.prisma.claim.findMany({ where: { placeId: cosne ?? '' } })
  t.same(
    left.map(({ state, message, sentToHint }) => [state, message, sentToHint]),
    [
      ['ended', null, null],
      ['ended', null, null]
    ]
  )
  t.match(await api.get(`/v1/places/${cosne}/claim-options`), { has_manager: false })
  const { rows } = await database.batch.query<{ text: string }>('SELECT claim::text AS text FROM claim')
  t.notMatch(rows.map(({ text }) => text).join(), /Ida/)
})

t.test('a claim that is not answered for half a year ends, and its claimant gets a mail', async (t) => {
  const leo = await personOf(api, database, 'leo@example.org')
  const asked = { proof: 'vouched', message: 'Je suis Léo.' }
  const { id } = (await leo.tell(`/v1/places/${cosne}/claims`, asked)).json()
  const state = async () => (await leo.see(`/v1/claims/${id}`)).json().state
  await forgetOldClaims(database, new Date(now + 179 * DAY))
  t.equal(await state(), 'asked')
  await forgetOldClaims(database, new Date(now + 180 * DAY))
  t.equal(await state(), 'lapsed')
  const mails = await mailsTo(database, 'leo@example.org')
  t.match(mails.at(-1), /Depuis 180 jours, personne n’a répondu/)
  await forgetOldClaims(database, new Date(now + 181 * DAY))
  t.equal((await mailsTo(database, 'leo@example.org')).length, mails.length, 'once')
  await forgetOldClaims(database, new Date(now + 211 * DAY))
  t.equal(await database.prisma.claim.count({ where: { id } }), 0, 'nothing is left of it a month later')
})

t.test(
  'claims whose code was not typed end after a day, and are deleted later; texts are kept for a year',
  async (t) => {
    const kim = await personOf(api, database, 'kim@example.org')
    const { id } = (await kim.tell(`/v1/places/${cosne}/claims`, { proof: 'contact_code' })).json()
    t.ok(codeIn((await mailsTo(database, 'epn@cosne.example')).at(-1)))
    now += DAY
    t.match(await forgetOldClaims(database, new Date(now)), { lapsed: 1, deleted: 0 })
    t.match((await kim.see(`/v1/claims/${id}`)).json(), { state: 'lapsed' })
    t.match(await forgetOldClaims(database, new Date(now + 31 * DAY)), { lapsed: 0, deleted: 1 })
    const withReason = () => database.prisma.claim.count({ where: { reason: { not: null } } })
    t.ok((await withReason()) > 0)
    await forgetOldClaims(database, new Date(now + 400 * DAY))
    t.equal(await withReason(), 0)
  }
)
