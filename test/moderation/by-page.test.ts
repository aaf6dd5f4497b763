import t from 'tap'
import { formIn } from '../contributions/reporting.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { createKey, senderOf } from '../support/records.ts'
import { journalOf, moderatorOf, report } from './moderators.ts'

const database = await testDatabase(t)
let now = Date.UTC(2026, 10, 30, 9)
const api = await apiOver(t, database, () => now)
const { put } = await senderOf(database, api, 'epn-normandie')
await put([
  {
    id: 'caen',
    changed_on: '2026-09-14',
    content: {
      name: 'Cyber-base de Caen',
      types: ['EPN'],
      address: { commune: '14118', city: 'Caen', street: '2 rue Pasteur' },
      contacts: { phone: '+33231000000' },
      services: ['aide-aux-demarches-administratives']
    }
  },
  {
    id: 'rouen',
    content: { name: 'Médiathèque de Rouen', types: ['BIB'], address: { commune: '76540', city: 'Rouen' } }
  }
])
const idOf = async (words: string) => (await api.get(`/v1/places?q=${words}`)).items[0]?.id ?? ''
const [caen, rouen] = [await idOf('cyber-base+caen'), await idOf('mediatheque+rouen')]
const calvados = await moderatorOf(api, database, 'calvados@example.org', {
  kind: 'territory',
  code: 'department:14'
})
const reader = await moderatorOf(api, database, 'lectrice@example.org')

const asBrowser = (token?: string) => ({
  accept: 'text/html',
  'accept-language': 'fr',
  'sec-fetch-site': 'same-origin',
  ...(token && { cookie: `annuaire=${token}` })
})
const open = (url: string, token?: string) => api.ask({ url, headers: asBrowser(token) })
/** Fills in the form for an act as a browser sends it, with its hidden fields. */
const send = async (reference: string, act: string, fields: Readonly<Record<string, string>>) => {
  const page = (await open(`/moderation/${reference}`, calvados.token)).body
  const { action, token } = formIn(page, `acte=${act}`)
  now += 5_000
  const part = page.split('<form ').find((each) => each.includes(`acte=${act}`)) ?? ''
  const seen = [...part.matchAll(/name="(vu-[^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
    name,
    value
  ])
  const all = new URLSearchParams({ ...Object.fromEntries(seen), jeton: token, ...fields })
  return api.ask({
    method: 'POST',
    url: action,
    payload: all.toString(),
    headers: { ...asBrowser(calvados.token), 'content-type': 'application/x-www-form-urlencoded' }
  })
}

const phone = { category: 'contacts', text: 'Le téléphone est le 02 31 51 51 51.' }

t.test('without a session one signs in first, and without the role the page says what to do', async (t) => {
  const unknown = await open('/moderation')
  t.equal(unknown.statusCode, 303)
  t.equal(unknown.headers.location, '/connexion?vers=%2Fmoderation')
  const refused = await open('/moderation', reader.token)
  t.equal(refused.statusCode, 403)
  t.match(refused.body, 'réservée à la modération')
  t.match(refused.body, 'href="/contact"')
  t.match(refused.headers['cache-control'], 'no-store')
})

t.test('the queue of Calvados has what is reported in Caen, and nothing of Rouen', async (t) => {
  const [one, two] = [
    await report(api, { ...phone, place: caen }),
    await report(api, { place: caen, category: 'hours', text: 'Fermé le lundi.' })
  ]
  const inRouen = await report(api, { ...phone, place: rouen })
  const { body, statusCode } = await open('/moderation', calvados.token)
  t.equal(statusCode, 200)
  for (const words of [one, two, 'Cyber-base de Caen', '2 signalements sur ce lieu', '2 à prendre'])
    t.match(body, words)
  t.equal(body.split('<h2').length - 1, 1, 'reports on one place stand together')
  t.notMatch(body, inRouen)
  t.notMatch(body, 'Rouen')
  t.notMatch((await open('/moderation?sujet=hours', calvados.token)).body, one)
  t.match((await open('/moderation?territoire=Caen', calvados.token)).body, one)
  t.match((await open('/moderation?territoire=Nullepart', calvados.token)).body, 'Aucun territoire')
  t.equal((await open(`/moderation/${inRouen}`, calvados.token)).statusCode, 404)
  t.equal((await open('/moderation/nimporte', calvados.token)).statusCode, 404)
})

t.test('the next report is one of those that the moderator had chosen to see', async (t) => {
  const [first, second] = [
    await report(api, { place: caen, category: 'services', text: 'Il n’y a plus de cours.' }),
    await report(api, { place: caen, category: 'services', text: 'On y imprime.' })
  ]
  await report(api, { place: caen, category: 'labels', text: 'Ce label est ancien.' })
  const chosen = 'sujet=services&amp;territoire=Caen'
  const list = (await open('/moderation?sujet=services&territoire=Caen', calvados.token)).body
  for (const reference of [first, second]) t.match(list, `href="/moderation/${reference}?${chosen}"`)
  const page = (await open(`/moderation/${first}?sujet=services&territoire=Caen`, calvados.token)).body
  t.match(page, `href="/moderation/${second}?${chosen}"`)
  t.match(page, `href="/moderation?${chosen}"`)
  const { action, token } = formIn(page, 'acte=take')
  now += 5_000
  const taken = await api.ask({
    method: 'POST',
    url: action,
    payload: new URLSearchParams({ jeton: token }).toString(),
    headers: { ...asBrowser(calvados.token), 'content-type': 'application/x-www-form-urlencoded' }
  })
  t.equal(taken.headers.location, `/moderation/${first}?sujet=services&territoire=Caen&fait=take`)
  const after = (await open(String(taken.headers.location), calvados.token)).body
  t.match(after, 'class="done"')
  t.match(after, `href="/moderation/${second}?${chosen}"`)
  t.match((await open(`/moderation/${second}?sujet=labels`, calvados.token)).body, /\?sujet=labels"/)
})

t.test(
  'a moderator sees what the directory says and since when, corrects it, and goes on to the next',
  async (t) => {
    const reference = await report(api, { ...phone, place: caen })
    const { body } = await open(`/moderation/${reference}`, calvados.token)
    for (const words of [
      phone.text,
      '02\u00a031\u00a000\u00a000\u00a000',
      '14 septembre 2026',
      'Deviendrait',
      'acte-accept'
    ])
      t.match(body, words)
    const empty = await send(reference, 'accept', {
      'raison-accept': 'corrected',
      'champ-contacts.phone': '+33231000000'
    })
    t.equal(empty.statusCode, 422)
    t.match(empty.body, 'Changez au moins un champ')
    const wrong = await send(reference, 'accept', {
      'raison-accept': 'corrected',
      'champ-contacts.phone': 'demain',
      'phrase-accept': 'Merci beaucoup.'
    })
    t.equal(wrong.statusCode, 422)
    t.match(wrong.body, 'href="#champ-contacts.phone"')
    for (const kept of ['value="demain"', 'Merci beaucoup.'])
      t.match(wrong.body, kept, 'what was typed is kept')
    const accepted = await send(reference, 'accept', {
      'raison-accept': 'corrected',
      'champ-contacts.phone': '02 31 51 51 51',
      'champ-contacts.emails': '',
      'phrase-accept': ''
    })
    t.equal(accepted.statusCode, 303, accepted.body)
    t.match(await api.get(`/v1/places/${caen}`), { contacts: { phone: '+33231515151' } })
    t.equal(
      (await database.prisma.correction.findMany({ where: { placeId: caen } })).length,
      1,
      'only what was changed'
    )
    const after = (await open(String(accepted.headers.location), calvados.token)).body
    for (const words of ['Accepté', 'Passer au suivant', 'La fiche est corrigée']) t.match(after, words)
    t.same(await journalOf(database, reference), ['made', 'accepted'])
  }
)

t.test(
  'a report is taken, asked about, rejected with a reason and a sentence, and opened again',
  async (t) => {
    const email = 'ana@example.org'
    const reference = await report(api, { place: caen, category: 'person', person: 'Camille Martin', email })
    t.equal((await send(reference, 'take', {})).statusCode, 303)
    const ask = await send(reference, 'ask', { 'phrase-ask': '' })
    t.match(ask.body, 'Écrivez une phrase', 'a question is written')
    t.equal((await send(reference, 'ask', { 'phrase-ask': 'Depuis quand ?' })).statusCode, 303)
    t.equal(
      (await send(reference, 'reject', { 'phrase-reject': 'Sans réponse.' })).statusCode,
      422,
      'a reason is needed'
    )
    const fields = { 'raison-reject': 'not-verifiable', 'phrase-reject': 'Sans réponse.' }
    t.equal((await send(reference, 'reject', fields)).statusCode, 303)
    t.equal(
      (await send(reference, 'reopen', { 'raison-reopen': 'contested', 'phrase-reopen': 'Nous vérifions.' }))
        .statusCode,
      303
    )
    t.same(await journalOf(database, reference), ['made', 'taken', 'asked', 'rejected', 'reopened'])
    const page = (await open(`/moderation/${reference}`, calvados.token)).body
    for (const words of ['Pris en charge, vous', 'Rouvert, vous (La décision est contestée)'])
      t.match(page, words)
    t.notMatch(page, email, 'its address is shown to no moderator')
  }
)

t.test('what another moderator has decided meanwhile is said, and not decided twice', async (t) => {
  const reference = await report(api, { ...phone, place: caen })
  const page = (await open(`/moderation/${reference}`, calvados.token)).body
  const { action, token } = formIn(page, 'acte=take')
  await calvados.decide(reference, 'reject', { reason: 'spam', text: 'Publicité.' })
  now += 5_000
  const late = await api.ask({
    method: 'POST',
    url: action,
    payload: new URLSearchParams({ jeton: token }).toString(),
    headers: { ...asBrowser(calvados.token), 'content-type': 'application/x-www-form-urlencoded' }
  })
  t.equal(late.statusCode, 409)
  t.match(late.body, 'Cela n’est plus possible')
})

t.test('two reports on one place: the second is closed as a duplicate of the first', async (t) => {
  const [first, second] = [
    await report(api, { ...phone, place: caen }),
    await report(api, { ...phone, place: caen })
  ]
  t.match(
    (await open(`/moderation/${second}`, calvados.token)).body,
    `value="${first}"`,
    'the first is offered'
  )
  t.equal((await send(second, 'close-as-duplicate', {})).statusCode, 422)
  t.equal((await send(second, 'close-as-duplicate', { parmi: first })).statusCode, 303)
  t.match((await calvados.ask(`/v1/moderation/contribution/${second}`)).json(), { duplicate_of: first })
})

t.test(
  'a proposed place is shown beside those that it may be, and is added or leads to one of them',
  async (t) => {
    const { token } = await createKey(database, ['contributions:write'])
    const propose = (name: string, street: string) =>
      report(
        api,
        { kind: 'new_place', new_place: { name, street, types: ['EPN'], city: 'Caen', postcode: '14000' } },
        { authorization: `Bearer ${token}` }
      )
    const twin = await propose('Cyber base de Caen', '2 rue Pasteur')
    const page = (await open(`/moderation/${twin}`, calvados.token)).body
    for (const words of ['Lieu proposé', 'Lieux qui lui ressemblent', `value="${caen}"`]) t.match(page, words)
    t.equal((await send(twin, 'accept', { lieu: caen })).statusCode, 303)
    t.match((await calvados.ask(`/v1/moderation/contribution/${twin}`)).json(), {
      outcome: 'already-listed',
      place: { id: caen }
    })
    const fresh = await propose('Atelier de la Guérinière', '12 avenue Père Charles de Foucauld')
    const added = await send(fresh, 'accept', {
      'champ-name': 'EPN de la Guérinière',
      'champ-types': 'EPN',
      'champ-address.postcode': '14000',
      'champ-address.street': '12 avenue Père Charles de Foucauld'
    })
    t.equal(added.statusCode, 303, added.body)
    const { place } = (await calvados.ask(`/v1/moderation/contribution/${fresh}`)).json()
    t.match(await api.get(`/v1/places/${place.id}`), { name: 'EPN de la Guérinière' })
  }
)

t.test('the pages are not served without participation', async (t) => {
  const closed = await apiOver(t, database, () => now, undefined, { PARTICIPATION: 'false' })
  for (const url of ['/moderation', '/moderation/SIG-0123456789'])
    t.equal((await closed.ask(url)).statusCode, 404)
})
