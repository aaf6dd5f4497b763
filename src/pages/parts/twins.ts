import { isShortNumber } from '../../domain/places/phone.ts'
import { normaliseLabel } from '../../domain/vocabularies/read-label.ts'
import { isVague } from './distance.tsx'
import type { ListedPlace } from './listed-place.ts'

/**
 * Records so similar that a list shows them as one place: `place` is the record with the most details, `twins` are
 * the others.
 */
type Folded<Shown> = { readonly place: Shown; readonly twins: readonly Shown[] }

type Compared = Pick<ListedPlace, 'name' | 'types' | 'address' | 'contacts' | 'location' | 'opening_hours'>

/**
 * Groups records that most likely describe one place. Sources list a France services under several names, and their
 * data is not always enough to merge the records. The groups are in the order of their first records.
 */
export function foldTwins<Shown extends Compared>(places: readonly Shown[]): readonly Folded<Shown>[] {
  const groups: Shown[][] = []
  for (const place of places) {
    const group = groups.find((others) => others.some((other) => areTwins(place, other)))
    if (group) group.push(place)
    else groups.push([place])
  }
  return groups.map((group) => {
    const place = group.reduce((best, each) => (known(each) > known(best) ? each : best))
    return { place, twins: group.filter((each) => each !== place) }
  })
}

/** Types of which a street has only one place. Associations are not among them, because one house may have two. */
const ONE_A_STREET: ReadonlySet<string> = new Set([
  'RFS',
  'MSAP',
  'MUNI',
  'CCAS',
  'CIAS',
  'BIB',
  'ML',
  'FT',
  'CAF',
  'CPAM',
  'PREF'
])

/**
 * Whether two records are in the same street of the same town, and have the same name, phone or distinctive type.
 * House numbers must not differ, but one may be missing.
 */
function areTwins(one: Compared, other: Compared): boolean {
  const [street, otherStreet] = [streetOf(one), streetOf(other)]
  if (street === null || otherStreet === null || street.name !== otherStreet.name) return false
  if (street.number !== '' && otherStreet.number !== '' && street.number !== otherStreet.number) return false
  return (
    normaliseLabel(one.name) === normaliseLabel(other.name) ||
    (one.contacts.phone !== null &&
      !isShortNumber(one.contacts.phone) &&
      one.contacts.phone === other.contacts.phone) ||
    one.types.some((type) => ONE_A_STREET.has(type) && other.types.includes(type))
  )
}

function streetOf({ address: { street, commune, city } }: Compared) {
  if (street === null) return null
  const [, number = '', name = ''] = /^(\d* ?(?:bis |ter )?)(.+)$/.exec(normaliseLabel(street)) ?? []
  return { number: number.trim(), name: `${name}, ${commune ?? normaliseLabel(city ?? '')}` }
}

/** How many useful details a record adds to a list: where the place is, when it is open, how to call it. */
const known = (place: Compared): number =>
  (isVague(place) || !place.location ? 0 : 1) +
  (place.opening_hours.confidence === 'none' ? 0 : 1) +
  (place.contacts.phone === null ? 0 : 1)
