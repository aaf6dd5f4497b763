import { WEEK } from '../reading.ts'
import type { Leftover } from '../say/clause.ts'
import type { Resolved } from './target-days.ts'
import type { Reopening } from './timetable.ts'

const LONGEST = 80

/** The rules for what is open in spite of a closing. Leftover words that touch its days make it uncertain. */
export function reopeningsOf(
  resolved: readonly Resolved[],
  leftovers: readonly Leftover[]
): readonly Reopening[] {
  return resolved.flatMap(({ clause, targets }) => {
    const { reopens, scope, entries, comment, doubts } = clause
    if (reopens === null) return []
    const named = targets.length > 0 ? targets : [{ days: null, nth: null }]
    return named.map(({ days, nth }) => {
      const touched = leftovers.filter(({ touches }) => touches.some((day) => (days ?? WEEK).includes(day)))
      const words = [...(comment === null ? [] : [comment]), ...touched.map((one) => one.words.trim())]
      return {
        scope,
        days,
        nth,
        spans: entries,
        condition: words.length > 0 ? words.join(', ').replace(/\s+/g, ' ').slice(0, LONGEST) : null,
        uncertain: doubts.length > 0 || touched.length > 0,
        isLast: reopens === 'period'
      }
    })
  })
}
