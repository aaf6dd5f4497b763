import { randomSpoken, readSpoken, SPOKEN } from '../accounts/spoken-code.ts'

const LENGTH = 10
const REFERENCE = new RegExp(`^SIG-[${SPOKEN}]{${LENGTH}}$`)

/**
 * 50 bits: its author follows a contribution by it without an account, and others cannot guess it. It is read out on the
 * phone.
 */
export const newReference = (): string => `SIG-${randomSpoken(LENGTH)}`

/** A reference as people type it; undefined if it cannot be one. */
export function readReference(text: string): string | undefined {
  const typed = text
    .trim()
    .toUpperCase()
    .replace(/^SIG[\s\p{Pd}]*/u, '')
  const reference = `SIG-${readSpoken(typed)}`
  return REFERENCE.test(reference) ? reference : undefined
}
