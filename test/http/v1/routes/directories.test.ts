import t from 'tap'
import type { z } from 'zod'
import {
  Provenance,
  SourceList,
  SourceWhole,
  Vocabulary,
  VocabularyList
} from '../../../../src/http/v1/schemas/answers.ts'
import { OutlineCollection, Territory, TerritoryList } from '../../../../src/http/v1/schemas/territories.ts'
import { writeSample } from '../../../../src/seed/write-sample.ts'
import { loadOutlines } from '../../../../src/store/territories/load-shapes.ts'
import { sourceRegister } from '../../../../src/store/writing/source-register.sql.ts'
import { apiOver } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { writePlaces } from '../../../support/places.ts'
import { SMALL_DIRECTORY } from '../../../support/small-directory.ts'

t.test('vocabularies, territories and sources', async (t) => {
  const database = await testDatabase(t)
  const { ask, get } = await apiOver(t, database)
  const documented = async <Body>(url: string, schema: z.ZodType<Body>): Promise<Body> => {
    const body = await get<Body>(url)
    t.same(schema.parse(body), body, `${url} is as documented, with nothing else`)
    return body
  }

  t.test('a source can be searched as soon as it is registered, even after an earlier search', async (t) => {
    t.same((await get('/v1/places?type=EPN')).items, [])
    t.equal((await ask('/v1/places?source=mednum')).statusCode, 400)
    await writePlaces(database, SMALL_DIRECTORY)
    t.equal((await get('/v1/places?source=mednum')).total?.value, SMALL_DIRECTORY.length)
    const definition = { source: 'neuve', name: 'Toute neuve', licence: 'etalab-2.0', homepage: null }
    await database.batch.query(
      sourceRegister({ ...definition, priority: 0, publishes_persons: false, gives: 'places' })
    )
    t.same((await get('/v1/places?source=neuve')).items, [])
  })

  t.test('GET /v1/vocabularies 200, /v1/vocabularies/{name} 200 and 404', async (t) => {
    const { items } = await documented('/v1/vocabularies', VocabularyList)
    t.same(
      items.map(({ name, parameter }) => [name, parameter]),
      [
        ['typologie', 'type'],
        ['services', 'service'],
        ['publics_specifiquement_adresses', 'audience'],
        ['prise_en_charge_specifique', 'need'],
        ['frais_a_charge', 'fee'],
        ['modalites_acces', 'access'],
        ['modalites_accompagnement', 'support'],
        ['labels', 'label']
      ]
    )
    const needs = await documented('/v1/vocabularies/prise_en_charge_specifique', Vocabulary)
    t.match(needs.terms[0], { code: 'surdite', label: { fr: 'Surdité' }, standard: 'Surdité' })
    const answer = await ask('/v1/vocabularies/poterie')
    t.equal(answer.statusCode, 404)
    t.equal(answer.json().type, '/problems/vocabulary-not-found')
    t.equal((await ask('/v1/vocabularies?lang=fr')).statusCode, 400)
  })

  t.test('GET /v1/territories 200: by name, code or postcode, with the places in each', async (t) => {
    const names = async (query: string) =>
      (await documented(`/v1/territories?${query}`, TerritoryList)).items.map(
        ({ kind, name }) => `${kind} ${name}`
      )
    t.same((await names('q=bayeux&kind=commune'))[0], 'commune Bayeux')
    t.ok((await names('q=bayeux')).includes('epci CC de Bayeux Intercom'))
    t.same(await names('q=14400&kind=commune&limit=100').then((all) => all.includes('commune Bayeux')), true)
    t.same((await names('q=2A&kind=department'))[0], 'department Corse-du-Sud')
    t.equal((await names('limit=3')).length, 3)
    t.same(await names('q=zzzzzz'), [])
    t.same(
      await names('kind=commune&bbox=-0.8,49.1,-0.3,49.35&limit=2'),
      ['commune Caen', 'commune Hérouville-Saint-Clair'],
      'in a box, the most populated first'
    )
    t.same(await names('bbox=179,-14,-176,-13'), ['commune Uvea'], 'a box may cross the antimeridian')
    t.equal((await ask('/v1/territories?bbox=-0.8,49.35,-0.3,49.1')).statusCode, 422)
    t.same((await ask('/v1/territories?kind=canton')).json().errors[0].parameter, 'kind')
    t.same((await ask('/v1/territories?limit=0')).json().errors[0].parameter, 'limit')
  })

  t.test('GET /v1/territories/{kind}/{code} 200 and 404', async (t) => {
    const bayeux = await documented('/v1/territories/commune/14047', Territory)
    t.match(bayeux, { name: 'Bayeux', department: '14', region: '28', postcodes: ['14400'], places: 2 })
    const vire = await documented('/v1/territories/commune/14351', Territory)
    t.match(vire, { code: '14762', name: 'Vire Normandie', places: 1 }, 'a former code')
    t.equal((await documented('/v1/territories/commune/75056', Territory)).places, 2)
    t.equal((await documented('/v1/territories/department/14', Territory)).places, 5)
    t.equal((await documented('/v1/territories/region/53', Territory)).places, 2)
    t.equal((await documented('/v1/territories/epci/241400555', Territory)).places, 2)
    t.equal((await ask('/v1/territories/commune/14999')).json().type, '/problems/territory-not-found')
    t.equal((await ask('/v1/territories/canton/14')).statusCode, 400)
  })

  t.test('GET /v1/territories with a territory around: the communes of a département', async (t) => {
    const { items } = await documented(
      '/v1/territories?kind=commune&department=14&region=28&limit=3',
      TerritoryList
    )
    t.same(
      items.map(({ name, places }) => [name, places]),
      [
        ['Caen', 1],
        ['Hérouville-Saint-Clair', 0],
        ['Lisieux', 1]
      ]
    )
    const normandy = await documented('/v1/territories?kind=department&region=28', TerritoryList)
    t.same(normandy.items.map(({ code }) => code).toSorted(), ['14', '27', '50', '61', '76'])
    const bessin = await documented('/v1/territories?kind=commune&epci=241400555&limit=1', TerritoryList)
    t.match(bessin.items, [{ name: 'Bayeux' }])
  })

  t.test('a territory tells whether others have its name', async (t) => {
    const shared = async (path: string) =>
      (await documented(`/v1/territories/${path}`, Territory)).shared_name
    t.equal(await shared('commune/93066'), true, 'Saint-Denis is in the Seine-Saint-Denis and on La Réunion')
    t.equal(await shared('commune/14047'), false, 'there is one Bayeux')
    t.equal(await shared('department/75'), false, 'the commune of Paris is of another kind')
  })

  t.test('GET /v1/territories/outlines 200: GeoJSON with the corners on a grid', async (t) => {
    const outlines = (query: string) => documented(`/v1/territories/outlines?${query}`, OutlineCollection)
    t.same((await outlines('kind=department')).features, [], 'before outlines are loaded')
    const square = [
      [-0.71234, 49.21],
      [-0.31234, 49.21],
      [-0.31234, 49.41],
      [-0.71234, 49.41],
      [-0.71234, 49.21]
    ]
    const geometry = { type: 'Polygon', coordinates: [square] }
    await loadOutlines(database.batch, 'department', [
      { code: '14', name: 'Calvados', geometry },
      { code: '29', name: 'Finistère', geometry }
    ])
    const { features } = await outlines('kind=department&region=28&digits=1')
    t.match(features, [{ id: '14', properties: { name: 'Calvados', places: 5 } }])
    const corners = features[0]?.geometry.coordinates.flat(2) as readonly (readonly number[])[]
    t.same(new Set(corners.map(String)), new Set(['-0.7,49.2', '-0.3,49.2', '-0.3,49.4', '-0.7,49.4']))
    t.equal((await ask('/v1/territories/outlines?kind=commune')).statusCode, 400)
    t.equal((await ask('/v1/territories/outlines')).statusCode, 400)
  })

  t.test('GET /v1/sources 200, /v1/sources/{slug} 200 and 404', async (t) => {
    const { items } = await documented('/v1/sources', SourceList)
    t.same(
      items.map(({ slug, places }) => [slug, places]),
      [
        ['fablabs-io', 0],
        ['france-services', 0],
        ['mednum', 15],
        ['neuve', 0]
      ]
    )
    t.match(await documented('/v1/sources/mednum', SourceWhole), {
      licence: 'etalab-2.0',
      places: 15,
      last_run: null
    })
    t.equal((await ask('/v1/sources/inconnue')).json().type, '/problems/source-not-found')
    await writeSample(database, { count: 12, seed: 1 })
    const sample = await documented('/v1/sources/sample', SourceWhole)
    t.match(sample, { places: 12, records: 12, one_id_is_one_place: true })
    t.match(sample, { last_run: { status: 'done', read: 12, created: 12 } })
    t.match(sample.fresh_on, /^\d{4}-\d{2}-\d{2}$/)
  })

  t.test('GET /v1/places/{id}/provenance 200: for each known field, its record', async (t) => {
    const { items } = await get('/v1/places?source=sample&limit=100')
    t.equal(items.length, 12)
    for (const { id, name, description, location, sources } of items) {
      const { fields } = await documented(`/v1/places/${id}/provenance`, Provenance)
      const origin = {
        source: 'sample',
        record: sources[0]?.id,
        changed_on: sources[0]?.updated_at,
        licence: 'CC0-1.0'
      }
      t.same(fields.name, [origin], name)
      t.same(fields.description ?? null, description === null ? null : [origin])
      t.same(fields.location ?? null, location === null ? null : [origin])
    }
  })
})
