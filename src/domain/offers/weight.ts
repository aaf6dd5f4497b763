import type { PlaceContent, SourceReference } from '../places/place.ts'
import { receivedBy } from './closed-doors.ts'
import { suspicionOf } from './suspect-names.ts'

/** The bonus of a record with all five kinds of data; each of them adds a fifth. */
const FULL = 0.05
const SUSPECT = 0.3
/**
 * Factors for places that receive only their own people, and for places such as a mission locale, which offers every kind of
 * help, but only to young people. At .7, a crèche that declares a service stood before a France services of the same
 * town, whose services follow from what it is.
 */
const RECEIVES = { closed: 0.5, some: 0.75, everybody: 1 } as const

/**
 * The weight of a place in a ranking, from 0.15 to 1.05. A complete record adds little, so that it never
 * outranks a place that fits better: with 0.3 instead of 0.05, the judged ranking lost 0.005 to 0.009.
 */
export function weightOf(content: PlaceContent, sources: readonly SourceReference[]): number {
  const { opening_hours, contacts, services, location } = content
  const told = [
    opening_hours.osm !== null || opening_hours.raw !== null,
    contacts.phone !== null,
    services.length > 0,
    isAtItsDoor(location),
    new Set(sources.map(({ source }) => source)).size > 1
  ].filter(Boolean).length
  const weight =
    (1 + (FULL * told) / 5) *
    (suspicionOf(content.name) !== null ? SUSPECT : 1) *
    RECEIVES[receivedBy(content)]
  return Math.round(weight * 10_000) / 10_000
}

const isAtItsDoor = (location: PlaceContent['location']): boolean =>
  location !== null &&
  (location.precision === 'housenumber' || (location.precision === null && location.origin === 'producer'))
