import type { PlaceContent, SourceReference } from '../places/place.ts'
import { normaliseLabel } from '../vocabularies/read-label.ts'
import { isSuspectName } from './suspect-names.ts'

/** Of a place as good as any; each fifth that a record adds is worth so much more. */
const FULL = 0.05
const SUSPECT = 0.3
const CLOSED = 0.7

/**
 * How much a place weighs in a ranking, from 0.21 to 1.05. What its record tells adds little, so that a well-kept record
 * never beats a place that fits better: with .3 instead of .05 the judged ranking lost .005 to .009.
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
    (isSuspectName(content.name) ? SUSPECT : 1) *
    (isClosedToThePublic(content) ? CLOSED : 1)
  return Math.round(weight * 10_000) / 10_000
}

const isAtItsDoor = (location: PlaceContent['location']): boolean =>
  location !== null &&
  (location.precision === 'housenumber' || (location.precision === null && location.origin === 'producer'))

/** Hostels, shelters and the like: who lives there is helped there, and nobody else. */
const CLOSED_TYPES: ReadonlySet<string> = new Set(['CHRS', 'CADA', 'CHU', 'CPH', 'HUDA', 'PENSION', 'SPIP'])

const CLOSED_WORDS = [
  'ehpad',
  'chrs',
  'cada',
  'huda',
  'maison d arret',
  'centre penitentiaire',
  'centre de detention',
  'etablissement penitentiaire',
  'prison',
  'residence autonomie',
  'maison de retraite',
  'pension de famille'
].map((words) => ` ${words} `)

const NOBODY_COMES = 'ce-lieu-n-accueille-pas-de-public'

/** Whether people from outside are not received there, as far as its types, its name and its ways to come in tell. */
function isClosedToThePublic({ name, types, access }: PlaceContent): boolean {
  const said = ` ${normaliseLabel(name)} `
  return (
    access.includes(NOBODY_COMES) ||
    types.some((type) => CLOSED_TYPES.has(type)) ||
    CLOSED_WORDS.some((words) => said.includes(words))
  )
}
