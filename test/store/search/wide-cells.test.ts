import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import t from 'tap'
import { WIDEST_LEVEL } from '../../../src/domain/geo/map-grid.ts'
import type { Cell } from '../../../src/domain/search/ports.ts'
import { EVERYTHING } from '../../../src/domain/search/search-question.ts'
import { coarserCells } from '../../../src/store/search/map/coarser-cells.ts'
import { wideCells } from '../../../src/store/search/map/wide-cells.ts'

type At = { readonly lon: number; readonly lat: number; readonly x: number; readonly y: number }

/** The cells of these points in the grid of a level, counted one by one. */
function counted(points: readonly At[], level: number): readonly Cell[] {
  const cells = new Map<string, At[]>()
  for (const point of points) {
    const shift = WIDEST_LEVEL - level
    const [x, y] = [Math.floor(point.x / 2 ** shift), Math.floor(point.y / 2 ** shift)]
    cells.set(`${x}/${y}`, [...(cells.get(`${x}/${y}`) ?? []), { ...point, x, y }])
  }
  return [...cells.values()]
    .map((inside) => {
      const [lons, lats] = [inside.map(({ lon }) => lon), inside.map(({ lat }) => lat)]
      const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length
      return {
        ...(inside[0] as At),
        count: inside.length,
        lon: mean(lons),
        lat: mean(lats),
        west: Math.min(...lons),
        south: Math.min(...lats),
        east: Math.max(...lons),
        north: Math.max(...lats),
        single: null
      }
    })
    .toSorted((one, other) => one.y - other.y || one.x - other.x)
}

const side = 2 ** WIDEST_LEVEL
const points = fc.array(
  fc.record({
    lon: fc.integer({ min: -1_800, max: 1_800 }).map((tenths) => tenths / 10),
    lat: fc.integer({ min: -850, max: 850 }).map((tenths) => tenths / 10),
    x: fc.integer({ min: 0, max: side - 1 }),
    y: fc.integer({ min: 0, max: side - 1 })
  }),
  { maxLength: 60 }
)
/** Means are computed in another order. */
const rounded = (cells: readonly Cell[]) =>
  cells.map((cell) => ({ ...cell, lon: cell.lon.toFixed(9), lat: cell.lat.toFixed(9) }))

t.test('a coarser grid has the same counts as if it had been counted', async (t) => {
  fc.assert(
    fc.property(points, fc.integer({ min: 0, max: WIDEST_LEVEL }), (places, level) => {
      const derived = coarserCells(counted(places, WIDEST_LEVEL), WIDEST_LEVEL - level)
      t.same(rounded(derived), rounded(counted(places, level)))
    }),
    { numRuns: 50 }
  )
})

/** Counts that take as long as the test wants. `version` is that of the data. */
function directory() {
  const state = { version: 1, readings: 0, release: () => {} }
  const cells = wideCells(
    async () => {
      const count = ++state.readings
      await new Promise<void>((resolve) => {
        state.release = resolve
      })
      return counted([{ lon: 2, lat: 48, x: 258, y: 176 }], WIDEST_LEVEL).map((cell) => ({ ...cell, count }))
    },
    async () => state.version
  )
  const ask = async (level = 8) => (await cells(EVERYTHING, level))[0]?.count
  return { state, ask, cells }
}

t.test('all maps of a country share one reading, and the next data are read in the background', async (t) => {
  const { state, ask } = directory()
  const first = [ask(3), ask(8), ask(9)]
  await wait(5)
  state.release()
  t.same(await Promise.all(first), [1, 1, 1])
  t.equal(state.readings, 1)

  state.version = 2
  t.same(await Promise.all([ask(), ask(4)]), [1, 1], 'meanwhile the last counts are shown')
  t.equal(state.readings, 2)
  state.release()
  await wait(5)
  t.equal(await ask(), 2)
  t.equal(state.readings, 2)
})

t.test('only a map that has never been counted waits for a turn', async (t) => {
  const { state, cells } = directory()
  let turns = 0
  const whenCold = <Value>(work: () => Promise<Value>): Promise<Value> => {
    turns++
    return work()
  }
  const first = cells(EVERYTHING, 5, whenCold)
  await wait(5)
  state.release()
  await first
  await cells(EVERYTHING, 5, whenCold)
  state.version = 2
  const next = cells(EVERYTHING, 5, whenCold)
  await wait(5)
  state.release()
  t.equal((await next)[0]?.count, 2, 'new counts that come soon are shown at once')
  t.equal(turns, 1)
})
