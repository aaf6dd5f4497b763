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

const REFERENCE_LENGTH = 10

/**
 * References such as `SIG-4T9M0K2WXA`, which are read out on the phone. The ten characters are 50 bits: the author follows
 * what was sent by its reference, without an account, and others cannot guess it.
 */
export function spokenReferences(prefix: string) {
  const written = new RegExp(`^${prefix}-[${SPOKEN}]{${REFERENCE_LENGTH}}$`)
  const before = new RegExp(`^${prefix}[\\s\\p{Pd}]*`, 'u')
  return {
    make: (): string => `${prefix}-${randomSpoken(REFERENCE_LENGTH)}`,
    /** A reference as people type it; undefined if it cannot be one. */
    read: (typed: string): string | undefined => {
      const reference = `${prefix}-${readSpoken(typed.trim().toUpperCase().replace(before, ''))}`
      return written.test(reference) ? reference : undefined
    }
  }
}
