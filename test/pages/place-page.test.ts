import t from 'tap'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { testPlace, writePlaces } from '../support/places.ts'
import { TOWNS } from '../support/towns.ts'

const OPEN = testPlace({
  ...TOWNS.bayeux,
  at: [49.3, -0.69],
  name: 'Tiers-lieu du Bessin',
  types: ['TIERS_LIEUX'],
  services: ['acces-internet-et-materiel-informatique'],
  parent_organisation: 'Ville de Bayeux',
  contacts: {
    phone: '+33231000000',
    person: { name: 'Inès Modèle', role: 'médiatrice', phone: null, email: null }
  },
  opening_hours: {
    osm: 'Mo 09:00-12:00; Tu 14:00-17:00 "sur rendez-vous"; Sa 00:00-24:00',
    raw: null,
    confidence: 'exact',
    timezone: 'Europe/Paris'
  }
})
const SAME = testPlace({
  ...TOWNS.caen,
  name: 'Médiathèque de Caen',
  services: ['acces-internet-et-materiel-informatique']
})
const OTHER = testPlace({
  ...TOWNS.bayeux,
  name: 'Atelier photo',
  services: ['loisirs-et-creations-numeriques']
})
const NOWHERE = testPlace({ address: { city: 'Bayeux', postcode: '14400' }, name: 'Écrivain public' })
const VAGUE = testPlace({
  ...TOWNS.bayeux,
  name: 'Aide à domicile du Bessin',
  location: { lat: 49.3, lon: -0.69, origin: 'geocoder', precision: 'municipality' }
})
const SILENT = testPlace({
  ...TOWNS.quimper,
  name: 'Espace du Bourg',
  types: ['RFS', 'Autre'],
  services: ['acces-internet-et-materiel-informatique'],
  contacts: { phone: '+33298000000' }
})
const LABELLED = testPlace({
  ...TOWNS.quimper,
  at: [47.98, -4.1],
  name: 'Foyer de Quimper',
  types: ['Autre'],
  labels: [{ code: 'aidants-connect', valid_from: null, valid_until: null, source: 'mednum' }]
})

const database = await testDatabase(t)
// A late Sunday in November, without a holiday in the following week.
const SUNDAY = new Date('2026-11-22T12:00:00Z')
await writePlaces(database, [OPEN, SAME, OTHER, NOWHERE, VAGUE, SILENT, LABELLED], SUNDAY)
const { ask } = await apiOver(t, database, () => SUNDAY.getTime())

async function pageOf(id: string): Promise<string> {
  const there = await ask({ url: `/lieux/${id}`, headers: { 'accept-language': 'fr' } })
  return (await ask({ url: String(there.headers.location), headers: { 'accept-language': 'fr' } })).body
}

t.test('structured data contains the certain days: open, closed, and all day', async (t) => {
  const [, json = '{}'] =
    /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await pageOf(OPEN.id)) ?? []
  const jsonLd = JSON.parse(json)
  const days = jsonLd.openingHoursSpecification.map(
    ({ validFrom, opens, closes }: Record<string, string>) => `${validFrom} ${opens}-${closes}`
  )
  t.same(days, [
    '2026-11-22 00:00-00:00',
    '2026-11-23 09:00-12:00',
    '2026-11-25 00:00-00:00',
    '2026-11-26 00:00-00:00',
    '2026-11-27 00:00-00:00',
    '2026-11-28 00:00-23:59'
  ])
  t.notOk('openingHours' in jsonLd, 'the OpenStreetMap format is not that of schema.org')
})

t.test('location in words, drawing and links; the organisation; other places', async (t) => {
  const body = await pageOf(OPEN.id)
  t.match(body, /À 2,\d km au nord(-est)? du centre de Bayeux, à vol d’oiseau\./)
  t.match(body, /<svg class="small-map"[^>]*aria-label="Plan : Tiers-lieu du Bessin"/)
  t.match(body, /href="geo:49\.3,-0\.69\?q=14400%20Bayeux"/)
  t.match(body, /Inès Modèle, médiatrice/)
  t.match(body, /Porté par <span lang="fr">Ville de Bayeux/)
  const [, others = ''] = body.split('Autres lieux proches')
  t.match(others, 'Médiathèque de Caen')
  t.notMatch(others, 'Atelier photo', 'which offers another service')
})

t.test('a place without a position is linked by its address', async (t) => {
  const body = await pageOf(NOWHERE.id)
  t.notMatch(body, '<svg class="small-map"')
  t.match(body, 'https://www.openstreetmap.org/search?query=14400%20Bayeux')
  t.notMatch(body, 'Autres lieux proches', 'no place is nearby')
})

t.test('a place known only by its commune has no pin and no directions', async (t) => {
  const body = await pageOf(VAGUE.id)
  t.match(body, 'La position connue est celle de la commune.')
  t.notMatch(body, /class="small-map"|geo:|directions/)
  t.match(body, 'https://www.openstreetmap.org/search?query=14400%20Bayeux')
})

t.test('what a place offers by what it is stands beside what it declares, and says so', async (t) => {
  const helps = async (id: string) =>
    /<h2>Aides proposées<\/h2><ul>(.*?)<\/ul>/.exec(await pageOf(id))?.[1]?.split('</li>')
  t.same(await helps(SILENT.id), [
    '<li>Accès internet et matériel informatique',
    '<li>Aide aux démarches administratives<span class="because">, d’après son type</span>',
    ''
  ])
  t.match(await helps(LABELLED.id), [
    'administratives<span class="because">, d’après le label Aidants Connect'
  ])
  t.match(await pageOf(SILENT.id), /<h2>Prix<\/h2><ul><li>Gratuit<span class="because">, d’après son type/)
})

t.test('“other” is no kind of place, on its page or on a card', async (t) => {
  const body = await pageOf(LABELLED.id)
  t.notMatch(body, '>Autre<')
  t.match(await pageOf(SILENT.id), '<p class="types">Réseau France Services</p>')
  const [, others = ''] = body.split('Autres lieux proches')
  t.match(
    others,
    'href="tel:+33298000000">Appeler le\u00a002\u00a098\u00a000\u00a000\u00a000<',
    'which can be called'
  )
})

t.test('parameters in the address are explained', async (t) => {
  const body = await pageOf(OPEN.id)
  const [, description] = /<meta property="og:description" content="([^"]*)"/.exec(body) ?? []
  t.match(description, /14400 Bayeux – Accès internet et matériel informatique$/)
})
