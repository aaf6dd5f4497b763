import t from 'tap'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { analyse, testPlace, writePlaces } from '../support/places.ts'

t.test('the nearest are found at the poles and at the antimeridian', async (t) => {
  const database = await testDatabase(t)
  const api = await apiOver(t, database)
  // There are so many places that the index is used. For a person, the two groups of places in Fiji are at the same
  // point, and so are the two groups at the pole; for 32-bit numbers, the groups of each pair are at different
  // points.
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

t.test('a box includes exactly its border', async (t) => {
  const database = await testDatabase(t)
  const api = await apiOver(t, database)
  await writePlaces(database, [
    testPlace({ name: 'Sur le bord', at: [49.3, -0.7] }),
    // These places are a centimetre outside the border, which is less than the precision of a 32-bit number.
    testPlace({ name: 'Au nord', at: [49.3000001, -0.7] }),
    testPlace({ name: 'À l’est', at: [49.25, -0.5999999] }),
    testPlace({ name: 'Au coin', at: [49.2, -0.8] }),
    testPlace({ name: 'Taveuni', at: [-16.8, 179.9999999] }),
    testPlace({ name: 'Taveuni, de l’autre côté', at: [-16.8, -179.9999999] }),
    testPlace({ name: 'À l’ouest de Taveuni', at: [-16.8, 179.8999999] }),
    testPlace({ name: 'Au sud de Taveuni', at: [-16.9000001, 180] })
  ])
  const namesIn = async (bbox: string) =>
    (await api.all(`/v1/places?bbox=${bbox}`)).map(({ name }) => name).sort()

  t.same(await namesIn('-0.8,49.2,-0.6,49.3'), ['Au coin', 'Sur le bord'])
  t.same(await namesIn('179.9,-16.9,-179.9999999,-16.8'), ['Taveuni', 'Taveuni, de l’autre côté'])
  t.same(await namesIn('-0.7,49.3,-0.7,49.3'), ['Sur le bord'], 'a box may be a point')
})

t.test('a box, a circle and a polygon work in any order before the first statistics', async (t) => {
  const database = await testDatabase(t)
  const api = await apiOver(t, database)
  const frames = [
    '/v1/places?bbox=-0.8,49.2,-0.6,49.3',
    '/v1/places?lat=49.3&lon=-0.7&radius=500&sort=name',
    '/v1/places?lat=49.3&lon=-0.7&radius=500&sort=updated'
  ]
  for (const url of frames) t.same((await api.get(url)).items, [], 'in an empty directory')
  await writePlaces(database, [testPlace({ name: 'Sans position' })])
  await analyse(database)
  for (const url of frames) t.same((await api.get(url)).items, [], 'in a directory without positions')
  await writePlaces(database, [testPlace({ name: 'Bayeux', at: [49.3, -0.7] })])
  for (const url of frames)
    t.same(
      (await api.get(url)).items.map(({ name }) => name),
      ['Bayeux']
    )
})
