/** When a place is open, according to its sources. */
export type OpeningHours = {
  /** OpenStreetMap `opening_hours`, or null when nothing could be read. */
  readonly osm: string | null
  /** The hours in the source's own words. */
  readonly raw: string | null
  /** How much of `raw` the `osm` value expresses. */
  readonly confidence: 'exact' | 'partial' | 'none'
  /** IANA time zone of the place: hours are always local. */
  readonly timezone: string
}

export const UNKNOWN_HOURS = (timezone: string): OpeningHours => ({
  osm: null,
  raw: null,
  confidence: 'none',
  timezone
})
