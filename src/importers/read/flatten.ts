import { excessOf } from '../nested.ts'
import type { Raw } from '../source.ts'

/**
 * Turns nested properties into columns: `address.city`; a list of objects gives one column with all their
 * values. Open data portals write nested values as JSON text, which is parsed too.
 */
export function flatten(raw: Raw): Raw {
  const flat = new Map<string, unknown[]>()
  for (const [column, value] of Object.entries(raw)) put(flat, column, opened(value))
  return Object.fromEntries(
    [...flat].map(([column, values]) => [column, values.length === 1 ? values[0] : values.flat()])
  )
}

function put(flat: Map<string, unknown[]>, column: string, value: unknown): void {
  if (Array.isArray(value) && value.some(isObject)) {
    for (const each of value) put(flat, column, each)
  } else if (isObject(value)) {
    for (const [name, inner] of Object.entries(value)) put(flat, `${column}.${name}`, inner)
  } else {
    const values = flat.get(column)
    if (values === undefined) flat.set(column, [value])
    else values.push(value)
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Text may also start with a bracket; if it is not JSON, or JSON that no record holds, it stays text. */
export function opened(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*(?:\{"|\[[{"]).*[}\]]\s*$/s.test(value)) return value
  try {
    const parsed = JSON.parse(value)
    return excessOf(parsed) === null ? parsed : value
  } catch {
    return value
  }
}
