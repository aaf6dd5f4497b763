import type { Raw } from '../../source.ts'
import { columnsOf } from '../feature.ts'

/** A column of a file, with the values that are not empty. */
export type Column = {
  readonly name: string
  /** Rows that were read, with or without a value in this column. */
  readonly rows: number
  readonly values: readonly string[]
  readonly distinct: ReadonlySet<string>
}

/** Number of rows that are read, which is enough to see what a column holds. */
export const ROWS_READ = 2_000

/** The columns of a file, in the order in which they first occur. */
export async function columnsIn(rows: AsyncIterable<{ readonly raw: Raw }>): Promise<readonly Column[]> {
  const values = new Map<string, string[]>()
  let read = 0
  for await (const { raw } of rows) {
    read++
    for (const [name, value] of Object.entries(columnsOf(raw))) {
      const known = values.get(name) ?? []
      if (name !== '') values.set(name, known)
      const text = textOf(value)
      if (text !== '') known.push(text)
    }
    if (read === ROWS_READ) break
  }
  return [...values].map(([name, all]) => ({ name, rows: read, values: all, distinct: new Set(all) }))
}

const textOf = (value: unknown): string =>
  (Array.isArray(value) ? value.join(', ') : String(value ?? '')).trim()

/** The share of the column's values that pass a test, from 0 to 1; 0 if the column has no values. */
export const shareOf = ({ values }: Column, test: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(test).length / values.length
