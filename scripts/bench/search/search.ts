// `npm run bench -- search`: for each class of requests and each size, compares the API's rate and latency with
// pgbench's rate for the SQL that the API sends. Run it before and after a change of the search, its SQL, its indexes
// or the HTTP side.
//
//   npm run bench -- search [--sizes 10000,100000,1000000] [--clients 8] [--seconds 10] [--rounds 1]
//                           [--only near-service,by-id] [--plans] [--profile] [--fresh] [--json FILE]
//
// --plans prints how the server executes each statement. --profile prints where Node spent its time, and slows it
// down a little. --fresh creates the databases again.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildProgram, startApi } from '../api-process.ts'
import { benchDatabase } from '../database.ts'
import { type Options, readOptions } from '../options.ts'
import { topOfProfile } from '../profile.ts'
import { readWorld } from '../world.ts'
import { openCapture } from './capture.ts'
import { generatorCost } from './generator-cost.ts'
import { type Measured, measureClass } from './measure-class.ts'
import { OUTLINE_CLASSES } from './outline-classes.ts'
import { requirePgbench } from './pgbench.ts'
import { CLASSES, type QueryClass } from './query-classes.ts'
import { growthTable, LEGEND, plansOf, sizeTable } from './search-report.ts'

export async function search(args: readonly string[]): Promise<boolean> {
  const options = readOptions(args, '10000,100000,1000000')
  const classes = chosen(options.only)
  requirePgbench()
  buildProgram()
  console.log(
    `${busy()}${availableParallelism()} processors, load ${load()}; ${options.clients} clients, ${options.seconds} s a measure, ` +
      `${options.rounds} round(s).\n${await generatorCost(options.clients)}\n${LEGEND}`
  )
  const measured: Measured[] = []
  for (const size of options.sizes) measured.push(...(await measureSize(size, classes, options)))
  console.log(`\n${growthTable(measured)}`)
  if (options.json) await writeFile(options.json, asJson(options, measured))
  return measured.every(({ api }) => Object.keys(api.failures).length === 0)
}

const EVERY = [...CLASSES, ...OUTLINE_CLASSES]

function chosen(only: readonly string[]): readonly QueryClass[] {
  const unknown = only.filter((name) => !EVERY.some((each) => each.name === name))
  if (unknown.length > 0) {
    const known = EVERY.map(({ name, asks }) => `  ${name}: ${asks}`).join('\n')
    throw new Error(`No class is named ${unknown.join(', ')}. There are:\n${known}`)
  }
  return only.length === 0 ? EVERY : EVERY.filter(({ name }) => only.includes(name))
}

async function measureSize(
  size: number,
  classes: readonly QueryClass[],
  options: Options
): Promise<readonly Measured[]> {
  const url = await benchDatabase(options, size)
  const profiles = options.profile ? await mkdtemp(join(tmpdir(), 'annuaire-profile-')) : undefined
  const capture = await openCapture(url)
  const api = await startApi({ DATABASE_URL: url }, profiles)
  const measured: Measured[] = []
  try {
    const world = await readWorld(capture.deps, size)
    for (const queryClass of classes) {
      process.stderr.write(`${size}: ${queryClass.name}\n`)
      const result = await measureClass(queryClass, { size, world, capture, api, options })
      measured.push(result)
      if (options.plans) console.log(`\n${plansOf(result, queryClass)}`)
    }
  } finally {
    await api.stop()
    await capture.close()
  }
  console.log(`\n${size} places (load ${load()})\n${sizeTable(measured)}`)
  if (profiles) {
    console.log(`\n${await topOfProfile(profiles)}`)
    await rm(profiles, { recursive: true })
  }
  return measured
}

/**
 * A warning if the machine is busy: the single process of the API then gets one share of the CPU, while the eight
 * connections of pgbench get eight shares.
 */
const busy = (): string =>
  Number(load()) > 0.5 ? 'THE MACHINE IS BUSY: the API’s rates beside pgbench’s will be too low.\n' : ''

const load = (): string => loadavg()[0]?.toFixed(1) ?? '?'

function asJson(options: Options, measured: readonly Measured[]): string {
  const { server, ...told } = options
  const results = measured.map(({ plans, first, ...figures }) => ({
    ...figures,
    readsAllPlaces: plans.some(({ readsAllPlaces }) => readsAllPlaces),
    firstMs: first.milliseconds
  }))
  const machine = { processors: availableParallelism(), node: process.version, load: loadavg() }
  return `${JSON.stringify({ at: new Date().toISOString(), machine, options: told, results }, null, 2)}\n`
}
