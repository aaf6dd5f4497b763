import { type FileHandle, open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { SingleBar } from 'cli-progress'
import { type Command, InvalidArgumentError } from 'commander'
import { readMapping } from '../../importers/declared/read-mapping.ts'
import { sourceOfMapping } from '../../importers/declared/source-of-mapping.ts'
import { ImportRefused } from '../../importers/refused.ts'
import { MAX_SHRUNK, MAX_WITHDRAWN } from '../../importers/run/guard.ts'
import { MOST_CHANGED, MOST_JOINED } from '../../importers/run/guard-new-source.ts'
import type { Report } from '../../importers/run/report.ts'
import type { Source } from '../../importers/source.ts'
import { findSource, SOURCES } from '../../importers/sources/sources.ts'
import type { Database } from '../../store/db/database.ts'
import { readPercent } from '../shell/percent.ts'
import { print } from '../shell/print.ts'
import { withDatabase } from '../shell/with-database.ts'
import { type ImportCommand, importFrom } from './import-from.ts'
import { describeReport } from './import-report.ts'

/**
 * Default for the largest file that is accepted, in MB. A CSV of a million records in the standard's format has about
 * 500 MB; a larger file is probably a mistake.
 */
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
    .option('--accept', 'accept a new source that joins or changes many places of other sources')
    .option(
      '--force',
      'withdraw any number of places, accept a new source, and fetch and read even what has not changed'
    )
    .option('--report <file>', 'write the full report to this file as JSON')
    .option('--max-size <MB>', 'refuse larger files (decompressed size)', readMegabytes, MAX_MEGABYTES)
    .addHelpText('after', COMPLETE)
    .action(async (source: string, file: string, options: ImportCommand) => {
      // Before the run, which may take an hour.
      const output = options.report === undefined ? null : await openReport(options.report, file)
      try {
        const report = await withDatabase((database) => importFile(database, source, file, options))
        if (output !== null) await writeReport(output, report)
        print(`${describeReport(report)}\n`)
      } finally {
        await output?.close()
      }
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
  - A source that is not built in and was not accepted yet, if its records would join more than ${MOST_JOINED} places of other
    sources, or change what more than ${MOST_CHANGED} of them publish. The message lists some. --accept accepts the source for good;
    the first source of an empty directory is accepted by itself.
  --max-withdrawn replaces both limits of withdrawals. --partial withdraws nothing, and so accepts all of these but damaged files.`

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

/** Opens the file for the report; what it holds from an earlier run is left until there is another report. */
async function openReport(path: string, input: string): Promise<FileHandle> {
  if (resolve(path) === resolve(input))
    throw new ImportRefused(`The report would be written over the input ${path}: choose another file.`)
  return open(path, 'a').catch((error: Error) => {
    throw new ImportRefused(
      `The report cannot be written to ${path}: ${error.message}. Nothing was imported.`
    )
  })
}

async function writeReport(output: FileHandle, report: Report): Promise<void> {
  // A pipe, such as /dev/stdout, holds no earlier report.
  if ((await output.stat()).isFile()) await output.truncate()
  await output.writeFile(`${JSON.stringify(report, null, 2)}\n`)
}

const DECLARED = 'declared'

/**
 * The source that a mapping declares. A mapping describes a directory of its own, so it is refused if it has the name
 * of a built-in source, whose records it must not write.
 */
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
