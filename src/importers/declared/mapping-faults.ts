import type { z } from 'zod'
import { nearestOf } from '../nearest.ts'
import { exampleAt, keysAt, type Path, placesOfKey, wordsAt } from './mapping-forms.ts'

type Issue = z.core.$ZodIssue

/** What is wrong with a mapping, where, and what would be allowed there; one line for each fault. */
export function faultsOf(issues: readonly Issue[], mapping: unknown): readonly string[] {
  const faults = issues.flatMap((issue) => faultsIn(issue, [], mapping))
  return [...new Set(faults)]
}

/**
 * Describes one issue. If several forms are allowed, only the faults of the form most similar to the value are
 * reported; if none is similar, all allowed forms are listed.
 */
function faultsIn(issue: Issue, above: Path, mapping: unknown): readonly string[] {
  const path = [...above, ...issue.path]
  const value = valueAt(mapping, path)
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key))
  if (value === undefined) return [missing(path)]
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const [nearest = []] = issue.errors.toSorted((left, right) => distance(left) - distance(right))
    const own = nearest.filter((inner) => inner.path.length === 0)
    // Where codes are expected, the allowed forms are one code or a list of codes: for a string, it is the code
    // that is wrong, not the form.
    const isOfForm = own.every((inner) => inner.code === 'invalid_value' && typeof value === 'string')
    return isOfForm ? nearest.flatMap((inner) => faultsIn(inner, path, mapping)) : [otherForm(path, value)]
  }
  if (issue.code === 'invalid_value') return [`${pathOf(path)}: ${notAmong(issue.values.map(String), value)}`]
  if (issue.code === 'invalid_type') return [otherForm(path, value)]
  if (issue.code === 'invalid_key') return [unknownKey(path.slice(0, -1), String(path.at(-1)))]
  return [`${pathOf(path)}: ${issue.message}${example(path)}`]
}

/**
 * How far a value is from an allowed form, given its issues: a form of a different type is the least similar,
 * followed by forms with many unknown keys.
 */
const distance = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => {
    if (issue.path.length > 0) return sum + 2
    if (issue.code === 'unrecognized_keys') return sum + 10 * issue.keys.length
    if (issue.code === 'invalid_value') return sum + 1
    return sum + 100
  }, 0)

const valueAt = (mapping: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, part) => (value as Record<PropertyKey, unknown> | null)?.[part], mapping)

/** `pathOf(['tables', 0, 'columns'])` is "tables[0].columns". */
const pathOf = (path: Path): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '') || 'mapping'

const example = (path: Path): string => {
  const text = exampleAt(path)
  return text === null ? '' : `; for example ${text}`
}

const missing = (path: Path): string =>
  `${pathOf(path)}: is missing; allowed: ${wordsAt(path).join(', or ')}${example(path)}`

const otherForm = (path: Path, value: unknown): string =>
  `${pathOf(path)}: ${inWords(value)} is not allowed; allowed: ${wordsAt(path).join(', or ')}${example(path)}`

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'this list'
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{ ${Object.keys(value).join(', ')} }`
}

function unknownKey(path: Path, key: string): string {
  const keys = keysAt(path)
  return `${pathOf(path)}: the key ${JSON.stringify(key)} is unknown; ${advice(key, keys, path)}allowed: ${keys.join(', ')}${example(path)}`
}

function advice(key: string, keys: readonly string[], path: Path): string {
  const inMeanings = MEANINGS.find(([pattern]) => pattern.test(key))
  if (path.length < 2 && inMeanings !== undefined) return `write ${inMeanings[1]}; `
  const [elsewhere] = placesOfKey(key)
  if (elsewhere !== undefined && path.length < 2)
    return `it belongs ${elsewhere.length === 0 ? 'at the top of the mapping' : `below ${pathOf(elsewhere)}`}; `
  const near = nearestOf([key], keys)
  return near === null ? '' : `did you mean ${JSON.stringify(near)}? `
}

/**
 * Advice for keys that newcomers write among the properties of a place, by pattern of the key. This information
 * belongs in `tables`, or in `always` if it applies to all places.
 */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:closed|status|state|statut|active)$/i,
    'a table that refuses closed places: tables: [{ columns: Statut, values: { fermé: { refuse: closed } }, other: {} }]'
  ],
  [
    /access|wheelchair|pmr|handicap/i,
    'a table: tables: [{ columns: PMR, values: { oui: { wheelchair: yes }, non: { wheelchair: no } } }]'
  ],
  [
    /^(?:type|service|audience|need|fee|support|label|public|tag|price)e?s?$/i,
    'a table: tables: [{ columns: Services, split: ",", into: [service] }], or always: { service: … }'
  ]
]

function notAmong(allowed: readonly string[], value: unknown): string {
  const near = nearestOf([String(value)], allowed)
  return `${JSON.stringify(value)} is not allowed; ${near === null ? '' : `did you mean ${JSON.stringify(near)}? `}allowed: ${allowed.join(', ')}`
}
