import { writeFile } from 'node:fs/promises'
import { SingleBar } from 'cli-progress'
import { type Command, InvalidArgumentError } from 'commander'
import { readMapping } from '../../importers/declared/read-mapping.ts'
import { sourceOfMapping } from '../../importers/declared/source-of-mapping.ts'
import { ImportRefused } from '../../importers/refused.ts'
import { MAX_SHRUNK, MAX_WITHDRAWN } from '../../importers/run/guard.ts'
import type { Report } from '../../importers/run/report.ts'
import type { Source } from '../../importers/source.ts'
import { findSource, SOURCES } from '../../importers/sources/sources.ts'
import type { Database } from '../../store/db/database.ts'
import { readPercent } from '../shell/percent.ts'
import { withDatabase } from '../shell/with-database.ts'
import { type ImportCommand, importFrom } from './import-from.ts'
import { describeReport } from './import-report.ts'

/** A million records of the standard are some 500 MB of CSV; a larger file is probably a mistake. */
export const MAX_MEGABYTES = 512

export function registerImport(program: Command): void {
  const slugs = SOURCES.map(({ source }) => source).join(', ')
  program
    .command('import')
    .description(
      'import the records of a directory: create, update and withdraw places, and report what could not be read'
    )
    .argument('<source>', `source of the file: ${slugs}; or declared, with a mapping`)
    .argument('<file>', 'CSV or JSON, plain or gzip: a file, a URL, or - for standard input')
    .option(
      '--mapping <file>',
      'with declared: YAML or JSON that says which column holds each part of a place'
    )
    .option('--dry-run', 'print the report of the import, but write nothing')
    .option('--partial', 'the file is not complete: do not withdraw places that are missing from it')
    .option(
      '--max-withdrawn <percent>',
      `withdraw up to this percentage of the records, instead of ${MAX_WITHDRAWN}`,
      readPercent
    )
    .option('--force', 'withdraw any number of places, and fetch and read even what has not changed')
    .option('--report <file>', 'write the full report to this file as JSON')
    .option('--max-size <MB>', 'refuse larger files (decompressed size)', readMegabytes, MAX_MEGABYTES)
    .addHelpText('after', COMPLETE)
    .action(async (source: string, file: string, options: ImportCommand) => {
      const report = await withDatabase((database) => importFile(database, source, file, options))
      if (options.report !== undefined)
        await writeFile(options.report, `${JSON.stringify(report, null, 2)}\n`)
      process.stdout.write(`${describeReport(report)}\n`)
    })
}

/** Help text about completeness, explained in full because it decides which places are withdrawn. */
const COMPLETE = `
Records that are missing from the file:
  A file is assumed to be complete. Places that no record describes any more are withdrawn: their ids answer 410,
  and they come back with the same ids if their records do. The scope of the file depends on the source. Most files
  are complete for the whole source. Files of mednum come from many producers, and each is complete for the
  producers whose records it contains (column "source", for example hinaura:1003); records without a producer
  count as one more producer. A record that is in the file but cannot be read stays as it was.

Files that are refused, with nothing changed:
  - A file that was cut: JSON, gzip or Excel that ends too early, or a CSV of which only the last line has fewer
    fields than the header.
  - A file without more than ${MAX_WITHDRAWN} % of the records, or of those of one producer with 50 records or more.
  - A file that has become shorter by more than ${MAX_SHRUNK} %: it lacks that many more records than it brings new ones.
    This counts for 50 records or more.
  --max-withdrawn replaces both limits. --partial withdraws nothing, and so accepts all of these but damaged files.`

export async function importFile(
  database: Database,
  slug: string,
  file: string,
  command: ImportCommand
): Promise<Report> {
  const bar = new SingleBar({ format: '{value} records read', stream: process.stderr, clearOnComplete: true })
  const source = slug === DECLARED ? await declaredBy(command.mapping) : knownSource(slug)
  bar.start(0, 0)
  try {
    return await importFrom(database, source, file, command, {
      onProgress: (read) => bar.update(read)
    })
  } finally {
    bar.stop()
  }
}

const DECLARED = 'declared'

/** A mapping describes a directory of its own, and must not write records of a built-in source. */
async function declaredBy(mapping: string | undefined): Promise<Source> {
  if (mapping === undefined) throw new ImportRefused('declared needs --mapping FILE.')
  const source = sourceOfMapping(await readMapping(mapping))
  if (findSource(source.source) === undefined) return source
  throw new ImportRefused(
    `${mapping} has the name of a built-in source, ${source.source}: choose another name.`
  )
}

export function readMegabytes(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number of megabytes, for example 512.')
}

export function knownSource(slug: string): Source {
  const source = findSource(slug)
  if (source !== undefined) return source
  const known = SOURCES.map(({ source }) => source).join(', ')
  throw new ImportRefused(`There is no source ${slug}. The sources are: ${known}.`)
}
