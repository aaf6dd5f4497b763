import t from 'tap'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { testPlace, writePlaces } from '../support/places.ts'

t.test('the nearest are found where every meridian meets, and where the date changes', async (t) => {
  const database = await testDatabase(t)
  const api = await apiOver(t, database)
  // Enough that the index is walked, and at spots that are one for a person and two for 32-bit numbers.
  const crowd = (name: string, at: readonly [number, number]) =>
    Array.from({ length: 60 }, (_, index) =>
      testPlace({ name: `${name} ${index}`, at: [at[0], at[1] + index * 1e-13] })
    )
  await writePlaces(database, [
    ...crowd('Fidji', [0, -180]),
    ...crowd('Fidji', [0, 180 - 6e-12]),
    ...crowd('Pôle', [90, 0]),
    ...crowd('Pôle', [90, 123.4]),
    ...crowd('Golfe de Guinée', [0, 0])
  ])
  for (const [lat, lon, name] of [
    [0, 180, 'Fidji'],
    [0, -180, 'Fidji'],
    [90, -75, 'Pôle'],
    [90, 0, 'Pôle'],
    [1e-12, 1e-12, 'Golfe de Guinée']
  ] as const) {
    const near = `/v1/places?lat=${lat.toFixed(13)}&lon=${lon.toFixed(13)}&limit=100`
    const { items } = await api.get(near)
    t.ok(
      items.slice(0, 60).every((item) => item.name.startsWith(name) && Number(item.distance_m) < 0.1),
      near
    )
    const within = await api.get(`${near}&radius=2`)
    t.equal(within.total?.value, name === 'Golfe de Guinée' ? 60 : 120)
  }
})
