import { readFile } from 'node:fs/promises'
import { parse as parseYaml, YAMLParseError } from 'yaml'
import { ImportRefused } from '../refused.ts'
import { faultsOf } from './mapping-faults.ts'
import { mappingSchema, type WrittenMapping } from './mapping-schema.ts'

/** Reads a mapping file in YAML or JSON. An invalid one is refused before the run, with all its errors. */
export async function readMapping(path: string): Promise<WrittenMapping> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ImportRefused(
      error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be opened: ${error.message}.`
    )
  })
  return checkMapping(parsed(text, path), path)
}

/** JSON is valid YAML, so one parser is enough. */
function parsed(text: string, path: string): unknown {
  try {
    return parseYaml(text)
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error
    throw new ImportRefused(`${path} is neither YAML nor JSON: ${error.message}`)
  }
}

export function checkMapping(value: unknown, path: string): WrittenMapping {
  const checked = mappingSchema.safeParse(value)
  if (checked.success) return value as WrittenMapping
  const faults = faultsOf(checked.error.issues, value)
  throw new ImportRefused(
    `${path} is not a valid mapping:\n${faults.map((fault) => `  ${fault}`).join('\n')}`
  )
}
