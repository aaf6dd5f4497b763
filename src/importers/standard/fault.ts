/**
 * A problem with one value. The schema refuses a value with an `erreur`, and accepts one with a `remarque`.
 * Messages are in French.
 */
export type Fault = {
  readonly severity: 'erreur' | 'remarque'
  readonly field: string
  /** Null if the value is missing. */
  readonly value: string | null
  readonly message: string
  /** What an import would understand instead; null if it would understand nothing. */
  readonly understood: string | null
}

/** Returns the text of a value. A JSON list is written as in CSV, with `|` between its values. */
export const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(textOf).join('|')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
