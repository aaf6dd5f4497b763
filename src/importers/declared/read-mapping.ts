import { readFile } from 'node:fs/promises'
import { parse as parseYaml, YAMLParseError } from 'yaml'
import type { z } from 'zod'
import { ImportRefused } from '../refused.ts'
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
  const faults = checked.error.issues.flatMap((issue) => faultsOf(issue, []))
  throw new ImportRefused(
    `${path} is not a valid mapping:\n${[...new Set(faults)].map((fault) => `  ${fault}`).join('\n')}`
  )
}

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** If several forms are allowed, only the errors of the most similar one are reported. */
function faultsOf(issue: Issue, above: Path): readonly string[] {
  const path = [...above, ...issue.path]
  if (issue.code !== 'invalid_union' || issue.errors.length === 0)
    return [`${pathOf(path)}: ${issue.message}`]
  const [nearest = []] = issue.errors.toSorted((left, right) => distance(left) - distance(right))
  return nearest.flatMap((inner) => faultsOf(inner, path))
}

/** A form of a different type is the least similar, followed by those with more unknown keys. */
const distance = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => {
    if (issue.path.length > 0) return sum + 2
    if (issue.code === 'unrecognized_keys') return sum + 3 * issue.keys.length
    return sum + 100
  }, 0)

const pathOf = (path: Path): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '') || 'mapping'
