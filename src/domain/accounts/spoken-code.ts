import { randomBytes } from 'node:crypto'

/* Codes that people read out and type, in Crockford's base 32. */

/** Without I, L, O and U: the first three are read as digits, and U would make words. */
export const SPOKEN = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 256 is a multiple of 32, so every character is equally likely. */
export const randomSpoken = (length: number): string =>
  [...randomBytes(length)].map((byte) => SPOKEN.charAt(byte % SPOKEN.length)).join('')

/** What was typed in any case, with spaces or hyphens, or with the letters that look like digits. */
export const readSpoken = (typed: string): string =>
  typed
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
