import t from 'tap'
import { findTerm, vocabularyOf } from '../../src/domain/vocabularies/vocabularies.ts'
import { staleYear } from '../../src/pages/parts/freshness.ts'
import { kindsOf } from '../../src/pages/parts/terms.ts'
import { type AnsweredPlace, apiOver } from '../support/app.ts'
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

/** A place whose sources report these dates of their last change; null if a source reports none. */
const recordsOf = (source: string, ...dates: readonly (string | null)[]) =>
  dates.map((updated_at, index) => ({
    source,
    id: `${source} ${index}`,
    url: index === 0 ? `https://example.org/${source}` : null,
    licence: 'etalab-2.0',
    updated_at
  }))
const DATED = {
  ...testPlace({ ...TOWNS.brest, name: 'Cyberbase de Brest', contacts: { phone: '+33298000001' } }),
  sources: [...recordsOf('mednum', '2021-03-04', '2022-07-29'), ...recordsOf('france-services', '2022-01-01')]
}

const database = await testDatabase(t)
// A Sunday in late November, without a holiday in the following week.
const SUNDAY = new Date('2026-11-22T12:00:00Z')
await writePlaces(database, [OPEN, SAME, OTHER, NOWHERE, VAGUE, SILENT, LABELLED, DATED], SUNDAY)
const { ask, get } = await apiOver(t, database, () => SUNDAY.getTime())

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
  t.match(await pageOf(SILENT.id), /<dt>Prix<\/dt><dd>Gratuit<span class="because">, d’après son type/)
})

t.test('“other” is no kind of place, on its page or on a card', async (t) => {
  const body = await pageOf(LABELLED.id)
  t.notMatch(body, '>Autre<')
  t.match(await pageOf(SILENT.id), '<p class="types">France services</p>')
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

/** The texts of elements that match, without tags, with plain spaces. */
const texts = (html: string, element: RegExp): readonly string[] =>
  [...html.matchAll(element)].map(([, text = '']) =>
    text
      .replace(/<[^>]+>/g, '')
      .replace(/&amp;/g, '&')
      .replace(/\s+/g, ' ')
      .trim()
  )

t.test('the page of a place says what the API answers', async (t) => {
  const label = (code: string) => findTerm(vocabularyOf('service').name, code)?.fr ?? code
  for (const { id } of [OPEN, SAME, OTHER, NOWHERE, VAGUE, SILENT, LABELLED, DATED]) {
    const place = await get<AnsweredPlace>(`/v1/places/${id}?lang=fr`)
    const [body = ''] = (await pageOf(id)).split('Autres lieux proches')
    const { name, contacts, address, opening_hours: hours } = place
    t.same(texts(body, /<h1[^>]*>(.*?)<\/h1>/g), [place.display_name], name)
    t.equal(/<span class="state (\w+)">/.exec(body)?.[1], hours.state, name)
    const kinds = kindsOf(place.types, 'fr')
    t.match(texts(body, /<p class="types">(.*?)<\/p>/g), kinds.length > 0 ? [kinds.join(' · ')] : [])
    const [helps = ''] = [...body.matchAll(/<h2>Aides proposées<\/h2><ul>(.*?)<\/ul>/g)].map(([all]) => all)
    t.same(
      texts(helps, /<li>(.*?)(?:<span|<\/li>)/g),
      [...place.services, ...place.services_implied.map(({ code }) => code)].map((code) => label(code)),
      name
    )
    const dialled = [...body.matchAll(/href="tel:([^"]*)"/g)].map(([, phone]) => phone)
    t.same([...new Set(dialled)], contacts.phone === null ? [] : [contacts.phone], name)
    const written = texts(body, /<address[^>]*>(.*?)<\/address>/g)[0] ?? ''
    for (const part of [address.street, address.postcode, address.city])
      t.ok(written.includes(part ?? ''), name)
    const week = hours.week as { readonly days: readonly { readonly hours: string }[] } | null
    t.same(
      texts(body, /<tr[^>]*><th scope="row"><span>[^<]*<\/span>.*?<td>(.*?)<\/td>/g),
      week?.days.map((day) => day.hours.replace(/\s+/g, ' ')) ?? [],
      name
    )
  }
})

t.test('the buttons stand in this order, each only if it works for the place', async (t) => {
  const buttons = async (id: string) => {
    const [, list = ''] = /<ul class="actions">(.*?)<\/ul>/.exec(await pageOf(id)) ?? []
    return [...list.matchAll(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/g)].map(([, href = '', text = '']) => [
      text.replace(/<[^>]+>/g, ''),
      href.split('?')[0]
    ])
  }
  t.same(await buttons(OPEN.id), [
    ['Appeler le\u00a002\u00a031\u00a000\u00a000\u00a000', 'tel:+33231000000'],
    ['Itinéraire', 'https://www.openstreetmap.org/directions'],
    ['Fiche à imprimer', '/orientation/fiche'],
    ['Partager', 'mailto:'],
    ['Signaler une erreur', `/lieux/${OPEN.id}/signaler`]
  ])
  t.same(
    (await buttons(VAGUE.id)).map(([text]) => text),
    ['Fiche à imprimer', 'Partager', 'Signaler une erreur'],
    'no phone to call, and no position to go to'
  )
  const body = await pageOf(OPEN.id)
  t.match(body, `href="/lieux/${OPEN.id}/signaler?sujet=contacts"`)
  t.match(body, /<p class="ways" id="map-app" hidden><a href="geo:/, 'shown only on phones that open it')
  t.match(body, /class="plain" hidden[^>]*href="mailto:/, 'without a public address, nothing could be sent')
})

t.test('help comes before hours, address and contact, as phones show them', async (t) => {
  const body = await pageOf(SILENT.id)
  const order = ['Aides proposées', 'Horaires', 'Adresse', 'Contact', 'En pratique', 'Accessibilité']
  const found = order.map((title) => body.indexOf(`<h2>${title}</h2>`))
  t.notOk(found.includes(-1))
  t.same(
    found,
    found.toSorted((one, other) => one - other)
  )
})

t.test('sources are named once each, with their licence and their latest date', async (t) => {
  const [, list = ''] = /<section class="sources">(.*?)<\/section>/.exec(await pageOf(DATED.id)) ?? []
  t.same(
    texts(list, /<li>(.*?)<\/li>/g).map((text) => text.split(', ').slice(1).join(', ')),
    [
      'licence : Licence Ouverte 2.0, mis à jour le 29 juillet 2022, sa fiche là-bas',
      'licence : Licence Ouverte 2.0, mis à jour le 1er janvier 2022, sa fiche là-bas'
    ]
  )
  const { items } = await get<{ items: { slug: string; name: string; homepage: string | null }[] }>(
    '/v1/sources'
  )
  const mednum = items.find(({ slug }) => slug === 'mednum')
  t.ok(mednum)
  t.match(texts(list, /<li>(.*?)<\/li>/g)[0], new RegExp(`^${mednum?.name}, `))
})

t.test('old information is said to be old, with its year', async (t) => {
  t.match(await pageOf(DATED.id), 'Informations de 2022\u00a0: appelez avant de venir.')
  const [itself = ''] = (await pageOf(OPEN.id)).split('Autres lieux proches')
  t.notMatch(itself, 'Informations de')
  const year = (...dates: readonly (string | null)[]) =>
    staleYear({ sources: recordsOf('mednum', ...dates) }, '2026-11-30')
  t.equal(year('2025-11-29'), '2025')
  t.equal(year('2025-11-30'), null, 'a year is not more than a year')
  t.equal(year('2019-05-01', '2024-02-29'), '2024', 'the latest date counts')
  t.equal(year('2019-05-01', null), null, 'a source without a date may be up to date')
  t.equal(year(), null)
})

t.test('what is not known is said where it helps', async (t) => {
  t.match(await pageOf(SILENT.id), /Accès en fauteuil roulant<\/th><td>non renseigné, appelez</)
  t.match(await pageOf(NOWHERE.id), /Accès en fauteuil roulant<\/th><td>non renseigné</, 'there is no phone')
  t.match(await pageOf(NOWHERE.id), 'renseignez-vous avant de venir')
})
