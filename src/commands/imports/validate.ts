import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { Command } from 'commander'
import { openBytes } from '../../importers/parse/bytes.ts'
import type { Format } from '../../importers/parse/row.ts'
import { ImportRefused } from '../../importers/refused.ts'
import { type Summary, validate } from '../../importers/standard/validate.ts'
import { officialCommunes } from '../../store/territories/official-towns.ts'
import { printable } from '../shell/print.ts'
import { describeFile, describeLine, describeSummary } from './describe-validation.ts'
import { MAX_MEGABYTES, readMegabytes } from './import.ts'

type Options = { readonly json?: boolean; readonly maxSize: number }

export function registerValidate(program: Command): void {
  program
    .command('validate')
    .description(
      'Dire, ligne par ligne, ce qui n’est pas conforme au standard national 1.0.2 dans un fichier'
    )
    .argument('<fichier>', 'CSV ou JSON, compressé ou non ; - pour l’entrée standard')
    .option('--json', 'un objet JSON par ligne fautive, puis le bilan')
    .option('--max-size <Mo>', 'refuser un fichier plus grand, décompressé', readMegabytes, MAX_MEGABYTES)
    .action(async (file: string, options: Options) => {
      const { errors } = await validateFile(file, options, process.stdin, process.stdout)
      if (errors > 0) process.exitCode = 1
    })
}

/**
 * Validates a file without a database, because producers do not have one. If the file contains no places, the error
 * message is also in French.
 */
export const validateFile = (...asked: Parameters<typeof readAndReport>): Promise<Summary> =>
  readAndReport(...asked).catch((error: unknown) => {
    throw error instanceof ImportRefused ? new ImportRefused(error.french, error.obstacle) : error
  })

async function readAndReport(
  path: string,
  { json = false, maxSize }: Options,
  stdin: Readable,
  output: Writable
): Promise<Summary> {
  const { bytes } = await openBytes(path, stdin, maxSize)
  const lookups = { communes: officialCommunes() }
  let format: Format = 'csv'
  const write = async (text: string): Promise<void> => {
    if (text !== '' && !output.write(printable(text))) await once(output, 'drain')
  }
  const summary = await validate(bytes, lookups, {
    file: (faults) => {
      format = faults.format
      output.write(printable(json ? `${JSON.stringify(faults)}\n` : describeFile(faults)))
    },
    line: (faults) => write(json ? `${JSON.stringify(faults)}\n` : describeLine(format, faults))
  })
  await write(json ? `${JSON.stringify({ summary })}\n` : `${describeSummary(summary)}\n`)
  return summary
}
