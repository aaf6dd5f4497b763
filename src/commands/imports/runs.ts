import { type Command, InvalidArgumentError } from 'commander'
import type { RunReader, RunWhole } from '../../domain/imports/run.ts'
import { runReader } from '../../store/imports/run-reader.ts'
import { withDatabase } from '../shell/with-database.ts'
import { describeRun, describeRuns } from './run-report.ts'

type List = { readonly source?: string; readonly limit: number; readonly json?: boolean }

export function registerRuns(program: Command): void {
  const runs = program.command('runs').description('What imports and syncs have done, the latest first')
  runs
    .command('list', { isDefault: true })
    .description('the latest runs, a line each')
    .option('--source <slug>', 'of this source only')
    .option('--limit <count>', 'so many at most', readLimit, 20)
    .option('--json', 'as JSON')
    .action(async ({ source, limit, json }: List) => {
      const found = await withDatabase(({ batch }) => runReader(batch).latest(source ?? null, limit))
      process.stdout.write(`${json ? JSON.stringify(found, null, 2) : describeRuns(found)}\n`)
    })
  runs
    .command('show')
    .description('one run: its counts, what it rejected and why, and what it had no place for')
    .argument('<id>', 'the id of the run, or as much of its beginning as tells it from the others')
    .option('--json', 'as JSON, with the rejected records as they came')
    .action(async (id: string, { json }: { readonly json?: boolean }) => {
      const run = await withDatabase(({ batch }) => findRun(runReader(batch), id))
      process.stdout.write(`${json ? JSON.stringify(run, null, 2) : describeRun(run)}\n`)
    })
}

export async function findRun(reader: RunReader, beginning: string): Promise<RunWhole> {
  const [id, other] = await reader.idsLike(beginning)
  if (id === undefined) throw new Error(`There is no run ${beginning}.`)
  if (other !== undefined) throw new Error(`Several runs begin with ${beginning}: say more of the id.`)
  const run = await reader.find(id)
  if (run === null) throw new Error(`There is no run ${beginning}.`)
  return run
}

function readLimit(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('a whole number, as 20.')
}
