import t from 'tap'
import { FeatureCollection, PlacePage } from '../../../../src/http/v1/schemas/answers.ts'
import { apiOver, type Page } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { writePlaces } from '../../../support/places.ts'
import { idOf, SMALL_DIRECTORY } from '../../../support/small-directory.ts'

const FROM_BAYEUX = 'lat=49.2764&lon=-0.7024'

t.test('GET /v1/places answers 200', async (t) => {
  const database = await testDatabase(t)
  await writePlaces(database, SMALL_DIRECTORY)
  const { ask, get, all, follow } = await apiOver(t, database)

  const names = async (query: string) => (await all(`/v1/places?${query}`)).map(({ name }) => name)
  const some = async (query: string) => (await names(query)).sort()
  /**
   * The names of the places that fit a question with words. They come first in the results, and the total counts
   * only them.
   */
  const fitting = async (query: string) => {
    const { total } = await get(`/v1/places?${query}`)
    return (await names(query)).slice(0, total?.value).sort()
  }

  t.test('with the nearest first, and those without a position last', async (t) => {
    t.same(await names(FROM_BAYEUX), [
      'EPN de Bayeux',
      'Médiathèque de Caen',
      'Atelier de Vaudry',
      'FabLab de Lisieux',
      'Cyberespace de la Roquette',
      'Bibliothèque des Amandiers',
      'Maison de Quimper',
      'Bus numérique de Brest',
      'Atelier de la Part-Dieu',
      'Médiathèque Malraux',
      'Mission locale d’Ajaccio',
      'Espace de Fort-de-France',
      'Case numérique de Saint-Denis',
      'Fale numérique de Mata-Utu',
      'Écrivain public de Bayeux'
    ])
    const { items } = await get(`/v1/places?${FROM_BAYEUX}`)
    t.equal(items[0]?.distance_m, 0)
    t.ok(Math.abs(Number(items[1]?.distance_m) - 26_300) < 300, 'Caen is 26 km from Bayeux')
    t.equal(items.at(-1)?.distance_m, null, 'an unknown distance is null')
    t.ok('distance_m' in (items.at(-1) ?? {}))
    t.notOk(
      'distance_m' in ((await get('/v1/places')).items[0] ?? {}),
      'without a point there is no distance'
    )
  })

  t.test('by name if no point is given, ignoring accents and case', async (t) => {
    t.same((await names('department=14')).slice(0, 5), [
      'Atelier de Vaudry',
      'Écrivain public de Bayeux',
      'EPN de Bayeux',
      'FabLab de Lisieux',
      'Médiathèque de Caen'
    ])
  })

  t.test('with commas for or, repetition for and', async (t) => {
    t.same(await some('type=FABLAB,ML'), [
      'Atelier de la Part-Dieu',
      'FabLab de Lisieux',
      'Mission locale d’Ajaccio'
    ])
    t.same(await some('type=EPN&type=TIERS_LIEUX'), ['Atelier de Vaudry'])
    t.same(await some('audience=seniors&fee=gratuit'), ['EPN de Bayeux'])
    t.same(
      await some(
        'service=loisirs-et-creations-numeriques,acces-internet-et-materiel-informatique&service=aide-aux-demarches-administratives'
      ),
      ['Atelier de Vaudry', 'Cyberespace de la Roquette', 'EPN de Bayeux']
    )
  })

  t.test('with known accessibility, and on request with unknown', async (t) => {
    t.same(await some('department=14&accessibility=wheelchair'), ['EPN de Bayeux'])
    t.same(await some('department=14&accessibility=wheelchair&accessibility_unknown=include'), [
      'Atelier de Vaudry',
      'EPN de Bayeux',
      // The wheelchair access of this place is `limited`, which is neither yes nor no.
      'FabLab de Lisieux',
      'Écrivain public de Bayeux'
    ])
    t.same(await some('department=14&accessibility=wheelchair,hearing_loop'), [
      'Atelier de Vaudry',
      'EPN de Bayeux'
    ])
    t.same(await some('department=14&accessibility=wheelchair&accessibility=hearing_loop'), ['EPN de Bayeux'])
    t.same(
      await some('department=14&accessibility=adapted_toilet,hearing_loop&accessibility_unknown=include'),
      [
        'Atelier de Vaudry',
        'EPN de Bayeux',
        'FabLab de Lisieux',
        'Médiathèque de Caen',
        'Écrivain public de Bayeux'
      ],
      'one alternative may be excluded although another is allowed'
    )
  })

  t.test('with labels valid today', async (t) => {
    t.same(await some('label=france-services'), ['Maison de Quimper'])
  })

  t.test('with itinerant places, fixed ones, and neither if unknown', async (t) => {
    t.same(await some('itinerant=true'), ['Bus numérique de Brest'])
    t.same(await some('itinerant=false&type=EPN'), ['Cyberespace de la Roquette'])
  })

  t.test('with the arrondissements and former codes of a commune', async (t) => {
    t.same(await some('commune=75056'), ['Bibliothèque des Amandiers', 'Cyberespace de la Roquette'])
    t.same(await some('commune=75111'), ['Cyberespace de la Roquette'])
    t.same(await some('commune=69123'), ['Atelier de la Part-Dieu'])
    t.same(await some('commune=14762'), ['Atelier de Vaudry'], 'Vaudry is part of Vire Normandie')
    t.same(await some('commune=14351'), ['Atelier de Vaudry'], 'so is Maisoncelles')
    t.same(await some('commune=75056,75111,14047'), [
      'Bibliothèque des Amandiers',
      'Cyberespace de la Roquette',
      'EPN de Bayeux',
      'Écrivain public de Bayeux'
    ])
  })

  t.test('with territories of every kind', async (t) => {
    t.same(await some('postcode=14400,14500'), [
      'Atelier de Vaudry',
      'EPN de Bayeux',
      'Écrivain public de Bayeux'
    ])
    t.same(await some('epci=200068120'), ['Maison de Quimper'])
    t.same(await some('department=2A'), ['Mission locale d’Ajaccio'])
    t.same(await some('region=53'), ['Bus numérique de Brest', 'Maison de Quimper'])
    t.same(await some('region=28&department=14&commune=14118'), ['Médiathèque de Caen'])
    t.same(await some('commune=14118&commune=14047'), [], 'no place is in two communes')
  })

  t.test('with words without accents, in any number and order', async (t) => {
    t.same(
      await fitting('q=mediatheques'),
      ['Bibliothèque des Amandiers', 'Médiathèque Malraux', 'Médiathèque de Caen'],
      'in names, and in the words for a BIB'
    )
    t.same((await names('q=CAEN+médiathèque'))[0], 'Médiathèque de Caen', 'the search starts from the town')
    t.same(
      await some('q=CAEN+médiathèque&sort=name'),
      ['Médiathèque de Caen'],
      'in another order, the town is a filter'
    )
    t.same(await fitting('q=poteries'), ['EPN de Bayeux'], 'in the summary')
    t.same(
      (await names('q=gratuit+bayeux'))[0],
      'EPN de Bayeux',
      'in the labels of what it offers, and the city'
    )
    t.same((await names('q=bayeux'))[0], 'EPN de Bayeux')
  })

  t.test('with a box, across the antimeridian too', async (t) => {
    t.same(await some('bbox=-1,49,0,50'), ['EPN de Bayeux', 'Médiathèque de Caen'])
    t.same(await some('bbox=170,-20,-170,-10'), ['Fale numérique de Mata-Utu'])
    t.same(await some('bbox=-170,-20,170,-10'), [])
  })

  t.test('with a circle, and beyond it up to the requested number', async (t) => {
    t.same(await names(`${FROM_BAYEUX}&radius=30000`), ['EPN de Bayeux', 'Médiathèque de Caen'])
    const { items, total } = await get(`/v1/places?${FROM_BAYEUX}&radius=30000&min_results=4`)
    t.same(
      items.map(({ name, beyond_radius }) => [name, beyond_radius]),
      [
        ['EPN de Bayeux', undefined],
        ['Médiathèque de Caen', undefined],
        ['Atelier de Vaudry', true],
        ['FabLab de Lisieux', true]
      ]
    )
    t.same(total, { value: 4, relation: 'eq' })
    t.equal((await all(`/v1/places?${FROM_BAYEUX}&radius=30000&min_results=4&limit=1`)).length, 4)
    t.equal((await all(`/v1/places?${FROM_BAYEUX}&radius=30000&min_results=1`)).length, 2)
    t.equal(
      (await all(`/v1/places?${FROM_BAYEUX}&radius=30000&min_results=100&limit=5`)).length,
      14,
      'all of them; places without a position are not beyond the radius'
    )
  })

  t.test('with a minimum date of change and a minimum quality', async (t) => {
    t.equal((await names('updated_since=2026-01-05')).length, 15)
    t.equal((await names('updated_since=2026-01-05T09:00:00Z')).length, 15)
    t.equal((await names('updated_since=2026-01-05T10:00:00%2B01:00')).length, 15)
    t.same(await names('updated_since=2026-01-05T09:00:01Z'), [])
    t.same(await names('min_quality=1'), [])
    t.equal((await names('min_quality=0')).length, 15)
  })

  t.test('with numbers as programs write them', async (t) => {
    t.equal((await names('lat=49.2764&lon=-7.024e-1&radius=3e4')).length, 2)
    t.equal((await names('bbox=-1e0,49,1e-7,50')).length, 2)
  })

  t.test('page by page, linked in the body and in the header', async (t) => {
    const url = `/v1/places?${FROM_BAYEUX}&limit=2&type=EPN&fields=name&lang=en`
    const first = await ask(url)
    const { items, next, total } = first.json<Page>()
    t.same(
      items.map(({ name }) => name),
      ['EPN de Bayeux', 'Atelier de Vaudry']
    )
    t.same(total, { value: 1, relation: 'eq' }, 'Vaudry is further than 40 km')
    t.match(next, /^\/v1\/places\?fields=name&lang=en&cursor=[\w-]+$/)
    t.equal(first.headers.link, `<${next}>; rel="next"`)
    const pages = await follow(first.json())
    t.same(
      pages.map((page) => page.items.map(({ name }) => name)),
      [
        ['EPN de Bayeux', 'Atelier de Vaudry'],
        ['Cyberespace de la Roquette', 'Bus numérique de Brest'],
        ['Fale numérique de Mata-Utu']
      ]
    )
    t.same(
      pages.map((page) => page.total),
      [total, total, total]
    )
    t.equal((await ask(`/v1/places?${FROM_BAYEUX}`)).headers.link, undefined)
  })

  t.test('counted or not, as requested', async (t) => {
    t.same((await get('/v1/places?type=BIB')).total, { value: 3, relation: 'eq' })
    t.equal((await get('/v1/places?type=BIB&total=none')).total, null)
    t.same((await get('/v1/places?type=BIB&total=exact&limit=1')).total, { value: 3, relation: 'eq' })
  })

  t.test('with facets, each without its own filter, in the requested language', async (t) => {
    const { facets } = await get(
      '/v1/places?department=14&fee=gratuit&facets=fee,department,accessibility,source'
    )
    t.same(facets, {
      fee: [
        { code: 'gratuit', label: 'Gratuit', count: 1 },
        { code: 'gratuit-sous-condition', label: 'Gratuit sous condition', count: 1 },
        { code: 'payant', label: 'Payant', count: 1 }
      ],
      // France services places are free of charge, even if their records do not say so.
      department: [
        { code: '14', label: 'Calvados', count: 1 },
        { code: '29', label: 'Finistère', count: 1 },
        { code: '972', label: 'Martinique', count: 1 },
        { code: '974', label: 'La Réunion', count: 1 }
      ],
      accessibility: [
        { code: 'hearing_loop', label: 'Boucle à induction magnétique', count: 1 },
        { code: 'wheelchair', label: 'Accessible en fauteuil roulant', count: 1 }
      ],
      source: [{ code: 'mednum', label: 'Annuaire mednum', count: 1 }]
    })
    const english = await get('/v1/places?facets=fee&limit=1', { 'accept-language': 'en-GB,fr;q=0.5' })
    t.same(english.facets?.fee?.[0], { code: 'gratuit', label: 'Free', count: 4 })
    const { headers } = await ask('/v1/places?facets=fee&lang=en')
    t.equal(headers['content-language'], 'en')
    t.same((await get('/v1/places?region=28&facets=region')).facets?.region?.slice(0, 2), [
      { code: '28', label: 'Normandie', count: 5 },
      { code: '11', label: 'Île-de-France', count: 2 }
    ])
  })

  t.test('with facets that count unknown values if they are included', async (t) => {
    const { facets } = await get(
      '/v1/places?department=14&facets=accessibility&accessibility_unknown=include&accessibility=sign_language'
    )
    const counts = Object.fromEntries((facets?.accessibility ?? []).map(({ code, count }) => [code, count]))
    t.match(counts, { wheelchair: 4, hearing_loop: 4, adapted_toilet: 4, sign_language: 5, sound_beacon: 5 })
    t.equal((await names('department=14&accessibility=wheelchair&accessibility_unknown=include')).length, 4)
  })

  t.test('with the requested properties and the id', async (t) => {
    const [first] = (await get('/v1/places?commune=14118&fields=name,address')).items
    t.same(Object.keys(first ?? {}), ['id', 'name', 'address'])
  })

  t.test('as GeoJSON, by Accept and by format', async (t) => {
    const queries = [
      await ask({ url: `/v1/places?${FROM_BAYEUX}`, headers: { accept: 'application/geo+json' } }),
      await ask(`/v1/places?${FROM_BAYEUX}&format=geojson`)
    ]
    for (const answer of queries) {
      t.equal(answer.headers['content-type'], 'application/geo+json; charset=utf-8')
      const body = answer.json()
      t.same(FeatureCollection.parse(body), body, 'as documented, with nothing else')
      t.equal(body.type, 'FeatureCollection')
      t.same(body.features[0].geometry, { type: 'Point', coordinates: [-0.7024, 49.2764] })
      t.equal(body.features[0].id, idOf('EPN de Bayeux'))
      t.equal(body.features.at(-1).geometry, null)
      t.same(body.total, { value: 2, relation: 'eq' })
    }
    const json = await ask({ url: '/v1/places?format=json', headers: { accept: 'application/geo+json' } })
    t.equal(json.headers['content-type'], 'application/json; charset=utf-8')
  })

  t.test('as documented, and nothing else', async (t) => {
    for (const query of [
      '',
      `?${FROM_BAYEUX}&radius=100&min_results=9&facets=type,label,region&limit=3`,
      '?q=bayeux&fields=name&total=none'
    ]) {
      const body = await get(`/v1/places${query}`)
      t.same(PlacePage.parse(body), body)
    }
  })
})
