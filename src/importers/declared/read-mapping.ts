import { readFile } from 'node:fs/promises'
import { CST, Lexer, parse as parseYaml, YAMLParseError } from 'yaml'
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

/** The longest of our own mappings has 4 000 characters. */
const LONGEST = 256 * 1024
/** A mapping has 6. The parser calls itself for each level. */
const DEEPEST = 32

/** JSON is valid YAML, so one parser is enough. */
function parsed(text: string, path: string): unknown {
  if (text.length > LONGEST) throw new ImportRefused(`${path} is no mapping: it is longer than 256 kB.`)
  refuseDeep(text, path)
  try {
    return parseYaml(text)
  } catch (error) {
    if (!(error instanceof YAMLParseError || error instanceof ReferenceError)) throw error
    throw new ImportRefused(`${path} is neither YAML nor JSON: ${error.message}`)
  }
}

/** Brackets, and the signs and indents of nested lists and tables, are counted before anything is built. */
function refuseDeep(text: string, path: string): void {
  let flow = 0
  let block = 0
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token)
    if (type === 'flow-map-start' || type === 'flow-seq-start') flow++
    if (type === 'flow-map-end' || type === 'flow-seq-end') flow--
    if (type === 'newline') block = 0
    if (type === 'seq-item-ind' || type === 'explicit-key-ind') block++
    if (flow > DEEPEST || block > DEEPEST)
      throw new ImportRefused(`${path} is no mapping: it is nested more than ${DEEPEST} levels deep.`)
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
