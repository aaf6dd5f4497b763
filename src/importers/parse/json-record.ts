import { excessOf, keptValues } from '../nested.ts'
import type { Row } from './row.ts'

/**
 * A record of a JSON file. Anything but an object is broken, and so is one that is nested too deep or has too many
 * values; of such a record, a few properties within the limits are kept, because its id is one of them.
 */
export function jsonRecord(value: unknown, line: number): Row {
  const excess = excessOf(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { line, raw: { '': excess === null ? value : '' }, broken: 'is not a JSON object' }
  if (excess === null) return { line, raw: value as Row['raw'] }
  const left = keptValues()
  const kept = Object.entries(value)
    .slice(0, left.values)
    .filter(([, each]) => excessOf(each, left) === null)
  return { line, raw: Object.fromEntries(kept), broken: excess }
}
