import fc from 'fast-check'
import t from 'tap'
import { askedAddress, questionOf } from '../../../src/domain/geocoding/clean-address.ts'
import type { AskedAddress, Candidate, Geocoder } from '../../../src/domain/geocoding/geocoder.ts'
import { judge } from '../../../src/domain/geocoding/judge.ts'
import { type GeocodeCache, locate } from '../../../src/domain/geocoding/locate.ts'
import type { Address } from '../../../src/domain/places/place.ts'
import { officialCommunes } from '../../../src/store/territories/official-towns.ts'

const COMMUNES = officialCommunes()
const isPostcodeOf = (postcode: string, commune: string): boolean =>
  COMMUNES.byCode.get(commune)?.postcodes.includes(postcode) ?? false

const NEVERS: Address = {
  street: '12 place de l’Hôtel de Ville',
  complement: null,
  postcode: '58000',
  city: 'Nevers',
  commune: '58194',
  epci: null,
  department: '58',
  region: '27',
  country: 'FR'
}

const addressOf = (more: Partial<Address> = {}): AskedAddress => {
  const address = askedAddress({ ...NEVERS, ...more }, isPostcodeOf)
  if (address === null) throw new RangeError('no commune')
  return address
}

const CENTRE = { lat: 46.988, lon: 3.157 }
const HOUSE: Candidate = { lat: 46.9876, lon: 3.1592, type: 'housenumber', score: 0.9, citycode: '58194' }

t.test('postal details are left out of the request', async (t) => {
  const question = (more: Partial<Address>): string => questionOf(addressOf(more))
  t.equal(question({}), '12 place de l’Hôtel de Ville 58000 Nevers')
  t.equal(question({ street: 'BP 81234, 3 rue du Rempart' }), '3 rue du Rempart 58000 Nevers')
  t.equal(question({ street: '3 rue du Rempart - CS 70012' }), '3 rue du Rempart 58000 Nevers')
  t.equal(question({ city: 'NEVERS CEDEX 9' }), '12 place de l’Hôtel de Ville 58000 NEVERS')
  t.equal(question({ postcode: '58027' }), '12 place de l’Hôtel de Ville Nevers', 'a CEDEX postcode')
  t.equal(question({ street: '-' }), '58000 Nevers', 'not a street')
  t.ok(questionOf(addressOf({ street: 'Rue '.repeat(100) })).length <= 200)
  t.equal(
    askedAddress({ ...NEVERS, commune: null }, isPostcodeOf),
    null,
    'no commune, so no answer can be checked'
  )
})

t.test(
  'different spellings of an address share a request, addresses in different communes never do',
  async (t) => {
    t.equal(addressOf({ street: '12 PLACE DE L HOTEL DE VILLE', city: 'NEVERS CEDEX' }).key, addressOf().key)
    t.not(addressOf({ commune: '58059', postcode: null }).key, addressOf({ postcode: null }).key)
    fc.assert(
      fc.property(fc.string(), fc.string(), (street, city) => {
        const once = addressOf({ street, city })
        t.equal(addressOf({ street: once.street, city: once.city }).key, once.key)
      }),
      { numRuns: 200 }
    )
  }
)

t.test('no answer is accepted for its score alone', async (t) => {
  const judged = (more: Partial<Candidate>, within = false) =>
    judge(addressOf(), { ...HOUSE, ...more }, within, CENTRE, COMMUNES)
  t.same(judged({}), { precision: 'housenumber' })
  t.same(judged({ type: 'street', score: 0.55 }), { precision: 'street' })
  t.match(
    judged({ type: 'street', score: 0.55 }, true),
    { refused: 'too unlike' },
    'if the commune was given'
  )
  t.match(judged({ score: 1, citycode: '58059' }), { refused: 'in another commune' })
  t.match(judged({ score: 1, lat: 47.3 }), { refused: /more than 20 km/ })
  t.match(judged({ score: 1, type: 'municipality' }), { refused: 'only the commune was found' })
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (score, within) => {
      t.match(judged({ score, citycode: '75056' }, within), { refused: 'in another commune' })
    })
  )
})

t.test('a commune matches all its codes, an arrondissement only its own', async (t) => {
  const paris = { ...addressOf(), commune: '75118' }
  const judged = (commune: string, citycode: string) =>
    judge({ ...paris, commune }, { ...HOUSE, citycode }, false, undefined, COMMUNES)
  t.same(judged('75118', '75056'), { precision: 'housenumber' })
  t.same(judged('75056', '75118'), { precision: 'housenumber' })
  t.match(judged('75118', '75119'), { refused: 'in another commune' })
  t.same(judged('01033', '01091'), { precision: 'housenumber' }, 'Châtillon-en-Michaille lies in Valserhône')
})

t.test('all of France is searched first, then the commune alone, then its centre is used', async (t) => {
  const questions: (readonly [within: boolean, keys: readonly string[]])[] = []
  const online: Geocoder = {
    provider: 'test',
    find: async (addresses, within) => {
      questions.push([within, addresses.map(({ street }) => String(street))])
      return addresses.map(({ street }) => {
        if (street === 'rue Claire') return HOUSE
        if (street === 'rue Trouble') return within ? HOUSE : { ...HOUSE, citycode: '71014' }
        return null
      })
    }
  }
  const cache = memory()
  const deps = { online, offline: centres, cache, communes: COMMUNES, now: () => new Date(0) }
  const streets = ['rue Claire', 'rue Trouble', 'rue Perdue', null]
  const addresses = streets.map((street) => addressOf({ street }))
  const { outcomes, failed } = await locate(addresses, deps)
  t.equal(failed, null)
  t.same(questions, [
    [false, ['rue Claire', 'rue Trouble', 'rue Perdue']],
    [true, ['rue Trouble', 'rue Perdue']]
  ])
  t.match(
    addresses.map(({ key }) => outcomes.get(key)),
    [
      {
        geocoded: { precision: 'housenumber', provider: 'test', score: 0.9, at: '1970-01-01T00:00:00.000Z' },
        again: false
      },
      { geocoded: { precision: 'housenumber' }, again: false },
      { geocoded: { ...CENTRE, precision: 'municipality', provider: 'communes' }, again: true },
      { geocoded: { ...CENTRE, precision: 'municipality' }, again: false }
    ]
  )
  await locate(addresses, deps)
  t.equal(questions.length, 2, 'answers are cached, including misses')
  const offline = await locate(addresses, { ...deps, online: null })
  t.match(offline.outcomes.get(addresses[0]?.key ?? ''), { geocoded: { provider: 'test' } })
})

t.test('if the geocoder fails, the centre of the commune is used and nothing is cached', async (t) => {
  const cache = memory()
  const online: Geocoder = { provider: 'test', find: async () => Promise.reject(new Error('it is away')) }
  const { outcomes, failed } = await locate([addressOf()], {
    online,
    offline: centres,
    cache,
    communes: COMMUNES,
    now: () => new Date()
  })
  t.equal(failed, 'it is away')
  t.match([...outcomes.values()], [{ geocoded: { precision: 'municipality' }, again: true }])
  t.equal(cache.known.size, 0)
})

const centres: Geocoder = {
  provider: 'communes',
  find: async (addresses) =>
    addresses.map(({ commune }) => ({ ...CENTRE, type: 'municipality', score: 1, citycode: commune }))
}

function memory() {
  const known: Map<
    string,
    Awaited<ReturnType<GeocodeCache['find']>> extends ReadonlyMap<string, infer V> ? V : never
  > = new Map()
  const cache: GeocodeCache = {
    find: async (keys) => new Map([...known].filter(([key]) => keys.includes(key))),
    keep: async (_, found) => {
      for (const [key, position] of found) known.set(key, position)
    }
  }
  return { ...cache, known }
}
