// Prepares the SQL side of a class of requests: pgbench scripts and plans, from the statements that the requests
// sent.
import type { Client } from 'pg'
import type { Captured, Statement } from './search/capture.ts'
import type { PgbenchOptions } from './search/pgbench.ts'
import { mostPerTransaction, type Script, writeScript } from './search/pgbench-script.ts'
import { type Plan, planOf } from './search/plans.ts'
import { type Shape, shapesOf } from './shapes.ts'
import { mean } from './statistics.ts'

export type Baseline = Pick<PgbenchOptions, 'scripts' | 'requests'> & { readonly plans: readonly Plan[] }

/**
 * Intended duration of a transaction: with about 40 ms, the figures per second that pgbench reports are precise
 * enough.
 */
const TRANSACTION_MS = 40
const MOST_PER_TRANSACTION = 40

export async function baselineOf(
  client: Client,
  name: string,
  captured: readonly Captured[]
): Promise<Baseline> {
  const shapes = shapesOf(captured)
  const fitting = Math.min(MOST_PER_TRANSACTION, mostPerTransaction(shapes))
  const milliseconds = mean(captured.map((each) => each.milliseconds))
  const requests = Math.min(fitting, Math.max(1, Math.round(TRANSACTION_MS / milliseconds)))
  const scripts: Script[] = []
  for (const [n, shape] of shapes.entries()) {
    scripts.push(await writeScript(client, `${name.replaceAll('-', '_')}_${n}`, shape, requests))
  }
  return { scripts, requests, plans: await plansOf(client, shapes.flatMap(sampleOf)) }
}

/**
 * The statements whose plans are printed, from several requests. One request is not enough: there is a single
 * generic plan, but the values decide which of its branches run.
 */
const sampleOf = ({ requests }: Shape): readonly Statement[] => requests.slice(0, 5).flat()

export async function plansOf(client: Client, statements: readonly Statement[]): Promise<readonly Plan[]> {
  const plans: Plan[] = []
  for (const statement of statements) plans.push(await planOf(client, statement))
  return plans
}
