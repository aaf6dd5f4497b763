import t from 'tap'
import { readConfig } from '../../src/config.ts'
import { depsOver } from '../../src/deps.ts'
import { readEmail } from '../../src/domain/accounts/email.ts'
import type { Mail } from '../../src/domain/mail/mail.ts'
import { setFeedback } from '../../src/store/feedback/feedback-store.ts'
import { managing } from '../edits/managing.ts'
import { moderatorOf, report } from '../moderation/moderators.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { forgetAttempts, signIn } from '../support/people/accounts.ts'
import { senderOf } from '../support/records.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const { tellSources } = depsOver(readConfig({ LOG_LEVEL: 'silent' }), database)
const libraries = await senderOf(database, api, 'bibliotheques-nievre')
const cyber = await senderOf(database, api, 'cyber-bases')
const NEVERS = {
  id: 'N-12',
  content: {
    name: 'Médiathèque Jean Jaurès',
    types: ['BIB'],
    address: { street: '17 rue Jean Jaurès', postcode: '58000', city: 'Nevers', commune: '58194' },
    contacts: { phone: '+33386684850', person: { name: 'Camille Martin', role: null } }
  }
}
const CLAMECY = {
  id: 'C-3',
  content: { name: 'Médiathèque François-Mitterrand', types: ['BIB'], address: { commune: '58079' } }
}
await libraries.put([NEVERS, CLAMECY])
await cyber.put([
  {
    id: 'banlay',
    content: { name: 'Cyber-base du Banlay', types: ['EPN'], address: { commune: '58194' } }
  }
])
const idOf = async (words: string) => (await api.get(`/v1/places?q=${words}`)).items[0]?.id ?? ''
const [nevers, clamecy] = [await idOf('mediatheque+jaures+nevers'), await idOf('mediatheque+clamecy')]

const DAY = 24 * 60 * 60_000
/** The first Monday from now on, at noon in UTC, and those after it. */
const today = new Date()
const monday = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate(), 12)
const firstMonday = monday + ((8 - today.getUTCDay()) % 7 || 7) * DAY
const tellOn = (week: number) => tellSources(new Date(firstMonday + week * 7 * DAY))

const OWNER = 'donnees@nievre.example'
const hear = async (slug: string, address: string | null, language: 'fr' | 'en' = 'fr') => {
  const email = address === null ? undefined : readEmail(address)
  const found = await setFeedback(database, slug, email ? { email, language } : null, new Date())
  // As if it had been given yesterday, and nothing had been mailed since.
  if (email)
    await database.batch.query(
      "UPDATE source SET feedback_until = now() - interval '1 day' WHERE feedback_email IS NOT NULL"
    )
  return found
}

async function mailsTo(email: string): Promise<readonly Mail[]> {
  const { rows } = await database.batch.query<{ payload: Mail }>(
    `SELECT payload FROM outbox WHERE payload ->> 'to' = $1 ORDER BY id`,
    [email]
  )
  return rows.map(({ payload }) => payload)
}
const listsIn = ({ blocks }: Mail) =>
  blocks.flatMap((block) => (typeof block === 'object' && 'list' in block ? block.list : []))

const MANAGER = 'directrice@nevers.example'
await managing(database, MANAGER, nevers)
await forgetAttempts(database)
const token = await signIn(api, database, MANAGER)

async function set(fields: object): Promise<void> {
  const { updated_at: version } = await api.get<{ updated_at: string }>(`/v1/places/${nevers}`)
  const edited = await api.ask({
    method: 'PATCH',
    url: `/v1/places/${nevers}`,
    headers: { authorization: `Bearer ${token}` },
    payload: { version, fields }
  })
  if (edited.statusCode !== 200) throw new Error(edited.body)
}

t.test('nothing is mailed for a source whose owner has given no address', async (t) => {
  await set({ 'contacts.phone': '+33386684888' })
  await tellOn(0)
  t.equal((await mailsTo(OWNER)).length, 0)
})

t.test(
  'the owner of the libraries of Nièvre hears on Monday what their data say otherwise, once',
  async (t) => {
    t.ok(await hear('bibliotheques-nievre', OWNER))
    t.ok(await hear('cyber-bases', 'cyber@example.org'))
    await tellOn(0)
    const [mail, ...more] = await mailsTo(OWNER)
    t.equal(more.length, 0)
    if (mail === undefined) return t.fail('no mail')
    t.match(mail.subject, 'ce qui a été corrigé')
    t.match(mail.blocks, [
      /une fiche/,
      { link: `/lieux/${nevers}/historique`, label: 'Médiathèque Jean Jaurès, Nevers' }
    ])
    const [record, phone] = listsIn(mail)
    t.match(record, /Identifiant dans vos données\u00a0: N-12$/u)
    t.match(
      phone,
      /^Le téléphone\u00a0: vos données disent «\u00a0.*86684850\u00a0», l’annuaire publie «\u00a0.*86684888\u00a0» depuis/u
    )
    t.notMatch(JSON.stringify(mail), /directrice|Camille|Martin/, 'it names no person')
    t.equal((await mailsTo('cyber@example.org')).length, 0, 'no record of theirs was put right')
    await tellOn(0)
    await tellOn(1)
    t.equal((await mailsTo(OWNER)).length, 1, 'what was mailed is not mailed again')
  }
)

t.test('what the source has mended meanwhile is not mailed', async (t) => {
  await hear('bibliotheques-nievre', OWNER)
  const { contacts } = NEVERS.content
  await libraries.put([
    { ...NEVERS, content: { ...NEVERS.content, contacts: { ...contacts, phone: '+33386684888' } } },
    CLAMECY
  ])
  await tellOn(2)
  t.equal((await mailsTo(OWNER)).length, 1)
  await libraries.put([NEVERS, CLAMECY])
})

t.test(
  'a report that a moderator passes on arrives with its words; one that was rejected does not',
  async (t) => {
    await hear('bibliotheques-nievre', OWNER, 'en')
    const moderator = await moderatorOf(api, database, 'm58@example.org', { kind: 'all' })
    const text = 'La médiathèque est fermée tout le mois d’août.'
    const [right, wrong] = [
      await report(api, { category: 'other', text, place: clamecy }),
      await report(api, { category: 'other', text: 'Achetez mes montres.', place: clamecy })
    ]
    for (const reference of [right, wrong]) await moderator.decide(reference, 'take')
    const passed = await moderator.decide(right, 'accept', {
      reason: 'passed-on',
      text: 'Transmis.',
      corrections: []
    })
    t.equal(passed.statusCode, 200, passed.body)
    t.equal((await moderator.decide(wrong, 'reject', { reason: 'spam', text: 'Publicité.' })).statusCode, 200)
    await tellOn(3)
    const mail = (await mailsTo(OWNER)).at(-1)
    t.equal(mail?.language, 'en')
    t.match(JSON.stringify(mail?.blocks), /passes this report on/)
    t.match(
      mail?.blocks.filter((block) => typeof block === 'object' && 'quote' in block),
      [{ quote: text }]
    )
    t.notMatch(JSON.stringify(mail), /montres/)
  }
)

t.test('a new address of the owner hears what the one before has not heard, and nothing again', async (t) => {
  await hear('bibliotheques-nievre', OWNER)
  await tellOn(4)
  const next = readEmail('nouvelle@nievre.example')
  if (next === undefined) throw new Error('not read')
  await setFeedback(database, 'bibliotheques-nievre', { email: next, language: 'fr' }, new Date())
  await tellOn(5)
  t.equal((await mailsTo(next)).length, 0)
})

t.test('mails end when the address is taken back, and an unknown source is refused', async (t) => {
  await hear('bibliotheques-nievre', null)
  const before = (await mailsTo(OWNER)).length
  await set({ 'contacts.phone': '+33386684899' })
  await tellOn(6)
  t.equal((await mailsTo(OWNER)).length, before)
  t.notOk(await hear('bibliotheques-de-l-ailleurs', OWNER))
})

t.test('the address of a source is never published', async (t) => {
  await hear('bibliotheques-nievre', OWNER)
  for (const path of ['/v1/sources', '/v1/sources/bibliotheques-nievre', `/v1/places/${nevers}/provenance`])
    t.notMatch(JSON.stringify(await api.get(path)), /donnees@nievre|feedback/, path)
})
