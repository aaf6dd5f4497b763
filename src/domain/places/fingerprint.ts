import { hash } from 'node:crypto'
import type { MappedRecord } from './source-record.ts'

/**
 * The SHA-256 of the record, and its length as JSON in characters. Properties are sorted first, so that another order
 * in our own code does not look like a change.
 */
export function fingerprintOf(record: MappedRecord): {
  readonly fingerprint: string
  readonly length: number
} {
  const text = inOrder(record)
  return { fingerprint: hash('sha256', text), length: text.length }
}

/** JSON text, as JSON.stringify writes it; a replacer that sorts takes it four times as long. */
function inOrder(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((each) => inOrder(each ?? null)).join(',')}]`
  const properties = value as Readonly<Record<string, unknown>>
  let text = ''
  for (const key of Object.keys(properties).sort()) {
    const each = properties[key]
    if (each !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${inOrder(each)}`
  }
  return `{${text}}`
}
