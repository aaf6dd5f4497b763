import type { Place } from '../../domain/places/place.ts'

/**
 * The year of the latest change that the sources of a place report, if this was more than a year ago; otherwise null.
 * What its manager wrote or confirmed on the day `managed` counts too.
 * Also null if a record has no date, because its source may be up to date: 10 680 of 18 103 real places have no date
 * at all.
 */
export function staleYear(
  { sources }: Pick<Place, 'sources'>,
  today: string,
  managed?: string
): string | null {
  const dates = sources.map(({ updated_at: updated }) => updated?.slice(0, 10) ?? today)
  const latest = [...dates, ...(managed === undefined ? [] : [managed])].toSorted().at(-1) ?? today
  return latest < yearBefore(today) ? latest.slice(0, 4) : null
}

/** The same day one year earlier, as `YYYY-MM-DD`; also for 29 February, as only the order of the texts counts. */
const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
