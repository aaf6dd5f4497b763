import { letterErrors } from '../../vocabularies/letter-distance.ts'
import { type DayRank, FRENCH_DAYS } from '../reading.ts'

const FAR = 3
const WRITTEN = /^[a-z]{4,9}$/

/**
 * The day that a word with one wrong letter means ("ludni", "mardie"); null if it could be another ("mundi", "merdredi"). A changed
 * letter says less than a missing, doubled or swapped one, so no other day may be near. Takes a folded word.
 */
export function misspeltDay(word: string): DayRank | null {
  // A quick check: every name of a day has both letters.
  if (!word.includes('d') || !word.includes('i') || !WRITTEN.test(word)) return null
  const errors = FRENCH_DAYS.map((day) => letterErrors(word, day, FAR))
  const rank = errors.indexOf(1)
  const day = FRENCH_DAYS[rank]
  if (day === undefined) return null
  const isChanged = day.length === word.length && [...day].sort().join() !== [...word].sort().join()
  const isAlone = errors.every((count, other) => other === rank || count >= (isChanged ? FAR : 2))
  return isAlone ? (rank as DayRank) : null
}
