import { DAY_MS } from '../time.ts'
import { knownFeatures } from '../vocabularies/accessibility.ts'
import type { Location, PlaceContent } from './place.ts'

/** How complete the information about a place is, for each criterion from 0 to 1. */
type QualityCriteria = {
  readonly address: number
  readonly location: number
  readonly contact: number
  readonly services: number
  readonly opening_hours: number
  readonly accessibility: number
  readonly description: number
  readonly freshness: number
}

type Quality = { readonly score: number; readonly criteria: QualityCriteria }

const FRESH_DAYS = 183
const STALE_DAYS = 730

/**
 * The plain mean of the criteria, so that anybody can compute the score again from the published place. This is worth
 * more than a fine weighting. `updatedOn` is the day on which a source last changed the place (`YYYY-MM-DD`), or
 * null.
 */
export function qualityOf(content: PlaceContent, updatedOn: string | null, today: string): Quality {
  const { address, contacts } = content
  const criteria: QualityCriteria = {
    address: share([address.street, address.postcode, address.city, address.commune]),
    location: locationQuality(content.location),
    contact: share([contacts.phone, contacts.emails[0] ?? contacts.websites[0] ?? null]),
    services: content.services.length > 0 ? 1 : 0,
    opening_hours: hoursQuality(content),
    accessibility: accessibilityQuality(content),
    description: content.description ? 1 : content.summary ? 0.5 : 0,
    freshness: freshness(updatedOn, today)
  }
  const scores = Object.values(criteria)
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  // Two decimals: a score that changes by a thousandth every night would change every place's ETag for nothing.
  return { score: Math.round(mean * 100) / 100, criteria }
}

const share = (parts: readonly (string | null)[]): number =>
  parts.filter((part) => part !== null && part !== '').length / parts.length

function locationQuality(location: Location | null): number {
  if (!location) return 0
  // A producer's position is trusted without a precision; a geocoded one is worth as much as its precision.
  if (location.origin === 'producer' || location.precision === 'housenumber') return 1
  return location.precision === 'street' ? 0.7 : 0.3
}

function hoursQuality({ opening_hours: { osm, raw, confidence } }: PlaceContent): number {
  if (osm !== null && confidence === 'exact') return 1
  if (osm !== null) return 0.6
  return raw === null ? 0 : 0.3
}

/**
 * Half of the score if wheelchair access is known, whatever the answer; the other half for three other known
 * features, present or absent.
 */
function accessibilityQuality({ accessibility }: PlaceContent): number {
  const { present, absent } = knownFeatures(accessibility)
  const features = [...present, ...absent].filter((feature) => feature !== 'wheelchair')
  const wheelchair = accessibility.wheelchair === 'unknown' ? 0 : 0.5
  return wheelchair + Math.min(features.length / 3, 1) / 2
}

function freshness(updatedOn: string | null, today: string): number {
  if (updatedOn === null) return 0
  const days = (Date.parse(today) - Date.parse(updatedOn)) / DAY_MS
  return Math.min(1, Math.max(0, (STALE_DAYS - days) / (STALE_DAYS - FRESH_DAYS)))
}
