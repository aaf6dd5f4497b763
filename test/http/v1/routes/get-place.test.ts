import t from 'tap'
import { Feature, PlacePage, Provenance } from '../../../../src/http/v1/schemas/answers.ts'
import { Place } from '../../../../src/http/v1/schemas/place.ts'
import { apiOver, type Page } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { mergePlace, testPlace, withdrawPlaces, writePlaces } from '../../../support/places.ts'
import { idOf, SMALL_DIRECTORY } from '../../../support/small-directory.ts'
import { TOWNS } from '../../../support/towns.ts'

const BAYEUX = idOf('EPN de Bayeux')
const NOBODY = '01920000-0000-7000-8000-000000000000'

t.test('one place', async (t) => {
  const database = await testDatabase(t)
  const gone = testPlace({ ...TOWNS.caen, name: 'Fermé' })
  const doubled = testPlace({ ...TOWNS.bayeux, name: 'EPN Bayeux (doublon)' })
  const older = testPlace({ ...TOWNS.bayeux, name: 'EPN Bayeux (ancien doublon)' })
  await writePlaces(database, [...SMALL_DIRECTORY, gone, doubled, older])
  await withdrawPlaces(database, [gone.id])
  await mergePlace(database, older.id, doubled.id)
  await mergePlace(database, doubled.id, BAYEUX)
  const { ask, get } = await apiOver(t, database)

  t.test('GET /v1/places/{id} 200: all properties, with null for unknown', async (t) => {
    const body = await get<Record<string, unknown>>(`/v1/places/${BAYEUX}`)
    t.same(Place.parse(body), body, 'as documented, with nothing else')
    t.match(body, {
      id: BAYEUX,
      name: 'EPN de Bayeux',
      types: ['EPN'],
      description: null,
      itinerant: null,
      address: { city: 'Bayeux', commune: '14047', epci: '241400555', street: null, country: 'FR' },
      location: { lat: 49.2764, lon: -0.7024, origin: 'producer', precision: null },
      contacts: { phone: null, emails: [], person: null },
      accessibility: { wheelchair: 'yes', hearing_loop: true, adapted_toilet: false, sign_language: null },
      sources: [{ source: 'mednum', licence: 'etalab-2.0' }],
      created_at: '2026-01-05T09:00:00.000Z'
    })
    t.equal(body.rna, null, 'places stored by earlier versions have none')
    t.notOk('distance_m' in body)
    const same = await get<Record<string, unknown>>(`/v1/places/${BAYEUX.toUpperCase()}`)
    t.same(same, body, 'whatever the case of the id')
  })

  t.test('200: as GeoJSON, and with selected properties', async (t) => {
    const feature = await get<Record<string, unknown>>(`/v1/places/${BAYEUX}?format=geojson`)
    t.same(Feature.parse(feature), feature)
    t.same(feature.geometry, { type: 'Point', coordinates: [-0.7024, 49.2764] })
    t.same(await get(`/v1/places/${BAYEUX}?fields=name`), { id: BAYEUX, name: 'EPN de Bayeux' })
  })

  t.test('301: to the surviving place after one merge or two', async (t) => {
    for (const { id } of [doubled, older]) {
      for (const path of ['', '/provenance', '/alternatives']) {
        const answer = await ask(`/v1/places/${id}${path}${path === '' ? '?fields=name&lang=en' : ''}`)
        t.equal(answer.statusCode, 301)
        t.equal(
          answer.headers.location,
          `/v1/places/${BAYEUX}${path}${path === '' ? '?fields=name&lang=en' : ''}`
        )
      }
      const encoded = await ask(`/v1/places/%30${id.slice(1)}`)
      t.equal(encoded.headers.location, `/v1/places/${BAYEUX}`, 'for any spelling of the id')
    }
  })

  t.test('410: once withdrawn', async (t) => {
    for (const path of ['', '/provenance', '/alternatives']) {
      const answer = await ask(`/v1/places/${gone.id}${path}`)
      t.equal(answer.statusCode, 410)
      t.equal(answer.json().type, '/problems/place-withdrawn')
    }
  })

  t.test('404: an unknown id; 400: not an id', async (t) => {
    for (const path of ['', '/provenance', '/alternatives']) {
      t.equal((await ask(`/v1/places/${NOBODY}${path}`)).statusCode, 404)
      const answer = await ask(`/v1/places/bayeux${path}`)
      t.equal(answer.statusCode, 400)
      t.equal(answer.json().errors[0].parameter, 'id')
    }
    t.equal((await ask(`/v1/places/${BAYEUX}?type=EPN`)).json().errors[0].parameter, 'type')
  })

  t.test('withdrawn and merged places are not found by a search', async (t) => {
    const { total } = await get('/v1/places')
    t.equal(total?.value, SMALL_DIRECTORY.length)
  })

  t.test('GET /v1/places/{id}/alternatives 200', async (t) => {
    const near = async (name: string, query = ''): Promise<Page> => {
      const page = await get(`/v1/places/${idOf(name)}/alternatives${query}`)
      t.same(PlacePage.parse(page), page)
      return page
    }
    const names = ({ items }: Page) => items.map(({ name }) => name)

    t.same(
      names(await near('Médiathèque de Caen')),
      [
        'EPN de Bayeux',
        'FabLab de Lisieux',
        'Atelier de Vaudry',
        'Cyberespace de la Roquette',
        'Maison de Quimper',
        'Bus numérique de Brest',
        'Atelier de la Part-Dieu',
        'Mission locale d’Ajaccio',
        'Espace de Fort-de-France',
        'Case numérique de Saint-Denis',
        'Fale numérique de Mata-Utu'
      ],
      'the nearest places with a service that it lacks'
    )
    t.same(
      names(await near('Médiathèque de Caen', '?service=loisirs-et-creations-numeriques')),
      ['FabLab de Lisieux', 'Atelier de Vaudry', 'Atelier de la Part-Dieu'],
      'nearest to Caen first'
    )
    const [first] = (await near('EPN de Bayeux', '?type=EPN')).items
    t.equal(first?.name, 'Atelier de Vaudry', 'without the place itself')
    t.ok(Number(first?.distance_m) > 40_000, 'measured from the place')
    const counted = await near('EPN de Bayeux', '?type=EPN&radius=200000&facets=type&limit=1')
    t.equal(counted.total?.value, 1)
    t.equal(counted.facets?.type?.find(({ code }) => code === 'EPN')?.count, 1, 'and it is not counted')
    const around = await near('Médiathèque de Caen', '?radius=30000')
    t.same(names(around), ['EPN de Bayeux'], 'a radius around the place')
    const paged = await near('EPN de Bayeux', '?type=EPN&limit=3')
    t.match(paged.next, new RegExp(`^/v1/places/${BAYEUX}/alternatives\\?cursor=`))
    t.same(names(await get(String(paged.next))), ['Fale numérique de Mata-Utu'])
    t.equal((await ask(`/v1/places/${BAYEUX}/alternatives?sort=name`)).statusCode, 400)
    t.equal((await ask(`/v1/places/${BAYEUX}/alternatives?lat=1`)).statusCode, 422)
    t.equal((await ask(`/v1/places/${BAYEUX}/alternatives?cursor=x`)).json().type, '/problems/forged-cursor')
  })

  t.test('GET /v1/places/{id}/provenance 200: empty for a place without records', async (t) => {
    const body = await get(`/v1/places/${BAYEUX}/provenance`)
    t.same(Provenance.parse(body), body)
    t.same(body, { id: BAYEUX, fields: {} })
  })
})
