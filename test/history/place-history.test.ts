import { HtmlValidate } from 'html-validate'
import t from 'tap'
import { correctPlace, undoCorrection } from '../../src/domain/corrections/correct-place.ts'
import { correctionPublishing } from '../../src/store/corrections/correction-store.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { senderOf } from '../support/records.ts'

type Entry = {
  readonly kind: string
  readonly by: string
  readonly fields: readonly string[]
  readonly before: unknown
  readonly after: unknown
  readonly withheld: boolean
  readonly stands: boolean
}

const database = await testDatabase(t)
const api = await apiOver(t, database)
const { put } = await senderOf(database, api, 'epn-normandie')
const record = (phone: string) => ({
  id: 'bayeux',
  content: {
    name: 'Cyber-base de Bayeux',
    address: { commune: '14047' },
    contacts: { phone, person: null }
  }
})
await put([record('+33231000000')])
const place = (await api.get('/v1/places?q=cyber-base+bayeux')).items[0]?.id ?? ''
const publishing = correctionPublishing(database)
const correct = (field: string, value: unknown) =>
  correctPlace(publishing, { place, field, value, note: null, by: 'Ana Martin' })
const historyOf = async (id = place) =>
  (await api.get<{ items: readonly Entry[] }>(`/v1/places/${id}/history`)).items
const page = (query = '') =>
  api.ask({
    url: `/lieux/${place}/historique${query}`,
    headers: { accept: 'text/html', 'accept-language': 'fr' }
  })

t.test('a new place in Bayeux was added by a directory, and nothing else', async (t) => {
  t.match(await historyOf(), [{ kind: 'created', by: 'source' }])
})

t.test('a corrected phone number says what it was and is, who by role, and is listed once', async (t) => {
  await correct('contacts.phone', '+33231111111')
  const [latest, ...before] = await historyOf()
  t.match(latest, {
    kind: 'corrected',
    by: 'operator',
    fields: ['contacts.phone'],
    before: '+33231000000',
    after: '+33231111111',
    stands: true
  })
  t.equal(before.length, 1, 'the published change says no more than the correction')
})

t.test(
  'a second correction is shown against the first, which is back once the second is undone',
  async (t) => {
    const id = await correct('contacts.phone', '+33231222222')
    await undoCorrection(publishing, id, 'annuaire correct')
    t.match((await historyOf()).slice(0, 3), [
      { kind: 'undone', before: '+33231222222', after: '+33231111111', stands: false },
      { kind: 'corrected', before: '+33231111111', after: '+33231222222', stands: false },
      { kind: 'corrected', before: '+33231000000', after: '+33231111111', stands: true }
    ])
  }
)

t.test('who was named and hidden is not found in the history either', async (t) => {
  await correct('contacts.person', { name: 'Camille Duval', role: null, phone: null, email: null })
  await correct('contacts.person', null)
  await correct('contacts.emails', ['camille.duval@bayeux.example'])
  const answer = await api.ask(`/v1/places/${place}/history`)
  t.notMatch(answer.body, /Duval|duval|Ana Martin/)
  t.notMatch((await page()).body, /Duval|duval|Ana Martin/)
  t.match(answer.json().items[0], { withheld: true, before: null, after: null })
})

t.test('who was taken out of a free text is not found in the history either', async (t) => {
  for (const field of ['summary', 'description']) {
    await correct(field, 'Demandez Camille Duval au premier étage.')
    await correct(field, 'Au premier étage.')
    const answer = await api.ask(`/v1/places/${place}/history`)
    t.notMatch(answer.body, /Duval/, field)
    t.notMatch((await page()).body, /Duval/, field)
    t.match(answer.json().items[0], { fields: [field], withheld: true, before: null, after: null })
  }
})

t.test('the page says it in words, in two languages, from the page of the place', async (t) => {
  await correct('accessibility.wheelchair', 'yes')
  await correct('services', ['aide-aux-demarches-administratives'])
  await correct('location', { lat: 49.2764, lon: -0.7024, origin: 'producer', precision: null })
  await correct('opening_hours', { osm: 'Mo 09:00-12:00', raw: 'Lundi 9h-12h', confidence: 'exact' })
  const { body, headers, statusCode } = await page()
  t.equal(statusCode, 200)
  t.match(body, /A été corrigé\u00a0: le téléphone/)
  t.match(body, /02\u00a031\u00a000\u00a000\u00a000/)
  t.match(body, /Par l’équipe de l’annuaire/)
  t.match(body, /Lundi 9h-12h/)
  t.match(body, /latitude 49,2764/)
  t.match((await page('?lang=en')).body, /Corrected: the phone number/)
  t.match(headers['cache-control'], /public/, 'a cache may keep it')
  t.notOk(headers['set-cookie'])
  const shown = await api.ask({
    url: `/lieux/cyber-base-de-bayeux-${place}`,
    headers: { accept: 'text/html' }
  })
  t.match(shown.body, `href="/lieux/${place}/historique`)
  const report = await new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:a11y']
  }).validateString(body)
  t.same(
    report.results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line} ${message}`)),
    []
  )
})

t.test('a place that never existed has no history; without participation no place has one', async (t) => {
  const unknown = '0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a99'
  t.equal((await api.ask(`/v1/places/${unknown}/history`)).statusCode, 404)
  t.equal((await api.ask(`/lieux/${unknown}/historique`)).statusCode, 404)
  const closed = await apiOver(t, database, undefined, undefined, { PARTICIPATION: 'false' })
  t.equal((await closed.ask(`/v1/places/${place}/history`)).statusCode, 404)
  const shown = await closed.ask({
    url: `/lieux/cyber-base-de-bayeux-${place}`,
    headers: { accept: 'text/html' }
  })
  t.notMatch(shown.body, /historique/)
})
