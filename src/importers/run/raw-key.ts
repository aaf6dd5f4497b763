import { hash } from 'node:crypto'
import type { Raw, Source } from '../source.ts'

/**
 * What a record is recognised by when it comes again word for word: itself, its source, and who reads it, because
 * another release may read it otherwise. Half of a SHA-256, as a UUID: PostgreSQL keeps that in 16 bytes.
 */
export function rawKeyOf({ source, revision = '' }: Source, reader: string, raw: Raw): string {
  const digest = hash('sha256', `${source}\n${reader}\n${revision}\n${JSON.stringify(raw)}`)
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-${digest.slice(12, 16)}-${digest.slice(16, 20)}-${digest.slice(20, 32)}`
}
