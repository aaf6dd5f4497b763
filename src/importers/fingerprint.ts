import { createHash } from 'node:crypto'
import type { MappedRecord } from '../domain/source-record.ts'

/** SHA-256 of the record with its properties in order: how our own code arranges them must not look like a change. */
export const fingerprintOf = (record: MappedRecord): string =>
  createHash('sha256').update(JSON.stringify(record, sorted)).digest('hex')

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
}
