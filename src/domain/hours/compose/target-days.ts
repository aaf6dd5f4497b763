import { type DayRank, FRENCH_DAYS, WEEK } from '../reading.ts'
import type { Half, Holiday } from '../rule/phrase.ts'
import type { Clause, Leftover, ParsedHours, Target } from '../say/clause.ts'

/** A clause and the days to which it applies, once its column is known. */
export type Resolved = {
  readonly clause: Clause
  readonly targets: readonly {
    readonly days: readonly DayRank[]
    readonly nth: readonly number[] | null
    readonly half: Half | null
    readonly also: readonly Holiday[]
    /** Whether the days are named; otherwise they are the days that have hours. */
    readonly named: boolean
    /** Whether the days exclude the nth days that have hours of their own: "les autres samedis". */
    readonly others: boolean
  }[]
}

export type ResolvedHours = {
  readonly resolved: readonly Resolved[]
  readonly leftovers: readonly Leftover[]
}

const names = (days: readonly DayRank[]): string => days.map((day) => FRENCH_DAYS[day]).join(', ')

/** In free text, a half without a day applies to all days. */
function inText(target: Target): Resolved['targets'] {
  const { days, half } = target
  return [
    {
      days: days?.days ?? WEEK,
      nth: days?.nth ?? null,
      half,
      also: days?.also ?? [],
      named: days !== null,
      others: days?.others === true
    }
  ]
}

export const ofText = (said: ParsedHours): ResolvedHours => ({
  resolved: said.clauses.map((clause) => ({ clause, targets: clause.targets.flatMap(inText) })),
  leftovers: said.leftovers
})

/** In the column of one day, text about another day is reported as left over. */
export function ofColumn(said: ParsedHours, column: DayRank): ResolvedHours {
  const touched = (touches: readonly DayRank[]) => (touches.length > 0 ? [column] : [])
  const leftovers: Leftover[] = said.leftovers.map(({ words, touches }) => ({
    words,
    touches: touched(touches),
    names: [column]
  }))
  const resolved = said.clauses.flatMap((clause) => {
    const elsewhere = clause.targets.find(({ days }) => days && !days.days.includes(column))
    if (elsewhere) {
      const words = names(elsewhere.days?.days ?? [])
      // Hours for another day do not affect this column. An exception for another day is either meant for this column
      // or misplaced, so the column becomes uncertain.
      const touches = clause.entries.length > 0 && !clause.closed ? [] : [column]
      leftovers.push({ words, touches, names: [column] })
      return []
    }
    const named = !clause.closed || clause.targets.length > 0
    const targets = clause.targets.length > 0 ? clause.targets : [{ days: null, half: null }]
    return [
      {
        clause,
        targets: targets.map(({ days, half }) => ({
          days: [column],
          nth: days?.nth ?? null,
          half,
          also: days?.also ?? [],
          named,
          others: days?.others === true
        }))
      }
    ]
  })
  return { resolved, leftovers }
}
