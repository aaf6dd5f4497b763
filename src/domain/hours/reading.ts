/** The result of reading a text about opening hours. */
export type HoursReading = {
  /** The source text, unchanged. */
  readonly raw: string
  /** A normalised OpenStreetMap `opening_hours` value; null if the text contains none. */
  readonly osm: string | null
  /**
   * `exact`: every word was understood and is in `osm`; `partial`: some words were left over or are
   * uncertain.
   */
  readonly confidence: 'exact' | 'partial' | 'none'
  /** The words that are missing from `osm`, or appear in it only as an uncertainty. */
  readonly leftover: string | null
}

export const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const
export type Day = (typeof DAYS)[number]

export const FRENCH_DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const

/** A weekday as a rank, 0 for Monday. Lists of days are ordered and merged by rank. */
export type DayRank = 0 | 1 | 2 | 3 | 4 | 5 | 6
export const WEEK: readonly DayRank[] = [0, 1, 2, 3, 4, 5, 6]

export const unread = (raw: string, leftover: string | null): HoursReading => ({
  raw,
  osm: null,
  confidence: 'none',
  leftover
})
