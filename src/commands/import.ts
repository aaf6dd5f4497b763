import { writeFile } from 'node:fs/promises'
import { SingleBar } from 'cli-progress'
import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import { v7 as uuidv7 } from 'uuid'
import { communeIndex } from '../domain/communes.ts'
import { openBytes } from '../importers/parse/bytes.ts'
import { ImportRefused } from '../importers/refused.ts'
import type { Report } from '../importers/report.ts'
import { runImport } from '../importers/run-import.ts'
import { findSource, SOURCES } from '../importers/sources/sources.ts'
import { communeRows } from '../store/administrative-data.ts'
import type { Database } from '../store/database.ts'
import { createImportStore } from '../store/import-store.ts'
import { describeReport } from './import-report.ts'
import { withDatabase } from './with-database.ts'

/** A million records of the standard are some 500 MB of CSV; what is larger is likely not what was meant. */
const MAX_MEGABYTES = 512

export type ImportCommand = {
  readonly dryRun?: boolean
  readonly report?: string
  readonly maxSize: number
}

export function registerImport(program: Command): void {
  const slugs = SOURCES.map(({ source }) => source).join(', ')
  program
    .command('import')
    .description(
      'Bring the records of a directory in: creates, updates, and tells all that it could not read'
    )
    .argument('<source>', `what wrote the file: ${slugs}`)
    .argument('<file>', 'CSV or JSON, plain or gzip, or - for standard input')
    .option('--dry-run', 'report as the import would, and write nothing')
    .option('--report <file>', 'write the whole report there as JSON')
    .option('--max-size <MB>', 'refuse what is larger, unpacked', readMegabytes, MAX_MEGABYTES)
    .action(async (source: string, file: string, options: ImportCommand) => {
      const report = await withDatabase((database) => importFile(database, source, file, options))
      if (options.report !== undefined)
        await writeFile(options.report, `${JSON.stringify(report, null, 2)}\n`)
      process.stdout.write(`${describeReport(report)}\n`)
    })
}

export async function importFile(
  database: Database,
  slug: string,
  file: string,
  { dryRun = false, maxSize }: ImportCommand
): Promise<Report> {
  const source = findSource(slug)
  if (source === undefined) {
    const known = SOURCES.map(({ source }) => source).join(', ')
    throw new ImportRefused(`There is no source ${slug}; the sources are: ${known}.`)
  }
  const clock = { newId: uuidv7, now: () => new Date() }
  const store = createImportStore({ batch: database.batch, ...clock })
  const lookups = { communes: communeIndex(communeRows()) }
  const bar = new SingleBar({ format: '{value} records read', stream: process.stderr, clearOnComplete: true })
  bar.start(0, 0)
  try {
    return await runImport(
      source,
      { origin: file, open: () => openBytes(file, process.stdin, maxSize) },
      { store, lookups, ...clock },
      { dryRun, onProgress: (read) => bar.update(read) }
    )
  } finally {
    bar.stop()
  }
}

function readMegabytes(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('a whole number of megabytes, as 512.')
}
