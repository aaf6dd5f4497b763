import type { Row } from './row.ts'

/** No record of a place is nested so deep; functions that call themselves for each level would fail. */
const DEEPEST = 100

/** A record of a JSON file; anything but an object is broken, and so is one that is nested too deep. */
export function jsonRecord(value: unknown, line: number): Row {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { line, raw: { '': isDeeper(value, DEEPEST) ? '' : value }, broken: 'is not a JSON object' }
  const entries = Object.entries(value)
  const shallow = entries.filter(([, each]) => !isDeeper(each, DEEPEST))
  if (shallow.length === entries.length) return { line, raw: value as Row['raw'] }
  return {
    line,
    raw: Object.fromEntries(shallow),
    broken: `has a value that is nested more than ${DEEPEST} levels deep`
  }
}

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((each) => isDeeper(each, levels - 1)))
