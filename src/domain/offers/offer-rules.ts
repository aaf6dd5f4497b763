import { RULES } from './implications.ts'
import { NOT_MEANT, SAID_BY } from './kinds-by-name.ts'

/** Increased when code outside the tables infers something else from the same place. */
const EDITION = 4

/** Changes when the inferred offers of the same place may change. */
export const OFFER_RULES: unknown = [
  EDITION,
  RULES.map(({ from, implies, sure, confidence }) => [from, implies, sure, confidence]),
  SAID_BY,
  NOT_MEANT
]
