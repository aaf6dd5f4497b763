/** When a place is open, as its sources say it. */
export type OpeningHours = {
  /** OpenStreetMap `opening_hours`, or null when nothing could be read. */
  readonly osm: string | null
  /** The source's own words. */
  readonly raw: string | null
  /** How much of `raw` the OSM value holds. */
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
