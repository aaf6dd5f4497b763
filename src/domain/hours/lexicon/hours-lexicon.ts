import { DAY_WORDS, FEAST_WORDS, HOLIDAYS, MONTH_WORDS, RANK_WORDS, WEEK_WORDS } from './calendar.ts'
import { APPOINTMENT_WORDS, DOUBTS } from './conditions.ts'
import { type Entry, plain } from './meaning.ts'
import { OPENNESS } from './openness.ts'
import { OTHERS, REFERENCES, SMALL_WORDS } from './words.ts'

/** All known groups of words. If the same words have two meanings, the first one listed wins. */
export const LEXICON: readonly Entry[] = [
  ...DAY_WORDS,
  ...MONTH_WORDS,
  ...RANK_WORDS,
  ...APPOINTMENT_WORDS,
  ...WEEK_WORDS,
  ...plain('doubt', ...DOUBTS),
  ...HOLIDAYS,
  ...OPENNESS,
  ...REFERENCES,
  ...SMALL_WORDS,
  ...FEAST_WORDS,
  ...OTHERS
]
