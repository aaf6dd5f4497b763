import t from 'tap'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { signIn } from '../support/people/accounts.ts'
import { senderOf } from '../support/records.ts'
import { readerOf } from './filled-form.ts'
import { granted } from './managing.ts'

const database = await testDatabase(t)
const clock = { now: Date.UTC(2026, 11, 1, 9) }
const api = await apiOver(t, database, () => clock.now)
const { put } = await senderOf(database, api, 'mediatheques-gironde')
await put([
  {
    id: 'coutras',
    changed_on: '2021-03-14',
    content: {
      name: 'Médiathèque Druon',
      address: { street: '1 rue Sully', city: 'Coutras', commune: '33138' },
      location: { lat: 45.04, lon: -0.13 }
    }
  }
])
const { items } = await api.get('/v1/places?q=mediatheque+druon+coutras')
const place = items[0]?.id ?? ''
await granted(database, 'ana@coutras.example', {
  role: 'manager',
  scope: { kind: 'place', code: place },
  rank: 'owner'
})
const ana = readerOf(api, await signIn(api, database, 'ana@coutras.example'), clock)
const FORM = `/gestion/${place}`

const page = async (lang = 'fr') => {
  const { headers } = await api.ask({ url: `/lieux/${place}?lang=${lang}`, headers: { accept: 'text/html' } })
  return (await api.ask({ url: String(headers.location), headers: { accept: 'text/html' } })).body
}
const phone = async () =>
  (await api.ask(`/v1/places/${place}/provenance`)).json().fields['contacts.phone']?.[0]?.correction

t.test('the page of Coutras says old information is old, until its manager updates it', async (t) => {
  t.match(await page(), /Informations de 2021/)
  t.notMatch(await page(), /gestionnaire du lieu le/)
  t.equal((await ana.fill(FORM, { telephone: '05 57 00 00 00' })).statusCode, 303)
  const body = await page()
  t.notMatch(body, /Informations de 2021/)
  t.match(body, /Mis à jour par le gestionnaire du lieu le 1er décembre 2026\./)
  t.match(await page('en'), /Updated by the manager of the place on 1 December 2026\./)
})

t.test(
  'the fields that the manager wrote are listed beside the sources, by role and never by name',
  async (t) => {
    t.match(await page(), /<li>Le gestionnaire du lieu, le 1er décembre 2026.: le téléphone<\/li>/)
    t.notMatch(await page(), /ana@coutras/)
    t.match(await phone(), { by: 'Gestionnaire du lieu', confirmed_on: '2026-12-01' })
  }
)

t.test('if the manager confirms the page a year later, this is the day that counts', async (t) => {
  clock.now = Date.UTC(2027, 10, 20, 9)
  const later = readerOf(api, await signIn(api, database, 'ana@coutras.example'), clock)
  t.equal((await later.post('/gestion', `lieu=${place}`)).headers.location, '/gestion?etat=confirme')
  t.match(await page(), /Mis à jour par le gestionnaire du lieu le 20 novembre 2027\./)
  t.equal((await phone()).confirmed_on, '2027-11-20')
})
