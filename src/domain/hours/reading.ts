/** What was understood of a text about opening hours. */
export type HoursReading = {
  /** The source's own words, untouched. */
  readonly raw: string
  /** One normalised OpenStreetMap `opening_hours` value, or null when the text gives none. */
  readonly osm: string | null
  /** `exact`: every word was understood and is in `osm`; `partial`: something was left over or stays uncertain. */
  readonly confidence: 'exact' | 'partial' | 'none'
  /** The words that `osm` does not hold, or holds only as an uncertainty. */
  readonly leftover: string | null
}

export const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const
export type Day = (typeof DAYS)[number]

export const FRENCH_DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const

/** Days of the week by their rank, Monday first: lists of them are written in order and merged by rank. */
export type DayRank = 0 | 1 | 2 | 3 | 4 | 5 | 6
export const WEEK: readonly DayRank[] = [0, 1, 2, 3, 4, 5, 6]

export const unread = (raw: string, leftover: string | null): HoursReading => ({
  raw,
  osm: null,
  confidence: 'none',
  leftover
})
