// One class of requests at one size: the API and pgbench in alternation, and the plans of the statements.
import { randomOf, seedOf } from '../../../src/seed/random.ts'
import { type ApiFigures, figuresOf, middleOf } from '../api-figures.ts'
import type { ApiProcess } from '../api-process.ts'
import { baselineOf, plansOf } from '../baseline.ts'
import { onServer } from '../database.ts'
import { type Asked, load } from '../http-load.ts'
import type { Options } from '../options.ts'
import { mean, median } from '../statistics.ts'
import type { World } from '../world.ts'
import type { Capture, Captured } from './capture.ts'
import { type PgbenchOptions, pgbench } from './pgbench.ts'
import type { Plan } from './plans.ts'
import type { QueryClass } from './query-classes.ts'

export type Measured = {
  readonly name: string
  readonly size: number
  readonly api: ApiFigures
  /** Requests per second that pgbench reached. */
  readonly sqlRate: number
  /** Average number of places per answer; `statements` is the average number of statements per request. */
  readonly places: number
  readonly statements: number
  readonly plans: readonly Plan[]
  /** The first request, before counts are cached. */
  readonly first: { readonly milliseconds: number; readonly plans: readonly Plan[] }
}

export type Measuring = {
  readonly size: number
  readonly world: World
  readonly capture: Capture
  readonly api: ApiProcess
  readonly options: Options
}

const DRAWN = 1_000
/** Number of requests drawn for classes with `neverTwice`: more than the number of answers that the API caches. */
const DRAWN_ONCE = 20_000
const CAPTURE_MS = 20_000
const WARM_UP_SECONDS = 2

export async function measureClass(asked: QueryClass, at: Measuring): Promise<Measured> {
  const drawn = Array.from({ length: asked.neverTwice ? DRAWN_ONCE : DRAWN }, (_, n) =>
    asked.draw(randomOf(seedOf(asked.name), n), at.world)
  )
  const first = await at.capture.capture(drawn[0] ?? '')
  const captured = await captureAll(at.capture, drawn)
  const { connectionString } = at.capture
  const { plans, firstPlans, ...baseline } = await onServer(connectionString, async (client) => ({
    ...(await baselineOf(client, asked.name, captured)),
    firstPlans: await plansOf(client, first.statements)
  }))
  const rates = await inTurns(at, asked.neverTwice ? drawn : drawn.slice(0, captured.length), {
    ...baseline,
    connectionString
  })
  return {
    name: asked.name,
    size: at.size,
    ...rates,
    places: mean(captured.map(({ places }) => places)),
    statements: mean(captured.map(({ statements }) => statements.length)),
    plans,
    first: { milliseconds: first.milliseconds, plans: firstPlans }
  }
}

/** Captures as many requests as the time allows, up to `DRAWN`. Slow requests do not need a thousand samples. */
async function captureAll({ capture }: Capture, drawn: readonly Asked[]): Promise<readonly Captured[]> {
  const until = performance.now() + CAPTURE_MS
  const captured: Captured[] = []
  for (const asked of drawn.slice(0, DRAWN)) {
    captured.push(await capture(asked))
    if (performance.now() > until) break
  }
  return captured
}

type Sql = Omit<PgbenchOptions, 'clients' | 'seconds'>

/**
 * Measures the API and pgbench in each round, and alternates which one goes first, so that a machine that slows down
 * or warms up affects both equally.
 */
async function inTurns(
  { api, options: { clients, seconds, rounds } }: Measuring,
  asked: readonly Asked[],
  sql: Sql
): Promise<Pick<Measured, 'api' | 'sqlRate'>> {
  const asking = { port: api.port, asked, clients }
  await load({ ...asking, seconds: WARM_UP_SECONDS })
  const answered: ApiFigures[] = []
  const sqlRates: number[] = []
  const overHttp = async () => {
    const before = api.cpuSeconds()
    const done = await load({ ...asking, seconds })
    const after = api.cpuSeconds()
    answered.push(figuresOf(done, before === null || after === null ? null : after - before))
  }
  const bySql = async () => {
    sqlRates.push(await pgbench({ ...sql, clients, seconds }))
  }
  for (let round = 0; round < rounds; round++) {
    for (const work of round % 2 === 0 ? [overHttp, bySql] : [bySql, overHttp]) await work()
  }
  return { api: middleOf(answered), sqlRate: median(sqlRates) }
}
