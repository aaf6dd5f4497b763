import { letterErrors } from '../../vocabularies/letter-distance.ts'
import { type DayRank, FRENCH_DAYS } from '../reading.ts'

const FAR = 3
const WRITTEN = /^[a-z]{4,9}$/

/**
 * The day meant by a folded word with one wrong letter ("ludni", "mardie"); null if it could be another day ("mundi",
 * "merdredi"). A changed letter is weaker evidence than a missing, doubled or swapped one, so the names of the other
 * days must then differ more.
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
