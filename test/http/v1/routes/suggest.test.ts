import t from 'tap'
import { apiOver } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { type PlaceSketch, testPlace, writePlaces } from '../../../support/places.ts'
import { SMALL_DIRECTORY } from '../../../support/small-directory.ts'
import { TOWNS } from '../../../support/towns.ts'

type Suggested = {
  readonly kind: string
  readonly code: string
  readonly label: string
  readonly detail: string | null
  readonly matched: string | null
  readonly distance_m: number | null
  readonly parameters: Readonly<Record<string, string>>
  readonly url: string
}

/** More places than the program examines, so that it has to find the nearest or the best ones. */
const MANY = 450
const NEAR = { lat: 43.6, lon: 1.44 }

const nthPlace = (index: number): PlaceSketch => ({
  name: index % 10 === 0 ? `Atelier ${index}` : `Lieu ${index}`,
  summary: 'Un atelier chaque semaine.',
  // Each place is about 100 m farther from Toulouse than the one before.
  at: [NEAR.lat + index / 1_000, NEAR.lon],
  address: { city: 'Toulouse', commune: '31555', department: '31', region: '76' }
})

t.test('GET /v1/suggest', async (t) => {
  const database = await testDatabase(t)
  await writePlaces(database, SMALL_DIRECTORY)
  const api = await apiOver(t, database)
  const suggested = async (query: string) =>
    (await api.get<{ items: readonly Suggested[] }>(`/v1/suggest?${query}`)).items
  const first = async (q: string) => (await suggested(`q=${encodeURIComponent(q)}`))[0]

  t.test('offers terms, towns and places, by any part of their name', async (t) => {
    t.match(await first('fabl'), { kind: 'type', code: 'FABLAB', parameters: { type: 'FABLAB' } })
    t.match(await first('senio'), { kind: 'audience', code: 'seniors' })
    t.match(await first('imprimante 3'), { kind: 'type', code: 'FABLAB' })
    t.match(await first('certification p'), { kind: 'label', code: 'certification-pix' })
    t.match(await first('cours informat'), { kind: 'service', parameters: { service: /maitrise/ } })
    t.match(await first('baye'), { kind: 'commune', label: 'Bayeux', detail: 'Calvados (14)' })
    t.match(await first('calvad'), { kind: 'department', parameters: { department: '14' } })
    t.ok(
      (await suggested('q=malraux')).some(
        ({ kind, label }) => kind === 'place' && label === 'Médiathèque Malraux'
      )
    )
  })

  t.test('forgives typing errors', async (t) => {
    t.match(await first('mediatheqe'), { kind: 'type', code: 'BIB' })
    t.match(await first('vileurbanne'), { kind: 'commune', label: 'Villeurbanne' })
    t.ok((await suggested('q=malreaux')).some(({ label }) => label === 'Médiathèque Malraux'))
  })

  t.test('prefers to read the text as the beginning of a word rather than as a mistake', async (t) => {
    // The kinds of places come first, although Missé and Médis are villages.
    t.match(await first('miss'), { kind: 'type', code: 'ML' })
    t.match(await first('medi'), { kind: 'type', code: 'BIB' })
    const beginning = (await suggested('q=malr')).filter(({ kind }) => kind === 'place')
    t.match(beginning, [{ label: 'Médiathèque Malraux' }])
    const letter = await suggested('q=m%C3%A9diath%C3%A8que%20m')
    t.ok(
      letter.some(({ label }) => label === 'Médiathèque Malraux'),
      'a single letter is not a word'
    )
  })

  t.test('combines a town with the term before it', async (t) => {
    t.match(await first('fab lab ly'), {
      code: 'FABLAB',
      detail: 'Lyon',
      parameters: { type: 'FABLAB', commune: '69123' }
    })
  })

  t.test('offers the term in each town that the last word may become, and the towns', async (t) => {
    const offered = (await suggested('q=caf%20bay')).map(
      ({ kind, code, detail }) => `${kind} ${code} ${detail}`
    )
    t.ok(offered.includes('type CAF Bayonne'), offered.join())
    t.ok(offered.includes('type CAF Bayeux'), offered.join())
    t.ok(
      offered.some((each) => each.startsWith('commune 14047')),
      offered.join()
    )
    t.equal(new Set(offered).size, offered.length)
  })

  t.test('gives first what the words are in the label of, and most of all France services', async (t) => {
    t.match(await first('fra'), { kind: 'type', code: 'RFS', matched: null })
    t.match(await first('franc'), { kind: 'type', code: 'RFS' })
    t.match(await first('bib'), { kind: 'type', code: 'BIB' })
  })

  t.test('says by which word a need was found', async (t) => {
    t.match(
      (await suggested('q=fraude')).find(({ kind }) => kind === 'service'),
      { code: 'utilisation-securisee-du-numerique', matched: 'fraude' }
    )
    t.match(await first('imprimante 3d'), { code: 'FABLAB', matched: 'imprimante 3d' })
    t.match(await first('fablab'), { code: 'FABLAB', matched: null }, 'the label says it already')
    const words = (await suggested('q=frappe&limit=20')).flatMap(({ matched }) => matched ?? [])
    t.ok(words.includes('frappe dessus'), `as people write it, not as the index does: ${words}`)
    t.notOk(words.some((each) => each.includes('frappedessu')))
  })

  t.test('offers régions, départements and intercommunalities beside communes', async (t) => {
    const kinds = async (q: string) =>
      (await suggested(`q=${encodeURIComponent(q)}&limit=20`)).map(({ kind }) => kind)
    t.match(await first('breta'), { kind: 'region', label: 'Bretagne', parameters: { region: '53' } })
    t.match(await first('finist'), { kind: 'department', parameters: { department: '29' } })
    const bayeux = await suggested('q=bayeux&limit=20')
    t.match(bayeux[0], { kind: 'commune', label: 'Bayeux' }, 'the town comes first')
    t.match(
      bayeux.find(({ kind }) => kind === 'epci'),
      { label: 'CC de Bayeux Intercom', parameters: { epci: '241400555' } }
    )
    const lyon = (await suggested('q=lyon&limit=20')).map(({ kind, label }) => `${kind} ${label}`)
    t.equal(lyon[0], 'commune Lyon')
    t.ok(lyon.includes('epci Métropole de Lyon'))
    t.same(
      (await kinds('guadeloupe')).filter((kind) => kind === 'department'),
      [],
      'only once, as a région'
    )
  })

  t.test('gives with each the parameters, and they find something', async (t) => {
    for (const q of ['fab', 'bayeux', 'epn de bayeux', 'seniors', 'calvados']) {
      for (const { url } of await suggested(`q=${q}&lat=49.27&lon=-0.7`)) {
        t.equal((await api.ask(url)).statusCode, 200, url)
      }
    }
  })

  t.test('from a point, gives distances, and the nearer of two places first', async (t) => {
    const places = async (point: string) =>
      (await suggested(`q=mediatheque&limit=20&${point}`)).filter(({ kind }) => kind === 'place')
    const near = await places('lat=49.18&lon=-0.37')
    t.equal(near[0]?.label, 'Médiathèque de Caen')
    const distances = near.map(({ distance_m }) => distance_m ?? Infinity)
    t.same(
      distances,
      distances.toSorted((one, other) => one - other)
    )
  })

  t.test('of a kind, gives the nearest first, even if a distant one is named like the kind', async (t) => {
    const named = testPlace({ ...TOWNS.brest, name: 'Médiathèque', types: ['BIB'] })
    await writePlaces(database, [named])
    const places = (await suggested('q=mediatheque&limit=20&lat=49.18&lon=-0.37')).filter(
      ({ kind }) => kind === 'place'
    )
    t.equal(places[0]?.label, 'Médiathèque de Caen')
    t.ok(places.some(({ code }) => code === named.id))
  })

  t.test('gives the same without accents and in capitals', async (t) => {
    t.same(await suggested('q=M%C3%89DIATH%C3%88QUE'), await suggested('q=mediatheque'))
  })

  t.test('has nothing for nothing, and refuses half a point', async (t) => {
    t.same(await suggested('q=%2D'), [])
    t.equal((await api.ask('/v1/suggest?q=lyon&lat=45')).statusCode, 422)
    t.equal((await api.ask('/v1/suggest')).statusCode, 400)
  })

  t.test('for a word in too many places, gives those whose names contain it', async (t) => {
    await writePlaces(
      database,
      Array.from({ length: MANY }, (_, index) => testPlace(nthPlace(index)))
    )
    const named = async (query: string) =>
      (await suggested(query)).filter(({ kind }) => kind === 'place').map(({ label }) => label)
    const point = `lat=${NEAR.lat}&lon=${NEAR.lon}`
    const nearest = Array.from({ length: 7 }, (_, index) => `Atelier ${index * 10}`)
    t.same((await named(`q=atelier&limit=20&${point}`)).slice(0, 7), nearest, 'from a point, the nearest')
    t.same(await named(`q=atelier+440&${point}`), ['Atelier 440'], 'a distant one, by its complete name')
    const anywhere = await named('q=atelier&limit=20')
    t.ok(anywhere.length > 0)
    t.same(
      anywhere.filter((label) => !label.startsWith('Atelier')),
      []
    )
  })
})
