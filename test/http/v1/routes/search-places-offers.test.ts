import t from 'tap'
import { Provenance } from '../../../../src/http/v1/schemas/answers.ts'
import { Place } from '../../../../src/http/v1/schemas/place.ts'
import { apiOver, type Page } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { testPlace, writePlaces } from '../../../support/places.ts'
import { senderOf } from '../../../support/records.ts'
import { TOWNS } from '../../../support/towns.ts'

const PROCEDURES = 'aide-aux-demarches-administratives'
const TOOLS = 'maitrise-des-outils-numeriques-du-quotidien'
const EMPLOYMENT = 'insertion-professionnelle-via-le-numerique'

const PLACES = [
  testPlace({ ...TOWNS.bayeux, name: 'France services de Bayeux', types: ['RFS'] }),
  testPlace({ ...TOWNS.caen, name: 'CCAS de Caen', audiences: ['seniors'], fees: ['payant'] }),
  testPlace({ ...TOWNS.lisieux, name: 'La Ruche', services: [PROCEDURES, TOOLS], audiences: ['jeunes'] }),
  testPlace({ ...TOWNS.quimper, name: 'Mission locale de Quimper' }),
  testPlace({ ...TOWNS.brest, name: 'Médiathèque de Brest', types: ['BIB'] }),
  testPlace({
    name: 'Le Phare',
    contacts: { phone: '+33231921108' },
    accessibility: { wheelchair: 'limited' }
  })
]

t.test('GET /v1/places with filters on inferred offers', async (t) => {
  const database = await testDatabase(t)
  await writePlaces(database, PLACES)
  const { get, all } = await apiOver(t, database)
  const names = async (query: string) => (await all(`/v1/places?${query}`)).map(({ name }) => name).sort()
  const counts = async (facet: string, query = '') => {
    const { facets } = await get<Page>(`/v1/places?facets=${facet}&limit=1${query}`)
    return Object.fromEntries((facets?.[facet] ?? []).map(({ code, count }) => [code, count]))
  }

  t.test(
    'a service is found at places that declare it and at places of a kind that always offers it',
    async (t) => {
      t.same(await names(`service=${PROCEDURES}`), ['CCAS de Caen', 'France services de Bayeux', 'La Ruche'])
      t.same(await names(`service=${PROCEDURES}&service_basis=declared`), ['La Ruche'])
      t.same(await names(`service=${EMPLOYMENT}`), ['Mission locale de Quimper'])
      t.same(await names(`service=${EMPLOYMENT}&service_basis=declared`), [])
    }
  )

  t.test('the facet `service` counts the same places', async (t) => {
    t.same(await counts('service'), { [PROCEDURES]: 3, [EMPLOYMENT]: 1, [TOOLS]: 1 })
    t.same(await counts('service', '&service_basis=declared'), { [PROCEDURES]: 1, [TOOLS]: 1 })
    t.same(await counts('service', `&service_basis=declared&service=${TOOLS}`), {
      [PROCEDURES]: 1,
      [TOOLS]: 1
    })
  })

  t.test('an audience, and on request places that declare none', async (t) => {
    t.same(await names('audience=jeunes'), ['La Ruche', 'Mission locale de Quimper'])
    t.same(await names('audience=jeunes&audience_unknown=include'), [
      'France services de Bayeux',
      'La Ruche',
      'Le Phare',
      'Mission locale de Quimper',
      'Médiathèque de Brest'
    ])
    t.match(await counts('audience', '&audience_unknown=include'), { jeunes: 5, seniors: 4, femmes: 3 })
    t.match(await counts('audience'), { jeunes: 2, seniors: 1 })
  })

  t.test('a price, and on request places that say none; a place that says another price never', async (t) => {
    t.same(await names('fee=gratuit'), ['France services de Bayeux'])
    const free = await names('fee=gratuit&fee_unknown=include')
    t.ok(free.includes('Le Phare') && free.includes('France services de Bayeux'))
    t.notOk(free.includes('CCAS de Caen'))
    t.match(await counts('fee', '&fee_unknown=include'), { gratuit: free.length })
  })

  t.test('each place shows its inferred offers with the reasons', async (t) => {
    const of = async (name: string) => {
      const [place] = (await all('/v1/places')).filter((each) => each.name === name)
      t.same(Place.parse(place), place, 'as documented')
      return place
    }
    t.match(await of('France services de Bayeux'), {
      services_implied: [{ code: PROCEDURES, because: 'type:RFS' }],
      fees_implied: [{ code: 'gratuit', because: 'type:RFS' }],
      location: { uncertainty_m: 50 }
    })
    t.match(await of('Mission locale de Quimper'), {
      services_implied: [{ code: EMPLOYMENT, because: 'name:ML' }],
      audiences_implied: [{ code: 'jeunes', because: 'name:ML' }]
    })
    t.match(await of('La Ruche'), { services_implied: [], audiences_implied: [], fees_implied: [] })
    t.match(
      await of('Médiathèque de Brest'),
      { services_implied: [] },
      'likely offers are not shown as facts'
    )
  })

  t.test('exports contain them too', async (t) => {
    const { ask } = await apiOver(t, database)
    const { body } = await ask(`/v1/exports/places.ndjson?service=${EMPLOYMENT}`)
    t.match(JSON.parse(body), { services_implied: [{ code: EMPLOYMENT, because: 'name:ML' }] })
    const geojson = await ask(`/v1/exports/places.geojson?service=${EMPLOYMENT}`)
    t.match(geojson.json().features[0].properties, { services_implied: [{ because: 'name:ML' }] })
    const { body: csv } = await ask(`/v1/exports/places.csv?service=${EMPLOYMENT}`)
    t.match(csv, /Mission locale de Quimper/)
    t.notMatch(csv, /Insertion professionnelle/, 'the national standard has no column for it')
  })

  t.test('places with missing data are found', async (t) => {
    t.same(await names('missing=position'), ['Le Phare'])
    t.equal((await names('missing=phone')).length, PLACES.length - 1)
    t.same(await names('missing=phone,position'), PLACES.map(({ content }) => content.name).sort())
    t.same(await names('missing=phone&missing=position'), [])
    t.notOk((await names('missing=accessibility')).includes('Le Phare'), '"limited" is an answer')
    t.ok((await names('missing=services')).includes('France services de Bayeux'), 'none declared')
    t.equal((await names('missing=hours')).length, PLACES.length)
  })

  t.test('no alternatives are searched for services that the place certainly offers', async (t) => {
    const [bayeux] = PLACES
    const alternatives = async (query = '') =>
      (await get<Page>(`/v1/places/${bayeux?.id}/alternatives${query}`)).items.map(({ name }) => name)
    t.same(
      await alternatives(),
      ['La Ruche', 'Mission locale de Quimper'],
      'tools and employment, not procedures'
    )
    t.ok((await alternatives('?service_basis=declared')).includes('La Ruche'))
  })

  t.test('if `service_basis=declared` finds nothing, the search without it is suggested', async (t) => {
    const { instead } = await get<{ instead: unknown[] }>(
      `/v1/places?service=${EMPLOYMENT}&service_basis=declared&department=29`
    )
    t.match(instead, [
      { without: [{ parameter: 'service' }], total: { value: 2 } },
      { without: [{ parameter: 'service_basis' }], total: { value: 1 } }
    ])
  })
})

t.test('GET /v1/places/{id}/provenance gives the reason and the sources of implied values', async (t) => {
  const database = await testDatabase(t)
  const api = await apiOver(t, database)
  const { put } = await senderOf(database, api, 'calvados')
  await put([
    { id: '7', content: { name: 'Espace de Bayeux', types: ['RFS'], address: TOWNS.bayeux.address } }
  ])
  const [place] = await api.all('/v1/places')
  const told = await api.get(`/v1/places/${place?.id}/provenance`)
  t.same(Provenance.parse(told), told)
  t.match(told, {
    fields: {
      services_implied: [{ source: 'calvados', record: '7', because: 'type:RFS' }],
      fees_implied: [{ source: 'calvados', record: '7', because: 'type:RFS' }]
    }
  })
})
