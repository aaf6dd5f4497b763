import { nearestOf } from '../nearest.ts'
import { columnKey } from '../row.ts'
import type { Raw, Source } from '../source.ts'

/**
 * Columns that a mapping names and the file does not have. `nearest` is the most similar header that the mapping
 * does not use, or null.
 */
export type Absent = { readonly columns: readonly string[]; readonly nearest: string | null }

/** The columns in the rows of a file, by normalised name, collected while the rows are read. */
export type Headers = Map<string, string>

export function noteHeaders(headers: Headers, { reads }: Source, raw: Raw): void {
  if (reads === undefined) return
  for (const column of Object.keys(reads.columnsOf(raw))) {
    const key = columnKey(column)
    // JSON may contain any number of different names, of any length.
    if (!headers.has(key) && headers.size < MOST_HEADERS && column.length <= LONGEST_HEADER)
      headers.set(key, column)
  }
}

const MOST_HEADERS = 1_000
const LONGEST_HEADER = 200

export function absentFrom(headers: Headers, { reads }: Source): readonly Absent[] {
  if (reads === undefined) return []
  const has = (column: string): boolean =>
    headers.has(columnKey(column)) || headers.has(columnKey(column.replace(/^properties\./, '')))
  const missing = reads.groups.filter((group) => !group.some(has))
  const used = new Set(reads.groups.flat().map(columnKey))
  const free = [...headers].flatMap(([key, column]) => (used.has(key) ? [] : [column]))
  return missing.map((columns) => ({ columns, nearest: nearestOf(columns, free) }))
}

export const describeAbsent = ({ columns, nearest }: Absent): string =>
  `${columns.map((column) => JSON.stringify(column)).join(' or ')}${nearest === null ? '' : `; did you mean ${JSON.stringify(nearest)}?`}`
