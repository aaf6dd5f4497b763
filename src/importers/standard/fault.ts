/** A problem with one value: the schema refuses an `erreur` and accepts a `remarque`. Messages are French. */
export type Fault = {
  readonly severity: 'erreur' | 'remarque'
  readonly field: string
  /** Null if it is missing. */
  readonly value: string | null
  readonly message: string
  /** What an import would understand; null if nothing. */
  readonly understood: string | null
}

/** A list in JSON is written as in CSV, separated by `|`. */
export const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(textOf).join('|')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
