import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import type { Command } from 'commander'
import { columnsIn } from '../../importers/declared/draft/columns.ts'
import { draftMapping } from '../../importers/declared/draft/draft-mapping.ts'
import { openBytes } from '../../importers/parse/bytes.ts'
import { openRows } from '../../importers/parse/open-rows.ts'
import { ImportRefused } from '../../importers/refused.ts'
import { printable } from '../shell/print.ts'
import { MAX_MEGABYTES, readMegabytes } from './import.ts'

export function registerMapping(program: Command): void {
  program
    .command('mapping')
    .description(
      'draft a mapping of a file for "import declared": its columns, with samples and guessed roles'
    )
    .argument('<file>', 'CSV, JSON, GeoJSON or Excel, plain or gzip; - for standard input')
    .option('--output <file>', 'write the draft to this file instead of standard output')
    .option('--max-size <MB>', 'refuse larger files (decompressed size)', readMegabytes, MAX_MEGABYTES)
    .action(async (file: string, { maxSize, output }: Options) => {
      const draft = await draftOf(file, maxSize, process.stdin)
      // In a file or a pipe it is YAML to be read again, with every column as it is named.
      if (output === undefined) process.stdout.write(process.stdout.isTTY ? printable(draft) : draft)
      // The flag refuses to overwrite a file, because a mapping that somebody has completed must not be lost.
      else await writeFile(output, draft, { flag: 'wx' }).catch(refuseExisting)
    })
}

type Options = { readonly maxSize: number; readonly output?: string }

function refuseExisting(error: NodeJS.ErrnoException): never {
  if (error.code !== 'EEXIST') throw error
  throw new ImportRefused(`There is a file ${error.path} already; choose another name.`)
}

/** Drafts a mapping for a file. Works without a database. */
export async function draftOf(file: string, maxSize: number, stdin: Readable): Promise<string> {
  const { bytes } = await openBytes(file, stdin, maxSize)
  const { rows } = await openRows(bytes, { header_row: 'find' })
  const columns = await columnsIn(rows.rows).finally(rows.close)
  if (columns.length === 0) throw new ImportRefused('The input holds no record.')
  return draftMapping(columns, basename(file), rows.header_row)
}
