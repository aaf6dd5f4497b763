import t from 'tap'
import type { ShownPlace } from '../../src/pages/place/place-page.tsx'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { signIn } from '../support/people/accounts.ts'
import { senderOf } from '../support/records.ts'
import { filled, readerOf } from './filled-form.ts'
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
const hours = async () => (await api.get<ShownPlace>(`/v1/places/${place}`)).opening_hours

const MORNINGS = { mardi_1_de: '9h', mardi_1_a: '12h', jeudi_1_de: '9h', jeudi_1_a: '12h' }

t.test('a day without hours is never taken for closed: the form asks about each of them', async (t) => {
  const asked = await ana.fill(FORM, MORNINGS)
  t.equal(asked.statusCode, 422)
  for (const day of ['lundi', 'mercredi', 'vendredi', 'samedi', 'dimanche']) {
    t.match(asked.body, `href="#${day}_etat"`)
    t.match(asked.body, `id="${day}_etat"`)
  }
  t.match(asked.body, /Lundi.: il n’y a pas d’heures. Le lieu est-il fermé ce jour-là/)
  t.match(asked.body, /name="mardi_1_de" autocomplete="off" value="9h"/)
  t.notMatch(asked.body, 'href="#mardi_etat"')
  t.equal((await hours()).osm, null, 'nothing is saved yet')

  const saved = await ana.post(
    FORM,
    filled(asked.body, {
      lundi_etat: 'ferme',
      mercredi_etat: 'inconnu',
      vendredi_etat: 'inconnu',
      samedi_etat: 'inconnu',
      dimanche_etat: 'ferme'
    })
  )
  t.match(saved.headers.location, `${FORM}?etat=enregistre`, saved.body.slice(0, 300))
})

t.test(
  'days that the manager does not know are unknown in the directory, and in the form again',
  async (t) => {
    const { week } = await hours()
    const said = (day: string) => week?.days.find((each) => each.day.startsWith(day))?.hours
    t.equal(said('lundi'), 'fermé')
    t.equal(said('mardi')?.replaceAll('\u00a0', ' '), '9 h – 12 h')
    t.equal(said('samedi'), 'horaires inconnus')
    const { body } = await ana.open(FORM)
    t.match(body, /name="lundi_etat" value="ferme" checked/)
    t.match(body, /name="mardi_etat" value="ouvert" checked/)
    t.match(body, /name="samedi_etat" value="inconnu" checked/)
    t.equal((await ana.fill(FORM, {})).headers.location, `${FORM}?etat=inchange`)
  }
)

t.test(
  'a day that was unknown and gets hours is open, and all days unknown are no hours at all',
  async (t) => {
    t.equal((await ana.fill(FORM, { samedi_1_de: '10h', samedi_1_a: '12h' })).statusCode, 303)
    t.match((await hours()).osm, /Sa 10:00-12:00/)
    const days = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']
    await ana.fill(FORM, Object.fromEntries(days.map((day) => [`${day}_etat`, 'inconnu'])))
    t.equal((await hours()).osm, null)
  }
)

t.test('each day that is wrong is named, not the first one only', async (t) => {
  const refused = await ana.fill(FORM, { lundi_1_de: '9h', mardi_1_de: '14h', mardi_1_a: '12h' })
  t.match(refused.body, 'href="#lundi_1_a"')
  t.match(refused.body, 'href="#mardi_1_a"')
})
