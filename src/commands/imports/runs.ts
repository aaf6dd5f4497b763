import { type Command, InvalidArgumentError } from 'commander'
import type { RunReader, RunWhole } from '../../domain/imports/run.ts'
import { runReader } from '../../store/imports/run-reader.ts'
import { print } from '../shell/print.ts'
import { withDatabase } from '../shell/with-database.ts'
import { describeRun, describeRuns } from './run-report.ts'

type List = { readonly source?: string; readonly limit: number; readonly json?: boolean }

export function registerRuns(program: Command): void {
  const runs = program.command('runs').description('show what imports and syncs have done, the latest first')
  runs
    .command('list', { isDefault: true })
    .description('list the latest runs, one per line')
    .option('--source <slug>', 'only runs of this source')
    .option('--limit <count>', 'maximum number of runs', readLimit, 20)
    .option('--json', 'print JSON')
    .action(async ({ source, limit, json }: List) => {
      const found = await withDatabase(({ batch }) => runReader(batch).latest(source ?? null, limit))
      print(`${json ? JSON.stringify(found, null, 2) : describeRuns(found)}\n`)
    })
  runs
    .command('show')
    .description('show one run: its counts, the records it rejected and why, and the values it could not map')
    .argument('<id>', 'the id of the run, or a unique beginning of it')
    .option('--json', 'print JSON, including the rejected records as received')
    .action(async (id: string, { json }: { readonly json?: boolean }) => {
      const run = await withDatabase(({ batch }) => findRun(runReader(batch), id))
      print(`${json ? JSON.stringify(run, null, 2) : describeRun(run)}\n`)
    })
}

export async function findRun(reader: RunReader, beginning: string): Promise<RunWhole> {
  const [id, other] = await reader.idsLike(beginning)
  if (id === undefined) throw new Error(`There is no run ${beginning}.`)
  if (other !== undefined)
    throw new Error(`Several runs begin with ${beginning}: give more characters of the id.`)
  const run = await reader.find(id)
  if (run === null) throw new Error(`There is no run ${beginning}.`)
  return run
}

function readLimit(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number, for example 20.')
}
