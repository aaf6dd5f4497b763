import { distance, point } from '@turf/turf'
import t, { type Test } from 'tap'
import { SCALE, type Surrounded } from '../../../src/domain/territories/surroundings.ts'
import { refreshSurroundings, surroundingsReader } from '../../../src/store/territories/surroundings.ts'
import { testDatabase } from '../../support/database.ts'
import { analyse, type PlaceSketch, testPlace, withdrawPlaces, writePlaces } from '../../support/places.ts'
import { TOWNS } from '../../support/towns.ts'

/** A place this many kilometres north of a town, with the address of the town. */
const north = (town: keyof typeof TOWNS, km: number): PlaceSketch => {
  const { at, address } = TOWNS[town]
  return { name: `À ${km} km`, at: [at[0] + km / 111.2, at[1]], address }
}

const up = (count: number, step: number) => Array.from({ length: count }, (_, n) => (n + 1) * step)

t.test('the starting point of a search near a territory', async (t) => {
  const database = await testDatabase(t)
  const quimper = up(60, 0.2).map((km) => testPlace(north('quimper', km)))
  const bayeux = [0, 0, 0, 1, 1, 1, 2, 2, 3, 30].map((km) => testPlace(north('bayeux', km)))
  const paris = [north('paris11', 1), north('paris20', 1)].map((told) => testPlace(told))
  await writePlaces(database, [...quimper, ...bayeux, ...paris])
  await analyse(database)
  const found = (kind: Surrounded, code: string) => surroundingsReader(database).of(kind, code)

  const check = async (t: Test) => {
    const [q, b] = [await found('commune', '29232'), await found('commune', '14047')]
    t.ok(Math.abs((q?.scaleM ?? 0) - 5_000) < 700, `${q?.scaleM}: the 25th nearest to Quimper is at 5 km`)
    t.equal(b?.scaleM, SCALE.mostM, 'of Bayeux, with ten places within 30 km, the largest')
    t.ok((b?.extentM ?? 0) < 4_500, `${b?.extentM}: nine in ten of its places lie within 4 km`)
    t.ok((b?.reachM ?? 0) > 28_000, 'and the last at 30')
    const centre = b?.centre ?? { lat: 0, lon: 0 }
    t.ok(distance([centre.lon, centre.lat], point([-0.7024, 49.2764])) < 2, 'around the centre of Bayeux')

    const [east, city] = [await found('commune', '75120'), await found('commune', '75056')]
    t.ok(
      (east?.centre.lon ?? 0) > (city?.centre.lon ?? 9),
      'the 20th arrondissement is at the median of its own places'
    )
    t.equal(city?.extentM && city.extentM > 0, true, 'and Paris includes the places of both')
    for (const [kind, code] of [
      ['postcode', '14400'],
      ['epci', '241400555'],
      ['department', '14'],
      ['region', '28']
    ] as const) {
      t.ok((await found(kind, code))?.reachM, `${kind} ${code}`)
    }
    t.equal(await found('commune', '99999'), null)
    t.equal((await found('commune', '2A004'))?.extentM, 0, 'Ajaccio has no places but has a position')
  }

  t.test('is computed on request', check)
  t.test('is the same when housekeeping has computed it', async (t) => {
    const { rows } = await database.batch.query('SELECT count(*)::integer AS stored FROM surroundings')
    t.same(rows, [{ stored: 0 }])
    t.ok((await refreshSurroundings(database)) > 0)
    await check(t)
    t.equal(await refreshSurroundings(database), 0, 'nothing is left to do')
  })
  t.test('changes when places are added or withdrawn', async (t) => {
    await withdrawPlaces(
      database,
      quimper.map(({ id }) => id)
    )
    await analyse(database)
    t.ok((await refreshSurroundings(database)) > 0)
    t.equal((await found('commune', '29232'))?.extentM, 0)
    t.ok((await surroundingsReader(database).scaleAt({ lat: 47.996, lon: -4.1024 })) === SCALE.mostM)
  })
})

t.test('a search near a town starts where its places stand', async (t) => {
  const database = await testDatabase(t)
  const { address, at } = TOWNS.vaudry
  const [lat, lon] = at
  /** Four kilometres north of the official centre, where the houses are. */
  const lived = Array.from({ length: 4 }, (_, n) => testPlace({ address, at: [lat + 0.036 + n / 1e4, lon] }))
  const atTheCommune = { lat, lon, origin: 'geocoder', precision: 'municipality' } as const
  const unknown = Array.from({ length: 9 }, () => testPlace({ address, location: atTheCommune }))
  const reader = async () => (await surroundingsReader(database).of('commune', '14730')) ?? null
  const kmNorth = async () => ((await reader())?.centre.lat ?? 0) * 111.2 - lat * 111.2
  await writePlaces(database, [...lived.slice(0, 3), ...unknown])
  const official = await kmNorth()
  t.ok(Math.abs(official) < 2, `${official} km: three places are too few to move it`)
  await writePlaces(database, lived.slice(3))
  t.ok(Math.abs((await kmNorth()) - 4) < 0.1, 'four are enough')
  const { extentM = 0, reachM = 0 } = (await reader()) ?? {}
  t.ok(extentM < 100, 'places that are known by their commune only say nothing about its extent')
  t.ok(reachM > 3_500, 'and still are within its reach')
})
