import { createHash } from 'node:crypto'
import { SHARE_OF_WORDS } from './common-words.ts'
import { INHABITANTS_PER_OTHER } from './kind-density.ts'
import { COUNTED_ONCE, LEVELS } from './levels.ts'
import * as lexicon from './matching-lexicon.ts'
import { CROWDS } from './pair-keys.ts'
import { BIAS, REVIEW, SAME, UNKNOWN, WEIGHTS } from './weights.ts'

/**
 * Increased when code outside the tables below changes how records are read, indexed or judged. A test knows
 * the results of this edition for about a thousand pairs of records.
 */
const EDITION = 6

/**
 * A hash that changes when records may be found or judged differently; then all of them are compared again.
 */
export const matchingRules = (): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        [EDITION, lexicon, SHARE_OF_WORDS, INHABITANTS_PER_OTHER, CROWDS, STEPS, COUNTED_ONCE, ...MODEL],
        toPlainJson
      )
    )
    .digest('base64url')

const MODEL = [WEIGHTS, UNKNOWN, BIAS, SAME, REVIEW]

/** The levels without their wording, which does not affect the result. */
const STEPS = Object.entries(LEVELS).map(([name, levels]) => [name, levels.map(([atLeast]) => atLeast)])

const toPlainJson = (_: string, value: unknown): unknown =>
  value instanceof Set ? [...value] : value instanceof RegExp ? value.source : value
