// `npm run bench -- attack`: how many of the requests of others are served while someone attacks, compared with a calm
// time of the same process, and the peak memory of that process. Run it after a change of the admission, the limits,
// the uploads or the exports.
//
//   npm run bench -- attack [--sizes 10000] [--seconds 10] [--only overload,bad-keys] [--json FILE]
import { writeFile } from 'node:fs/promises'
import { readConfig } from '../../src/config.ts'
import { openDeps } from '../../src/deps.ts'
import { type Random, randomOf, seedOf } from '../../src/seed/random.ts'
import { type ApiProcess, buildProgram, startApi } from './api-process.ts'
import {
  badKeys,
  crowdAddress,
  flood,
  longQuestions,
  manyConnections,
  manyTiles,
  outlines,
  type StartAttack,
  slowHeads,
  slowUploads,
  unreadExports
} from './attack/attacks.ts'
import { getBy } from './attack/connection.ts'
import { type Others, type Served, serve } from './attack/others.ts'
import {
  createTarget,
  downloaders,
  expensivePath,
  reviewers,
  senders,
  type Target,
  visitors
} from './attack/target.ts'
import { benchDatabase } from './database.ts'
import { type Options, readOptions } from './options.ts'
import { table } from './text-table.ts'
import { readWorld } from './world.ts'

/** Share of the calm rate that is served under attack. */
const WANTED = 0.6

const SETTINGS = { RATE_LIMIT_PER_MINUTE: '600' }

const WARM_UP_SECONDS = 2

type Measured = {
  readonly attack: string
  readonly others: string
  readonly calm: Served
  readonly attacked: Served
  /** What became of the attacker's requests. */
  readonly attacker: string
  readonly peakMemory: number | null
}

type Measuring = {
  readonly target: Target
  readonly options: Options
  readonly start: () => Promise<ApiProcess>
}

/** The attacks that one client or a few can make: name, the others whose service is measured, and what is done. */
const ATTACKS: readonly (readonly [string, (target: Target) => Others, StartAttack])[] = [
  ['unread-exports', downloaders, unreadExports],
  ['bad-keys', reviewers, badKeys],
  ['many-connections', visitors, manyConnections],
  ['slow-uploads', senders, slowUploads],
  ['long-questions', visitors, longQuestions],
  ['outlines', visitors, outlines],
  ['many-tiles', visitors, manyTiles],
  ['slow-heads', visitors, slowHeads]
]

const OVERLOAD = 'overload'

export async function attack(args: readonly string[]): Promise<boolean> {
  const options = readOptions(args, '10000')
  buildProgram()
  const measured: Measured[] = []
  for (const size of options.sizes) {
    console.log(`\n${size} places`)
    measured.push(...(await measureAll(size, options)))
    console.log(reportTable(measured))
  }
  if (options.json) await writeFile(options.json, `${JSON.stringify(measured, null, 2)}\n`)
  return true
}

async function measureAll(size: number, options: Options): Promise<readonly Measured[]> {
  const url = await benchDatabase(options, size)
  const deps = await openDeps(readConfig({ DATABASE_URL: url }))
  const { target, drop } = await createTarget(deps.database, await readWorld(deps, size))
  const measuring = { target, options, start: () => startApi({ DATABASE_URL: url }, undefined, SETTINGS) }
  const isWanted = (name: string) => options.only.length === 0 || options.only.includes(name)
  try {
    const measured: Measured[] = []
    if (isWanted(OVERLOAD)) measured.push(...(await overload(measuring)))
    for (const [name, others, begin] of ATTACKS) {
      if (isWanted(name)) measured.push(await underAttack(name, others(target), begin, measuring))
    }
    return measured
  } finally {
    await drop()
    await deps.close()
  }
}

async function underAttack(
  name: string,
  others: Others,
  begin: StartAttack,
  { target, options: { seconds }, start }: Measuring
): Promise<Measured> {
  const api = await start()
  const random = randomOf(seedOf(name), 0)
  try {
    await serve(api.port, others, WARM_UP_SECONDS, random)
    const calm = await serve(api.port, others, seconds, random)
    const attacking = begin(api.port, target, random)
    await serve(api.port, others, WARM_UP_SECONDS, random)
    const attacked = await serve(api.port, others, seconds, random)
    const attacker = await attacking.stop()
    return { attack: name, others: others.asks, calm, attacked, attacker, peakMemory: api.peakMemory() }
  } finally {
    await api.stop()
  }
}

/**
 * Ten times as many expensive requests as the service can answer, from as many addresses: how many of them are still
 * answered, and what visitors notice.
 */
async function overload({ target, options, start }: Measuring): Promise<readonly Measured[]> {
  const api = await start()
  const random = randomOf(seedOf(OVERLOAD), 0)
  const others = visitors(target)
  try {
    await serve(api.port, others, WARM_UP_SECONDS, random)
    const calm = await serve(api.port, others, options.seconds, random)
    // Beside the visitors, as the attack is: together they are all that the processors can answer.
    const [sustainable] = await Promise.all([
      sustainableRate(api.port, target, options, random),
      serve(api.port, others, options.seconds, random)
    ])
    const flooding = flood(api.port, sustainable * 10, () => expensivePath(target, random))
    await serve(api.port, others, WARM_UP_SECONDS, random)
    const before = flooding.answered()
    const attacked = await serve(api.port, others, options.seconds, random)
    const answered = (flooding.answered() - before) / options.seconds
    const attacker = await flooding.stop()
    const peakMemory = api.peakMemory()
    const only = (rate: number): Served => ({ rate, p95: Number.NaN, failures: {} })
    return [
      { attack: OVERLOAD, others: others.asks, calm, attacked, attacker, peakMemory },
      {
        attack: OVERLOAD,
        others: 'the expensive searches themselves',
        calm: only(sustainable),
        attacked: only(answered),
        attacker,
        peakMemory
      }
    ]
  } finally {
    await api.stop()
  }
}

/** The rate at which clients are answered who wait for an answer before they ask again. */
async function sustainableRate(
  port: number,
  target: Target,
  { clients, seconds }: Options,
  random: Random
): Promise<number> {
  let sent = 0
  const crowd: Others = {
    asks: 'expensive searches',
    number: clients,
    paceMs: 0,
    next: () => getBy(crowdAddress(sent++), expensivePath(target, random)),
    isServed: (status) => status === 200
  }
  return (await serve(port, crowd, seconds, random)).rate
}

function reportTable(measured: readonly Measured[]): string {
  const rows = measured.map(({ attack, others, calm, attacked, attacker, peakMemory }) => [
    attack,
    calm.rate.toFixed(1),
    attacked.rate.toFixed(1),
    (attacked.rate / calm.rate).toFixed(2),
    calm.p95.toFixed(0),
    attacked.p95.toFixed(0),
    peakMemory?.toFixed(0) ?? '?',
    [
      others,
      ...(attacked.rate / calm.rate < WANTED ? [`< wanted ${WANTED}`] : []),
      ...(Object.keys(attacked.failures).length > 0 ? [`failed: ${JSON.stringify(attacked.failures)}`] : []),
      `attacker: ${attacker}`
    ].join('; ')
  ])
  const head = ['attack', 'calm/s', 'attacked/s', 'ratio', 'p95 ms', 'attacked', 'peak MB', 'others']
  return table([head, ...rows])
}
