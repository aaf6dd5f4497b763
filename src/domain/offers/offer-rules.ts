import { RULES } from './implications.ts'
import { NOT_MEANT, SAID_BY } from './kinds-by-name.ts'

/** Raised when code, and not one of the tables, concludes something else from the same place. */
const EDITION = 3

/** Changes when places that say the same are concluded to offer something else. */
export const OFFER_RULES: unknown = [
  EDITION,
  RULES.map(({ from, implies, sure, confidence }) => [from, implies, sure, confidence]),
  SAID_BY,
  NOT_MEANT
]
