import { hash } from 'node:crypto'
import type { MappedRecord } from '../../domain/places/source-record.ts'

/** SHA-256 of the record with its properties in order: how our own code arranges them must not look like a change. */
export const fingerprintOf = (record: MappedRecord): string => hash('sha256', inOrder(record))

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
