import t from 'tap'
import { dueBefore } from '../../src/domain/subscriptions/digest.ts'
import { granted } from '../edits/managing.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { forgetAttempts, signIn } from '../support/people/accounts.ts'
import { senderOf } from '../support/records.ts'
import { correctionsIn } from '../support/writers.ts'
import { digestsTo, subscribed, tellerOver, toldBy } from './subscribing.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const tell = tellerOver(database)
const { put } = await senderOf(database, api, 'epn-nievre')
const record = (id: string, name: string, commune: string, contacts: object = {}) => ({
  id,
  content: { name, types: ['EPN'], address: { commune }, contacts }
})
const NEVERS = record('nevers', 'Cyber-base du Banlay', '58194')
const CLAMECY = record('clamecy', 'Médiathèque François-Mitterrand', '58079')
const BAYEUX = record('bayeux', 'Espace numérique de Bayeux', '14047')
await put([NEVERS, CLAMECY, BAYEUX])
const idOf = async (words: string) => (await api.get(`/v1/places?q=${words}`)).items[0]?.id ?? ''
const nevers = await idOf('cyber-base+banlay')

/** Monday 7 December 2026, at noon in UTC. */
const MONDAY = Date.UTC(2026, 11, 7, 12)
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const at = (ms: number) => tell(new Date(MONDAY + ms))
/** As if it had been looked at last before everything. */
const waited = () => database.batch.query("UPDATE subscription SET told_at = '2026-11-01T00:00:00Z'")

t.test('a person who follows the Nièvre gets one mail about Nevers, and none about Bayeux', async (t) => {
  const email = 'ana@nevers.example'
  await subscribed(api, database, { email, kind: 'territory', territory: 'department:58', cadence: 'daily' })
  await waited()
  await at(0)
  t.equal((await digestsTo(database, email)).length, 0, 'nothing has changed since')
  const phone = { phone: '+33386000001', person: { name: 'Camille Martin', role: null } }
  await put([
    { ...NEVERS, content: { ...NEVERS.content, contacts: phone } },
    CLAMECY,
    record('bayeux', 'Espace numérique de Bayeux', '14047', { phone: '+33231000001' })
  ])
  await at(0)
  t.equal((await digestsTo(database, email)).length, 0, 'it was looked at this morning')
  await at(DAY)
  const [digest, ...more] = await digestsTo(database, email)
  t.equal(more.length, 0)
  if (digest === undefined) return t.fail('no mail')
  const told = toldBy(digest)
  t.strictSame([...told.keys()], [nevers])
  t.match(told.get(nevers)?.[0], /: Ce qui a changé\u00a0: .*téléphone/u)
  t.notMatch(JSON.stringify(digest), /Camille|Martin/, 'it names no person')
  t.match(digest.subject, 'Changements\u00a0: Nièvre')
  t.match(digest.unsubscribe, /^\/abonnements\/[\w-]{60,}$/)
  await at(2 * DAY)
  t.equal((await digestsTo(database, email)).length, 1, 'what was told is not told again')
})

t.test('a mail about new hours has the hours before; the person who set them gets none', async (t) => {
  const [manager, reader] = ['chef@nevers.example', 'lea@nevers.example']
  await granted(database, manager, { role: 'manager', scope: { kind: 'place', code: nevers }, rank: 'owner' })
  await forgetAttempts(database)
  const token = await signIn(api, database, manager)
  for (const email of [manager, reader])
    await subscribed(api, database, { email, kind: 'place', place: nevers, cadence: 'now' })
  const { updated_at: version } = await api.get<{ updated_at: string }>(`/v1/places/${nevers}`)
  const edited = await api.ask({
    method: 'PATCH',
    url: `/v1/places/${nevers}`,
    headers: { authorization: `Bearer ${token}` },
    payload: { version, fields: { opening_hours: 'Lundi et mardi 9h-12h' } }
  })
  t.equal(edited.statusCode, 200, edited.body)
  await at(0)
  t.equal((await digestsTo(database, manager)).length, 0)
  const [digest] = await digestsTo(database, reader)
  if (digest === undefined) return t.fail('no mail')
  t.match(
    toldBy(digest).get(nevers)?.join(),
    /Les horaires\u00a0: avant «\u00a0non renseigné\u00a0», maintenant «\u00a0Lundi et mardi 9h-12h\u00a0»/u
  )
  const undone = await api.ask({
    method: 'POST',
    url: `/v1/corrections/${edited.json().corrections[0]}/undo`,
    headers: { authorization: `Bearer ${token}` },
    payload: {}
  })
  t.equal(undone.statusCode, 200, undone.body)
  await at(MINUTE)
  t.equal((await digestsTo(database, reader)).length, 1, 'at most one mail in fifteen minutes')
  await at(16 * MINUTE)
  t.equal((await digestsTo(database, reader)).length, 2)
  t.equal((await digestsTo(database, manager)).length, 0, 'undoing is an act of its own too')
})

t.test('two subscriptions of one address with mails at once wait for each other', async (t) => {
  const email = 'noe@nevers.example'
  await subscribed(api, database, { email, kind: 'territory', territory: 'department:58', cadence: 'now' })
  await subscribed(api, database, { email, kind: 'search', search: 'q=banlay', cadence: 'now' })
  await put([
    { ...NEVERS, content: { ...NEVERS.content, contacts: { phone: '+33386000002' } } },
    CLAMECY,
    BAYEUX
  ])
  await at(0)
  t.equal((await digestsTo(database, email)).length, 1)
  await at(14 * MINUTE)
  t.equal((await digestsTo(database, email)).length, 1)
  await at(16 * MINUTE)
  t.equal((await digestsTo(database, email)).length, 2)
  t.equal(new Set((await digestsTo(database, email)).map(({ subject }) => subject)).size, 2)
})

t.test('a place that has left the directory is followed, also when it is back', async (t) => {
  const email = 'zoe@clamecy.example'
  const clamecy = await idOf('mediatheque+clamecy')
  await subscribed(api, database, { email, kind: 'place', place: clamecy, cadence: 'now' })
  await put([NEVERS, BAYEUX], 'mode=complete&max_withdrawn=100')
  await at(0)
  await put([NEVERS, BAYEUX, CLAMECY])
  await at(20 * MINUTE)
  const said = (await digestsTo(database, email)).map((each) => toldBy(each).get(clamecy)?.join())
  t.match(said, [/n’est plus dans l’annuaire/, /de nouveau dans l’annuaire/])
})

t.test('a person who follows a place that was merged gets mails about the one that remains', async (t) => {
  const { put: putOther } = await senderOf(database, api, 'mairies-de-la-nievre', 5)
  const decize = (name: string, phone: string) => ({
    id: 'decize',
    content: {
      name,
      types: ['EPN'],
      address: { commune: '58095', street: '12 rue de la République', postcode: '58300', city: 'Decize' },
      contacts: { phone }
    }
  })
  await putOther([decize('Maison des associations', '+33386250000')])
  await put([NEVERS, CLAMECY, BAYEUX, decize('Cyberespace de Decize', '+33386250001')])
  const places = (await api.get('/v1/places?commune=58095')).items
  t.equal(places.length, 2)
  for (const { id } of places)
    await subscribed(api, database, {
      email: `${id}@decize.example`,
      kind: 'place',
      place: id,
      cadence: 'now'
    })
  await putOther([decize('Cyberespace de Decize', '+33386250001')])
  const [survivor] = (await api.get('/v1/places?commune=58095')).items
  const gone = places.find(({ id }) => id !== survivor?.id)?.id ?? ''
  await at(0)
  await putOther([decize('Cyberespace de Decize', '+33386250002')])
  await put([NEVERS, CLAMECY, BAYEUX, decize('Cyberespace de Decize', '+33386250002')])
  await at(20 * MINUTE)
  const [merged, after, ...more] = await digestsTo(database, `${gone}@decize.example`)
  if (merged === undefined || after === undefined) return t.fail('no mail')
  t.equal(more.length, 0)
  t.match(toldBy(merged).get(gone)?.join(), /les deux fiches n’en font plus qu’une/)
  t.match(
    toldBy(after)
      .get(survivor?.id ?? '')
      ?.join(),
    /téléphone/
  )
})

t.test('a mail about a phone number has both, as people say them, also once an edit is undone', async (t) => {
  const email = 'tel@nevers.example'
  await subscribed(api, database, { email, kind: 'place', place: nevers, cadence: 'now' })
  const corrections = correctionsIn(database)
  const correct = (value: string) => corrections.make({ place: nevers, field: 'contacts.phone', value })
  const first = await correct('+33386000055')
  await at(0)
  const id = await correct('+33899000066')
  await at(20 * MINUTE)
  await corrections.undo(id)
  await at(40 * MINUTE)
  await corrections.undo(first)
  const told = (await digestsTo(database, email)).map((each) => toldBy(each).get(nevers)?.join() ?? '')
  t.equal(told.length, 3)
  t.match(told[0], /maintenant «\s03\s86\s00\s00\s55\s»/)
  t.match(told[1], /avant «\s03\s86\s00\s00\s55\s», maintenant «\s08\s99\s00\s00\s66\s»/)
  t.match(told[2], /avant «\s08\s99\s00\s00\s66\s», maintenant «\s03\s86\s00\s00\s55\s»/)
})

t.test('more than 200 changed places become one line with a link', async (t) => {
  const email = 'max@caen.example'
  await subscribed(api, database, { email, kind: 'territory', territory: 'department:14', cadence: 'now' })
  const { put: putMany } = await senderOf(database, api, 'ecoles-du-calvados')
  await putMany(
    Array.from({ length: 201 }, (_, nth) => record(`${nth}`, `École ${nth} de Caen`, '14118', {}))
  )
  await at(0)
  const [digest] = await digestsTo(database, email)
  t.match(digest?.blocks[0], /^201 lieux ont changé \(Calvados\)/)
  t.equal(digest?.blocks.length, 2)
})

t.test('a subscription whose mail comes back ends', async (t) => {
  const email = 'parti@nevers.example'
  const link = await subscribed(api, database, { email, kind: 'place', place: nevers, cadence: 'weekly' })
  await database.batch.query(
    `INSERT INTO suppressed (email_key, reason) SELECT email_key, 'bounce' FROM subscription WHERE email = $1`,
    [email]
  )
  await at(0)
  t.equal((await api.ask(`/v1/subscriptions/${link}`)).statusCode, 404)
})

t.test('mornings begin at five in UTC, and weeks on Monday', async (t) => {
  const due = (text: string) => {
    const { daily, weekly } = dueBefore(new Date(text))
    return [daily.toISOString(), weekly.toISOString()]
  }
  t.strictSame(due('2026-12-07T12:00:00Z'), ['2026-12-07T05:00:00.000Z', '2026-12-07T05:00:00.000Z'])
  t.strictSame(due('2026-12-07T04:59:00Z'), ['2026-12-06T05:00:00.000Z', '2026-11-30T05:00:00.000Z'])
  t.strictSame(due('2026-12-13T23:00:00Z'), ['2026-12-13T05:00:00.000Z', '2026-12-07T05:00:00.000Z'])
})

t.test(
  'a subscription that cannot be read does not keep the others from their mails, and is tried again',
  async (t) => {
    const [broken, other] = ['illisible@nevers.example', 'lisible@nevers.example']
    for (const email of [broken, other])
      await subscribed(api, database, {
        email,
        kind: 'territory',
        territory: 'department:58',
        cadence: 'daily'
      })
    const unreadable = `UPDATE subscription SET filters = '{"territory": 58}' WHERE email = '${broken}' RETURNING cursor`
    const { rows: before } = await database.batch.query<{ cursor: string }>(unreadable)
    await waited()
    await database.batch.query(
      `UPDATE subscription SET told_at = '2026-10-01T00:00:00Z' WHERE email = '${broken}'`
    )
    const mended = { ...NEVERS, content: { ...NEVERS.content, contacts: { phone: '+33386000007' } } }
    await put([mended], 'mode=partial')
    await t.rejects(at(9 * DAY), { message: /failed.*: 1\.$/ })
    t.equal((await digestsTo(database, other)).length, 1)
    t.equal((await digestsTo(database, broken)).length, 0)
    const left = "SELECT cursor FROM subscription WHERE email = 'illisible@nevers.example'"
    t.same((await database.batch.query(left)).rows, before, 'it loses no change')
  }
)
