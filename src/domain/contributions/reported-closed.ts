import { remembering } from '../concurrency/remembered.ts'
import { closingMark } from './closing.ts'
import type { ContributionReader } from './contribution-ports.ts'

/** Since when each place that is reported closed is so, by its id. All other places are missing. */
export type ReportedClosed = () => Promise<ReadonlyMap<string, Date>>

/**
 * How long the places are remembered. Few places are reported closed, so all of them are read at once, beside the searches:
 * a join in the search would cost each search what this costs one in ten seconds.
 */
const KEPT_MS = 10_000

/** Reads the places that are reported closed, at most once in ten seconds. */
export function reportedClosed(
  { allClosingReports }: Pick<ContributionReader, 'allClosingReports'>,
  clock: () => number
): ReportedClosed {
  const remember = remembering<ReadonlyMap<string, Date>>({ max: 1 })
  const read = async () =>
    new Map(
      [...(await allClosingReports())].flatMap(([place, reports]) => {
        const mark = closingMark(reports)
        return mark === null ? [] : [[place, mark.since] as const]
      })
    )
  return () => remember(String(Math.floor(clock() / KEPT_MS)), read)
}
