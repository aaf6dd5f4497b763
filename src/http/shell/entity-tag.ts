import { createHash } from 'node:crypto'
import type { Coding } from './content-coding.ts'

/**
 * A hash of the body, so that the tag changes exactly when the bytes do. SHA-1 is used because it is short
 * and fast; the tag needs no secrecy.
 */
export function entityTag(body: string | Buffer): string {
  return `"${createHash('sha1').update(body).digest('base64url')}"`
}

/**
 * A strong tag promises identical bytes, so each coding of a body needs a tag of its own. The suffix is added
 * before compressing, so that a 304 needs no compression. A weak tag promises less and stays unchanged.
 */
export function tagOfCoding(tag: string, coding: Coding): string {
  return coding === 'identity' || tag.startsWith('W/') ? tag : `${tag.slice(0, -1)}-${coding}"`
}

/**
 * Whether the client already has the version with this tag. By RFC 9110, 13.1.2, the header is a list of tags or `*`,
 * and tags are compared weakly.
 */
export function isFresh(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch.trim() === '*') return true
  const known = ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? []
  return known.some((other) => opaque(other) === opaque(tag))
}

const opaque = (tag: string) => tag.replace(/^W\//, '')
