import { RULES } from './implications.ts'
import { NOT_MEANT, SAID_BY } from './kinds-by-name.ts'
import { OWN_PEOPLE } from './own-people.ts'

/** Increase this when code outside the tables infers something else from the same place. */
const EDITION = 6

/** A value that changes whenever the offers inferred from the same place may change. */
export const OFFER_RULES: unknown = [
  EDITION,
  RULES.map(({ from, implies, sure, confidence }) => [from, implies, sure, confidence]),
  SAID_BY,
  NOT_MEANT,
  OWN_PEOPLE
]
