import { createHash } from 'node:crypto'
import type { Coding } from './content-coding.ts'

/** Of the bytes themselves, so that it changes exactly when they do. SHA-1 is no secret here, only short and quick. */
export function entityTag(body: string | Buffer): string {
  return `"${createHash('sha1').update(body).digest('base64url')}"`
}

/**
 * A strong tag promises the same bytes, so each coding of a body has its own. The suffix is told before anything
 * is compressed, which spares the work where the answer is 304. A weak tag promises less and stays as it is.
 */
export function tagOfCoding(tag: string, coding: Coding): string {
  return coding === 'identity' || tag.startsWith('W/') ? tag : `${tag.slice(0, -1)}-${coding}"`
}

/** RFC 9110, 13.1.2: a list of tags or `*`, compared weakly. */
export function isFresh(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch.trim() === '*') return true
  const known = ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? []
  return known.some((other) => opaque(other) === opaque(tag))
}

const opaque = (tag: string) => tag.replace(/^W\//, '')
