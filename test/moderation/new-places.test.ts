import t from 'tap'
import { codeIn, mailsTo } from '../contributions/reporting.ts'
import { type AnsweredPlace, apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { createKey, senderOf } from '../support/records.ts'
import { journalOf, moderatorOf, report } from './moderators.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const { put } = await senderOf(database, api, 'mediatheques-nievre')
await put([
  {
    id: 'jaures',
    content: {
      name: 'Médiathèque Jean-Jaurès',
      types: ['BIB'],
      address: { commune: '58194', postcode: '58000', city: 'Nevers', street: '17 rue Jean-Jaurès' }
    }
  }
])
const all = await moderatorOf(api, database, 'toutes@example.org', { kind: 'all' })
const territory = (code: string) => ({ kind: 'territory', code }) as const
const nievre = await moderatorOf(api, database, 'nievre@example.org', territory('department:58'))
const calvados = await moderatorOf(api, database, 'calvados@example.org', territory('department:14'))
const { token } = await createKey(database, ['contributions:write'])
const partner = { authorization: `Bearer ${token}` }

const ATELIER = {
  name: 'Atelier numérique du Banlay',
  types: ['EPN'],
  street: '12 rue des Montapins',
  postcode: '58000',
  city: 'Nevers',
  phone: '+33386112233',
  opening_hours: 'du lundi au vendredi de 9h à 12h'
}
const propose = (place: object, more: object = {}) =>
  report(api, { kind: 'new_place', new_place: place, ...more }, partner)
const added = { reason: 'added', text: null, corrections: [] }

t.test('a proposed place waits for the moderators of its commune, and for no others', async (t) => {
  const inNevers = await propose(ATELIER)
  const inCaen = await propose({ name: 'EPN de la Pierre-Heuzé', city: 'Caen', postcode: '14000' })
  const queue = (await nievre.ask('/v1/moderation')).json()
  t.match(queue, {
    total: 1,
    waiting: { open: 1, in_hand: 0, asked: 0 },
    items: [
      {
        reference: inNevers,
        place: { id: null, name: ATELIER.name, city: 'Nevers', status: 'proposed' },
        new_place: ATELIER
      }
    ]
  })
  t.same(
    (await calvados.ask('/v1/moderation?kind=new_place'))
      .json()
      .items.map(({ reference }: { reference: string }) => reference),
    [inCaen]
  )
  t.same((await all.ask('/v1/moderation?kind=hours')).json().items, [])
  t.equal((await all.ask('/v1/moderation?territory=region:27')).json().total, 1, 'Nevers is in Bourgogne')
  t.equal((await calvados.ask(`/v1/moderation/contribution/${inNevers}`)).statusCode, 404)
  t.equal((await calvados.decide(inNevers, 'accept', added)).statusCode, 404)
  t.equal(
    (await api.get('/v1/places?q=atelier+banlay')).items.filter(({ name }) => name === ATELIER.name).length,
    0
  )
  t.same(await journalOf(database, inNevers), ['made'], 'nothing was imported for a refused decision')
})

t.test('an accepted place is found in the directory, with what the moderator corrects', async (t) => {
  const email = 'ana@nevers.example'
  const reference = await propose({ ...ATELIER, name: 'Cyber-base de la Grande Pâture' }, { email })
  const code = codeIn((await mailsTo(database, email))[0])
  await api.ask({ method: 'POST', url: `/v1/contributions/${reference}/confirm`, payload: { code } })
  const report = await nievre.decide(reference, 'accept', {
    reason: 'passed-on',
    text: null,
    corrections: []
  })
  t.equal(report.statusCode, 400, 'a proposal is not accepted for a reason of reports')
  const answer = await nievre.decide(reference, 'accept', {
    ...added,
    text: 'Bienvenue.',
    corrections: [{ field: 'contacts.phone', value: '+33386445566' }]
  })
  t.equal(answer.statusCode, 200, answer.body)
  const { place, state, outcome } = answer.json()
  t.match({ state, outcome }, { state: 'accepted', outcome: 'added' })
  t.match(await api.get(`/v1/places/${place}`), {
    name: 'Cyber-base de la Grande Pâture',
    contacts: { phone: '+33386445566' },
    address: { commune: '58194' }
  })
  const mail = (await mailsTo(database, email)).at(-1) ?? ''
  for (const words of ['Votre proposition est acceptée', 'maintenant dans l’annuaire', 'Bienvenue.'])
    t.match(mail, words)
  const seen = (await nievre.ask(`/v1/moderation/contribution/${reference}`)).json()
  t.match(seen, {
    place: { id: place, status: 'active' },
    history: [
      { act: 'made', by: 'author' },
      { act: 'confirmed', by: 'author' },
      { act: 'accepted', by: 'you', reason: 'added' }
    ]
  })
  t.match((await all.ask(`/v1/moderation/contribution/${reference}`)).json().history[2], { by: 'moderator' })
  t.equal((await nievre.decide(reference, 'accept', added)).statusCode, 409, 'and only once')
})

t.test(
  'a proposed place that is in the directory already leads to it, and makes no second one',
  async (t) => {
    const twin = {
      name: 'Bibliothèque Jaurès',
      types: ['BIB'],
      city: 'Nevers',
      postcode: '58000',
      street: '17 rue Jean Jaurès'
    }
    const reference = await propose(twin)
    const seen = (await nievre.ask(`/v1/moderation/contribution/${reference}`)).json()
    const similar = await api.post<{ items: { id: string; name: string }[] }>(
      '/v1/places/similar',
      seen.new_place
    )
    const [there] = similar.items
    t.equal(there?.name, 'Médiathèque Jean-Jaurès', 'a moderator can ask with what was proposed')
    const listed = { reason: 'already-listed', text: null, corrections: [] }
    t.match((await nievre.decide(reference, 'accept', listed)).json(), { errors: [{ pointer: '/same_as' }] })
    const before = (await api.get('/v1/places?commune=58194')).items.length
    const answer = await nievre.decide(reference, 'accept', { ...listed, same_as: there?.id })
    t.match(answer.json(), { state: 'accepted', outcome: 'already-listed', place: there?.id }, answer.body)
    t.equal((await api.get('/v1/places?commune=58194')).items.length, before)
  }
)

t.test(
  'a proposal that is rejected after all leaves the directory, and comes back if accepted again',
  async (t) => {
    const reference = await propose({
      ...ATELIER,
      name: 'Tiers-lieu des Courlis',
      street: '3 rue des Courlis'
    })
    const { place } = (await nievre.decide(reference, 'accept', added)).json()
    const status = async () => (await api.ask(`/v1/places/${place}`)).statusCode
    t.equal(await status(), 200)
    const again = { reason: 'contested', text: 'Nous vérifions.' }
    t.equal((await nievre.decide(reference, 'reopen', again)).statusCode, 200)
    t.equal(await status(), 200, 'it stays until there is a decision')
    const rejected = await nievre.decide(reference, 'reject', {
      reason: 'not-verifiable',
      text: 'Introuvable.'
    })
    t.equal(rejected.statusCode, 200, rejected.body)
    t.equal(await status(), 410)
    t.same(
      (await api.get('/v1/places?q=tiers-lieu+courlis+nevers')).items.filter(({ id }) => id === place),
      []
    )
    t.equal((await nievre.decide(reference, 'reopen', again)).statusCode, 200)
    const back = await nievre.decide(reference, 'accept', added)
    t.match(back.json(), { state: 'accepted', place }, back.body)
    t.equal(await status(), 200)
  }
)

t.test('a rejected proposal of a place that another source lists takes out nothing but itself', async (t) => {
  const [jaures] = (await api.get('/v1/places?q=mediatheque+jaures')).items
  const reference = await propose({
    ...{ name: 'Médiathèque Jean-Jaurès', types: ['BIB'], street: '17 rue Jean-Jaurès' },
    ...{ postcode: '58000', city: 'Nevers', phone: '+33386684700' }
  })
  const { place } = (await nievre.decide(reference, 'accept', added)).json()
  t.equal(place, jaures?.id, 'it joins the place')
  const phone = async () => (await api.get<AnsweredPlace>(`/v1/places/${place}`)).contacts.phone
  t.equal(await phone(), '+33386684700')
  await nievre.decide(reference, 'reopen', { reason: 'contested', text: 'Nous vérifions.' })
  await nievre.decide(reference, 'reject', { reason: 'contradicted', text: 'Faux numéro.' })
  t.equal(await phone(), null)
})

t.test('a report is not accepted for the reasons of proposals', async (t) => {
  const [place] = (await api.get('/v1/places?q=mediatheque+jaures')).items
  const reference = await report(api, { place: place?.id, category: 'hours', text: 'Fermée le lundi.' })
  t.equal((await all.decide(reference, 'accept', added)).statusCode, 400)
  t.same(await journalOf(database, reference), ['made'])
})
