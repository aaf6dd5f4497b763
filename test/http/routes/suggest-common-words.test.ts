import t from 'tap'
import { apiOver } from '../../support/app.ts'
import { testDatabase } from '../../support/database.ts'
import { type Told, testPlace, writePlaces } from '../../support/places.ts'

/** More than are all looked at, so that the nearest, or the best, of them are. */
const MANY = 450
const NEAR = { lat: 45.76, lon: 4.83 }

const told = (index: number): Told => ({
  name: index % 10 === 0 ? `Atelier ${index}` : `Lieu ${index}`,
  summary: 'Un atelier chaque semaine.',
  // Each some 100 m farther from Lyon than the one before.
  at: [NEAR.lat + index / 1_000, NEAR.lon],
  address: { city: 'Lyon', commune: '69123', department: '69', region: '84' }
})

t.test('GET /v1/suggest, for a word that more places say than are looked at', async (t) => {
  const database = await testDatabase(t)
  await writePlaces(
    database,
    Array.from({ length: MANY }, (_, index) => testPlace(told(index)))
  )
  const api = await apiOver(t, database)
  const named = async (query: string) =>
    (await api.get<{ items: readonly { kind: string; label: string }[] }>(`/v1/suggest?${query}`)).items
      .filter(({ kind }) => kind === 'place')
      .map(({ label }) => label)

  t.test('from a point, the nearest whose own names say it', async (t) => {
    const point = `lat=${NEAR.lat}&lon=${NEAR.lon}`
    const nearest = Array.from({ length: 7 }, (_, index) => `Atelier ${index * 10}`)
    t.same((await named(`q=atelier&limit=20&${point}`)).slice(0, 7), nearest)
    t.same(await named(`q=atelier+440&${point}`), ['Atelier 440'], 'one that is far, by its whole name')
  })

  t.test('from nowhere, only places whose own names say it', async (t) => {
    const found = await named('q=atelier&limit=20')
    t.ok(found.length > 0)
    t.same(
      found.filter((label) => !label.startsWith('Atelier')),
      []
    )
  })
})
