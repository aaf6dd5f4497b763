/* What moderators decided, as everybody may see it: counts by month and reason, never a single decision. */

/** The decisions of one month for one reason, as they are stored. */
export type CountedDecisions = {
  /** `YYYY-MM`, in Paris. */
  readonly month: string
  readonly kind: 'report' | 'notice' | 'claim'
  readonly state: 'accepted' | 'rejected' | 'duplicate' | 'decided' | 'granted' | 'refused' | 'revoked'
  /** Of a claim, by which proof it was made: its reason is written freely. */
  readonly reason: string
  readonly count: number
}

/** How long the decisions of a month took, from the arrival. */
export type DecisionTimes = { readonly month: string; readonly medianHours: number; readonly count: number }

export type DecisionReader = {
  /** The decisions since a day, `YYYY-MM-DD`, the latest first. */
  decided(since: string): Promise<{
    readonly counts: readonly CountedDecisions[]
    readonly times: readonly DecisionTimes[]
  }>
}

/** A month with fewer decisions says so and nothing else: its reason could tell what became of the report of a certain person. */
export const FEWEST = 3

type ReportedMonth = {
  readonly month: string
  /** Null if there were fewer than `FEWEST`. */
  readonly total: number | null
  /** Half of them took at most this long; null if there were too few. */
  readonly medianDays: number | null
  readonly decisions: readonly Omit<CountedDecisions, 'month'>[]
}

/** Months that are shown. */
const MONTHS = 24

/** The decisions of the last two years by month, the latest first. */
export async function decisionReport(reader: DecisionReader, now: Date): Promise<readonly ReportedMonth[]> {
  const since = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS + 1, 1))
  const { counts, times } = await reader.decided(since.toISOString().slice(0, 10))
  return times.map(({ month, count, medianHours }) =>
    count < FEWEST
      ? { month, total: null, medianDays: null, decisions: [] }
      : {
          month,
          total: count,
          medianDays: Math.round((medianHours / 24) * 10) / 10,
          decisions: counts.flatMap(({ month: of, ...decided }) => (of === month ? decided : []))
        }
  )
}
