// `npm run bench -- hours`: compares the cost of a search for open places with the cost of the same search without
// opening hours. It also measures how long recomputing the openings of all places takes, and the library's share of
// that time. Run it before and after a change in how openings are computed, stored or searched.
//
//   npm run bench -- hours [--sizes 10000,100000,1000000] [--clients 8] [--seconds 10] [--rounds 1]
//                           [--plans] [--fresh]
import { readConfig } from '../../src/config.ts'
import { knownWeeks } from '../../src/domain/opening/known-weeks.ts'
import type { ScheduleKey } from '../../src/domain/opening/schedule-key.ts'
import { RELEASED_CALENDARS } from '../../src/domain/opening/school-calendar.ts'
import { evaluate } from '../../src/opening/evaluate.ts'
import { openDatabase } from '../../src/store/db/database.ts'
import { refreshOpenings } from '../../src/store/hours/refresh-openings.ts'
import { buildProgram, startApi } from './api-process.ts'
import { benchDatabase } from './database.ts'
import { type Options, readOptions } from './options.ts'
import { openCapture } from './search/capture.ts'
import { type Measured, measureClass } from './search/measure-class.ts'
import { requirePgbench } from './search/pgbench.ts'
import { NEAR, NEAR_OPEN, NEAR_OPEN_AT_NIGHT } from './search/query-classes.ts'
import { plansOf } from './search/search-report.ts'
import { apiCost, sqlCost } from './search/wanted.ts'
import { table } from './text-table.ts'
import { readWorld } from './world.ts'

/**
 * Maximum cost of a search for open places, as a multiple of the search alone: it should not be noticeably slower.
 */
const MOST_COST = 1.5

export async function hours(args: readonly string[]): Promise<boolean> {
  const options = readOptions(args, '10000,100000,1000000')
  requirePgbench()
  buildProgram()
  const measured: Measured[] = []
  for (const size of options.sizes) {
    const url = await benchDatabase(options, size)
    console.log(`\n${size} places\n${await refreshed(url)}`)
    const results = await measureServer(url, size, options)
    console.log(`\n${costs(results)}`)
    measured.push(...results)
  }
  return measured.every(({ api }) => Object.keys(api.failures).length === 0)
}

/** Recomputes all openings, as after a change of the calendar. */
async function refreshed(url: string): Promise<string> {
  const database = await openDatabase(readConfig({ DATABASE_URL: url }))
  try {
    const { batch } = database
    await refreshOpenings(database, new Date())
    await batch.query('DELETE FROM opening WHERE schedule <> 0')
    await batch.query('UPDATE schedule SET computed_until = NULL WHERE id <> 0')
    const { rows: keys } = await batch.query<ScheduleKey>(
      'SELECT osm, zone, calendar FROM schedule WHERE id <> 0'
    )
    const now = new Date()
    const { from, to } = knownWeeks(now)
    const byLibrary = await seconds(async () => {
      for (const key of keys) evaluate(key, RELEASED_CALENDARS, from, to)
    })
    const whole = await seconds(() => refreshOpenings(database, now))
    const daily = await seconds(() => refreshOpenings(database, new Date(now.getTime() + 86_400_000)))
    const { rows } = await batch.query<{ openings: number }>('SELECT count(*) AS openings FROM opening')
    await batch.query('VACUUM ANALYZE opening')
    return [
      `${keys.length} distinct schedules, ${rows[0]?.openings} openings`,
      `all anew ${whole.toFixed(1)} s, ${(whole / byLibrary).toFixed(2)} times the library alone (${byLibrary.toFixed(1)} s)`,
      `one day more ${daily.toFixed(1)} s, ${(daily / whole).toFixed(2)} of all anew`
    ].join('\n')
  } finally {
    await database.close()
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1_000
}

async function measureServer(url: string, size: number, options: Options): Promise<readonly Measured[]> {
  const capture = await openCapture(url)
  const api = await startApi({ DATABASE_URL: url }, undefined)
  const results: Measured[] = []
  try {
    const world = await readWorld(capture.deps, size)
    for (const each of [NEAR, NEAR_OPEN, NEAR_OPEN_AT_NIGHT]) {
      process.stderr.write(`${size}: ${each.name}\n`)
      const result = await measureClass(each, { size, world, capture, api, options })
      results.push(result)
      if (options.plans) console.log(`\n${plansOf(result, each)}`)
    }
  } finally {
    await api.stop()
    await capture.close()
  }
  return results
}

function costs(results: readonly Measured[]): string {
  const near = results.find(({ name }) => name === NEAR.name)
  return table([
    ['class', 'API/s', 'pgbench/s', 'cost API', 'cost SQL', 'places', ''],
    ...results.map((each) => [
      each.name,
      String(Math.round(each.api.rate)),
      String(Math.round(each.sqlRate)),
      near ? apiCost(each, near).toFixed(2) : '',
      near ? sqlCost(each, near).toFixed(2) : '',
      each.places.toFixed(1),
      near && each.name === NEAR_OPEN.name && apiCost(each, near) > MOST_COST
        ? `> wanted ${MOST_COST} × near`
        : ''
    ])
  ])
}
