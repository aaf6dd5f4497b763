import { hash } from 'node:crypto'
import type { Raw, Source } from '../source.ts'

/**
 * Returns the key by which a record is recognised if it comes again word for word. It contains the record, its
 * source and its reader, because another release may read the record differently. It is half of a SHA-256 in the
 * form of a UUID, which PostgreSQL stores in 16 bytes.
 */
export function rawKeyOf({ source, revision = '' }: Source, reader: string, raw: Raw): string {
  const digest = hash('sha256', `${source}\n${reader}\n${revision}\n${JSON.stringify(raw)}`)
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-${digest.slice(12, 16)}-${digest.slice(16, 20)}-${digest.slice(20, 32)}`
}
