import { SingleBar } from 'cli-progress'
import type { Command } from 'commander'
import { ImportRefused } from '../../importers/refused.ts'
import { MAX_WITHDRAWN } from '../../importers/run/guard.ts'
import type { Report } from '../../importers/run/report.ts'
import { SOURCES } from '../../importers/sources/sources.ts'
import { readPercent } from '../shell/percent.ts'
import { print } from '../shell/print.ts'
import { textTable } from '../shell/text-table.ts'
import { withDatabase } from '../shell/with-database.ts'
import { knownSource, MAX_MEGABYTES, readMegabytes } from './import.ts'
import type { ImportCommand } from './import-from.ts'
import { type Fetchable, hasFailed, isFetchable, type Outcome, syncSources } from './sync-sources.ts'

export function registerSync(program: Command): void {
  program
    .command('sync')
    .description('fetch and import the file of every source that has a URL, or of the given sources')
    .argument('[source...]', `any of ${slugs() || 'none so far'}`)
    .option('--dry-run', 'print the report of the sync, but write nothing')
    .option(
      '--max-withdrawn <percent>',
      `withdraw up to this percentage of the records, instead of ${MAX_WITHDRAWN}`,
      readPercent
    )
    .option('--force', 'withdraw any number of places, and fetch even what has not changed')
    .option('--max-size <MB>', 'refuse larger files (decompressed size)', readMegabytes, MAX_MEGABYTES)
    .action(async (names: readonly string[], command: ImportCommand) => {
      const sources = wanted(names)
      const outcomes = await withDatabase((database) => synced(database, sources, command))
      print(`${describeOutcomes(outcomes)}\n`)
      const failed = outcomes.filter(hasFailed).length
      if (failed > 0) throw new ImportRefused(`${failed} of ${outcomes.length} sources failed.`)
    })
}

const slugs = (): string =>
  SOURCES.filter(isFetchable)
    .map(({ source }) => source)
    .join(', ')

function wanted(names: readonly string[]): readonly Fetchable[] {
  const sources = names.length === 0 ? SOURCES : [...new Set(names)].map(knownSource)
  const without = sources.find((source) => !isFetchable(source))
  if (names.length > 0 && without !== undefined) {
    throw new ImportRefused(
      `${without.source} has no URL. Import its files with annuaire import ${without.source} FILE.`
    )
  }
  const fetchable = sources.filter(isFetchable)
  if (fetchable.length === 0) throw new ImportRefused('No source has a URL.')
  return fetchable
}

async function synced(
  database: Parameters<typeof syncSources>[0],
  sources: readonly Fetchable[],
  command: ImportCommand
): Promise<readonly Outcome[]> {
  const bar = new SingleBar({
    format: '{source}: {value} records read',
    stream: process.stderr,
    clearOnComplete: true
  })
  bar.start(0, 0, { source: sources[0]?.source ?? '' })
  try {
    return await syncSources(database, sources, command, (source, read) => bar.update(read, { source }))
  } finally {
    bar.stop()
  }
}

const HEADER = [
  'source',
  'read',
  'created',
  'updated',
  'unchanged',
  'withdrawn',
  'rejected',
  'seconds',
  ''
] as const

export const describeOutcomes = (outcomes: readonly Outcome[]): string =>
  textTable([HEADER, ...outcomes.map(rowOf)])

function rowOf(outcome: Outcome): readonly (string | number)[] {
  const seconds = (ms: number) => Math.round(ms / 1000)
  if ('error' in outcome) {
    const { source, error, duration_ms } = outcome
    return [source, '', '', '', '', '', '', seconds(duration_ms), `failed: ${error.message}`]
  }
  const { report } = outcome
  const { read, created, updated, unchanged, withdrawn, rejected } = report.counts
  const { again } = report.positions
  return [
    outcome.source,
    ...[read, created, updated, unchanged, withdrawn, rejected, seconds(report.duration_ms)],
    `${stateOf(report)}${again > 0 ? `; ${again} positions to look up again` : ''}`
  ]
}

const stateOf = ({ not_modified, dry_run }: Report): string =>
  not_modified ? 'not modified since the last run' : dry_run ? 'dry run' : 'done'
