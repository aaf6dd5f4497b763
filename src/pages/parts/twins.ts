import { isShortNumber } from '../../domain/places/phone.ts'
import { normaliseLabel } from '../../domain/vocabularies/read-label.ts'
import type { ListedPlace } from './card.tsx'
import { isVague } from './distance.tsx'

/** Places that are so alike that a list shows them as one: the one about which most is known, and the others. */
type Folded<Shown> = { readonly place: Shown; readonly twins: readonly Shown[] }

type Compared = Pick<ListedPlace, 'name' | 'types' | 'address' | 'contacts' | 'location' | 'opening_hours'>

/**
 * Folds records of what is most likely one place: sources list a France services under several names, and what they tell is not
 * always enough to merge them. In the order in which the first of each stood.
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

/** Types of which a street has one. Two associations of one house are two. */
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
 * In the same street of the same town, with the same name, phone or distinctive type. A missing house number is
 * no contradiction.
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

/** How much a record tells in a list: where the place is, when it is open, how to call it. */
const known = (place: Compared): number =>
  (isVague(place) || !place.location ? 0 : 1) +
  (place.opening_hours.confidence === 'none' ? 0 : 1) +
  (place.contacts.phone === null ? 0 : 1)
