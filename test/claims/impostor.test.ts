import t from 'tap'
import { mailsTo } from '../contributions/reporting.ts'
import { moderatorOf, report } from '../moderation/moderators.ts'
import { type AnsweredPlace, apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { senderOf } from '../support/records.ts'
import { type Person, personOf } from './claiming.ts'

/* An impostor can neither lock a place out nor cost it what its manager set. */

const DAY = 24 * 3600_000
const now = Date.now() + 40 * DAY
const database = await testDatabase(t)
const api = await apiOver(t, database, () => now)
const { put } = await senderOf(database, api, 'mediatheques-gironde')
const sourceSays = (id: string, city: string, commune: string, contacts: object) => ({
  ...{ id, content: { name: `Médiathèque de ${city}`, address: { commune }, contacts } }
})
await put([
  sourceSays('coutras', 'Coutras', '33138', {
    phone: '+33557000050',
    emails: ['bib@mediatheque-coutras.fr'],
    websites: ['https://mediatheque-coutras.fr']
  }),
  sourceSays('nevers', 'Nevers', '58194', { websites: ['https://www.mediatheque-de-nevers.fr'] })
])
const idOf = async (town: string) => (await api.get(`/v1/places?q=mediatheque+${town}`)).items[0]?.id ?? ''
const coutras = await idOf('coutras')
const nevers = await idOf('nevers')
const shown = () => api.get<AnsweredPlace>(`/v1/places/${coutras}`)
const mod = await moderatorOf(api, database, 'mod@annuaire.example', { kind: 'all' })

async function set(person: Person, fields: object): Promise<readonly number[]> {
  const version = (await shown()).updated_at
  const answer = await person.change(`/v1/places/${coutras}`, { version, fields })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json().corrections
}

/** Makes a person who has an address on the site of the place its manager, with the consent of those who are. */
async function manager(email: string): Promise<{ readonly person: Person; readonly claim: string }> {
  const person = await personOf(api, database, email)
  const made = await person.tell(`/v1/places/${coutras}/claims`, { proof: 'domain' })
  if (made.statusCode !== 201) throw new Error(made.body)
  return { person, claim: made.json().id }
}

const grant = (claim: string, by: Person) => by.tell(`/v1/claims/${claim}/grant`)
const decide = (claim: string, act: 'contest' | 'revoke' | 'grant', payload = {}) =>
  api.ask({
    method: 'POST',
    url: `/v1/claims/${claim}/${act}`,
    headers: { authorization: `Bearer ${mod.token}` },
    payload
  })

const RIGHT = { reason: 'corrected', text: 'Corrigé.' }

async function revoke(claim: string) {
  await decide(claim, 'contest')
  return decide(claim, 'revoke', { reason: 'La mairie ne connaît pas cette personne.' })
}

t.test('what an impostor writes over the edits of the manager is undone, and theirs are back', async (t) => {
  const dave = await manager('dave@mediatheque-coutras.fr')
  const erin = await manager('erin@mediatheque-coutras.fr')
  t.equal((await grant(erin.claim, dave.person)).statusCode, 200)
  await set(dave.person, { 'contacts.phone': '+33557000088', summary: 'Aide sur rendez-vous.' })
  await set(erin.person, { 'contacts.phone': '+33899000099' })
  await set(erin.person, {
    'contacts.phone': '+33899000100',
    'contacts.websites': ['https://arnaque.example']
  })
  const ended = await revoke(erin.claim)
  t.equal(ended.statusCode, 200, ended.body)
  const { contacts, summary } = await shown()
  t.equal(contacts.phone, '+33557000088')
  t.same(contacts.websites, ['https://mediatheque-coutras.fr'])
  t.equal(summary, 'Aide sur rendez-vous.')
  const own = (await dave.person.see('/v1/account/places')).json().items[0]
  t.equal(own.edits, 2, 'they are the manager’s again, and will be asked about')
  const { items } = (await api.ask(`/v1/places/${coutras}/history`)).json()
  t.same(
    items
      .filter(({ kind }: { kind: string }) => kind.startsWith('manager_'))
      .map(({ kind, by }: { kind: string; by: string }) => `${kind} by ${by}`),
    [
      'manager_ended by moderator',
      'manager_contested by moderator',
      'manager_granted by manager',
      'manager_granted by system'
    ],
    'everyone can see when the place got and lost managers, never who they were'
  )
  t.match(
    items.find(
      ({ kind, fields }: { kind: string; fields: string[] }) =>
        kind === 'undone' && fields[0] === 'contacts.phone'
    ),
    { before: '+33899000100', after: '+33557000088' },
    'the history says what came back'
  )
})

t.test('an edit of an impostor that was replaced does not come back with what replaced it', async (t) => {
  const dave = { person: await personOf(api, database, 'dave@mediatheque-coutras.fr') }
  const fay = await manager('fay@mediatheque-coutras.fr')
  t.equal((await grant(fay.claim, dave.person)).statusCode, 200)
  await set(fay.person, { 'contacts.phone': '+33899000200' })
  const [id] = await set(dave.person, { 'contacts.phone': '+33557000077' })
  t.equal((await revoke(fay.claim)).statusCode, 200)
  t.equal((await shown()).contacts.phone, '+33557000077', 'it stands')
  t.equal((await dave.person.tell(`/v1/corrections/${id}/undo`)).statusCode, 200)
  t.equal((await shown()).contacts.phone, '+33557000088', 'the manager’s own value before')
})

t.test('a rejected report gives back what the manager had set', async (t) => {
  const text = 'Le numéro a changé.'
  const reference = await report(api, { category: 'contacts', place: coutras, text })
  const corrections = [{ field: 'contacts.phone', value: '+33557000066' }]
  t.equal((await mod.decide(reference, 'accept', { ...RIGHT, corrections })).statusCode, 200)
  t.equal((await shown()).contacts.phone, '+33557000066')
  t.equal(
    (await mod.decide(reference, 'reopen', { reason: 'contested', text: 'Nous vérifions.' })).statusCode,
    200
  )
  const rejected = await mod.decide(reference, 'reject', { reason: 'contradicted', text: 'C’était faux.' })
  t.equal(rejected.statusCode, 200, rejected.body)
  t.equal((await shown()).contacts.phone, '+33557000088')
})

t.test(
  'whatever managers write, the sources prove who the place is, and it hears of new claims',
  async (t) => {
    const options = `/v1/places/${coutras}/claim-options`
    const before = await api.get<object>(options)
    t.match(before, { addresses: ['b…@mediatheque-coutras.fr'], domains: ['mediatheque-coutras.fr'] })
    const dave = await personOf(api, database, 'dave@mediatheque-coutras.fr')
    await set(dave, {
      'contacts.emails': ['moi@arnaque.example'],
      'contacts.websites': ['https://arnaque.example']
    })
    t.same(await api.get<object>(options), before)
    const mails = (await mailsTo(database, 'bib@mediatheque-coutras.fr')).length
    const gus = await personOf(api, database, 'gus@example.org')
    const asked = await gus.tell(`/v1/places/${coutras}/claims`, { proof: 'contact_code', address: 1 })
    t.equal(asked.statusCode, 201, asked.body)
    t.equal((await mailsTo(database, 'bib@mediatheque-coutras.fr')).length, mails + 1)
    const text = 'Cette adresse n’existe plus.'
    const reference = await report(api, { category: 'contacts', place: coutras, text })
    const corrections = [{ field: 'contacts.emails', value: [] }]
    t.equal((await mod.decide(reference, 'accept', { ...RIGHT, corrections })).statusCode, 200)
    t.match(await api.get(options), { addresses: [] }, 'what a moderator took out proves nothing')
    await set(dave, { 'contacts.emails': ['moi@arnaque.example'] })
    t.match(await api.get(options), { addresses: [] }, 'also once a manager has written over it')
  }
)

t.test('without an address that could be warned, a moderator checks a claim by the domain', async (t) => {
  const page = await api.ask({
    url: `/lieux/${nevers}/gerer`,
    headers: {
      cookie: `annuaire=${(await personOf(api, database, 'zoe@mediatheque-de-nevers.fr')).token}`,
      ...{ accept: 'text/html', 'accept-language': 'fr' }
    }
  })
  t.match(page.body, /Un modérateur vérifie, car l’annuaire ne connaît aucune adresse/)
  t.notMatch(page.body, /sera prévenue/)
  const zoe = await personOf(api, database, 'zoe@mediatheque-de-nevers.fr')
  const made = await zoe.tell(`/v1/places/${nevers}/claims`, { proof: 'domain' })
  t.match(made.json(), { state: 'asked' }, made.body)
  const queue = await mod.ask('/v1/moderation/claims')
  t.match(queue.body, made.json().id, 'the moderator finds it')
  const granted = await decide(made.json().id, 'grant')
  t.equal(granted.statusCode, 200, 'it is proved, so a moderator is enough')
})
