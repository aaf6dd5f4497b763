import { clean, type Repair } from './clean/step.ts'
import type { Finding } from './finding.ts'
import type { Raw } from './source.ts'

/** A cleaned value and its column; `written` is the value as it stands in the file, for reports. */
export type Cell = { readonly column: string; readonly value: string; readonly written: string }

/** Reads the cells of one record. `finish` reports the columns that were not read, so that no column is forgotten. */
export type RowReader = {
  /**
   * The first of these columns with a value. If others have a different value, that is reported, and so are the further
   * values of a list, unless they are to be joined by `between`.
   */
  readonly cell: (columns: readonly string[], repairs: readonly Repair[], between?: string) => Cell | null
  /** All values of these columns, split at the separator. */
  readonly cells: (
    columns: readonly string[],
    separator: RegExp,
    repairs: readonly Repair[]
  ) => readonly Cell[]
  /** Leaves columns out of the report; `address.*` means all that begin with `address.`. */
  readonly ignore: (columns: readonly string[]) => void
  readonly report: (finding: Finding) => void
  readonly finish: () => readonly Finding[]
}

type Column = { readonly column: string; readonly value: unknown }

/** Reads a record. If a column is not found under its name, it is looked for without `prefix`. */
export function readRow(raw: Raw, prefix = ''): RowReader {
  const findings: Finding[] = []
  const all = new Map<string, Column>()
  const doubled: string[] = []
  for (const column of Object.keys(raw)) {
    const key = columnKey(column)
    const other = all.get(key)
    if (other !== undefined) doubled.push(other.column)
    all.set(key, { column, value: raw[column] })
  }

  // The columns that have been read; a column may be read more than once, for example for a whole address.
  const read = new Set<string>()
  const take = (name: string): Column | null => {
    const whole = columnKey(name)
    const key = !all.has(whole) && whole.startsWith(prefix) ? whole.slice(prefix.length) : whole
    read.add(key)
    return all.get(key) ?? null
  }
  const isAnswer = (column: string, text: string): boolean => {
    if (!UNANSWERED.test(text)) return true
    findings.push({ kind: 'unmapped-value', field: column, value: text, reason: 'yes and no: not answered' })
    return false
  }
  const repaired = (column: string, value: string, repairs: readonly Repair[]): Cell => {
    const cleaned = clean(repairs, value)
    for (const reason of cleaned.applied) findings.push({ kind: 'repaired', field: column, reason })
    return { column, value: cleaned.value, written: value.trim() }
  }
  const cells: RowReader['cells'] = (columns, separator, repairs) =>
    columns
      .map(take)
      .filter((found) => found !== null)
      .flatMap(({ column, value }) =>
        textsOf(value)
          .filter((text) => isAnswer(column, text))
          .flatMap((text) => text.split(separator))
          .filter((part) => part.trim() !== '')
          .map((part) => repaired(column, part, repairs))
      )
      .filter(({ value }) => value !== '')

  return {
    cells,
    cell: (columns, repairs, between) => {
      const all = cells(columns, NOWHERE, repairs)
      const [first, ...others] = between === undefined || all.length < 2 ? all : joined(all, between)
      for (const { column, written } of others.filter(({ value }) => value !== first?.value)) {
        const reason = `differs from ${first?.column}, which is preferred`
        findings.push({ kind: 'unmapped-value', field: column, value: written, reason })
      }
      return first ?? null
    },
    ignore: (columns) => {
      for (const column of columns) {
        if (!column.endsWith('*')) take(column)
        else for (const key of all.keys()) if (key.startsWith(columnKey(column.slice(0, -1)))) read.add(key)
      }
    },
    report: (finding) => {
      findings.push(finding)
    },
    finish: () => {
      const left = [...all].flatMap(([key, { column, value }]) =>
        read.has(key) || !holdsSomething(value) ? [] : [column]
      )
      for (const field of [...left, ...doubled.filter((column) => holdsSomething(raw[column]))]) {
        findings.push({ kind: 'unmapped-column', field })
      }
      return findings
    }
  }
}

/** Normalises the name of a column, because producers write `Code_INSEE` and ` code_insee` for the same column. */
export function columnKey(column: string): string {
  const known = keys.get(column)
  if (known !== undefined) return known
  const key = column
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  // JSON may contain any number of different names, of any length.
  if (keys.size < MOST_KEYS && column.length <= LONGEST_KEY) keys.set(column, key)
  return key
}

/** Normalised names by column. Every record has the same columns, and each is read several times. */
const keys = new Map<string, string>()
const MOST_KEYS = 10_000
const LONGEST_KEY = 200

const NOWHERE = /(?!)/

/** The unanswered choice of a form, in which all options are still there: "Oui / Non", "☐ oui ☐ non". */
const UNANSWERED = /^\W*(?:oui\W+(?:ou\s+)?non|yes\W+(?:or\s+)?no)\W*$/iu

/** One cell for each column. */
function joined(all: readonly Cell[], between: string): readonly Cell[] {
  return [...new Set(all.map(({ column }) => column))].map((column) => {
    const list = all.filter((cell) => cell.column === column)
    const text = (of: 'value' | 'written') => list.map((cell) => cell[of]).join(between)
    return { column, value: text('value'), written: text('written') }
  })
}

/** The texts in a value. Lists are flattened; objects are shown as JSON, so that they can be reported. */
const textsOf = (value: unknown): readonly string[] => {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.flatMap(textsOf)
  return [typeof value === 'object' ? JSON.stringify(value) : String(value)]
}

const holdsSomething = (value: unknown): boolean => textsOf(value).some((text) => text.trim() !== '')
