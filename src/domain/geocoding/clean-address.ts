import type { Address } from '../places/place.ts'
import { normaliseLabel } from '../vocabularies/read-label.ts'
import type { AskedAddress } from './geocoder.ts'

/**
 * Parts of an address that only matter for letters: post-office boxes, sorting offices and company postcodes. The
 * word CEDEX disturbs the geocoder, and a CEDEX postcode can move the place to the other end of France.
 */
const POSTAL =
  /(?:^|(?<=[\s,;–-]))(?:(?:b\.?p\.?|c\.?s\.?|t\.?s\.?a\.?)\s?(?:n°\s?)?\d{1,3}(?:\s?\d{2,3})?(?!\d)|cedex(?:\s+\d{1,2})?)(?=$|[\s,;–-])/giu

export const withoutPost = (text: string | null): string | null =>
  (text ?? '')
    .replace(POSTAL, ' ')
    .replace(/[\s,;]+/g, ' ')
    .replace(/^[\s–-]+|[\s–-]+$/g, '') || null

/** The address to geocode; null if its commune is unknown, because the answer could not be checked. */
export function askedAddress(
  { street, postcode, city, commune }: Address,
  isPostcodeOf: (postcode: string, commune: string) => boolean
): AskedAddress | null {
  if (commune === null) return null
  const asked = {
    street: askable(withoutPost(street)),
    // If the commune does not have this postcode, it is a CEDEX or wrong; the name of the town is more reliable.
    postcode: postcode !== null && isPostcodeOf(postcode, commune) ? postcode : null,
    city: withoutPost(city),
    commune
  }
  const parts = [asked.street, asked.postcode, asked.city].map((part) => normaliseLabel(part ?? ''))
  return { ...asked, key: [...parts, commune].join('|') }
}

/**
 * The street without leading punctuation; null if fewer than three characters or no letter remain: "-" or "?" is not
 * a street.
 */
export function askable(street: string | null): string | null {
  const from = street?.replace(/^[^\p{L}\p{N}]+/u, '') ?? ''
  return from.length >= 3 && /\p{L}/u.test(from) ? from : null
}

/** Maximum length of a request. The service refuses more than 200 characters, and no address is longer. */
const LONGEST = 200

export const questionOf = ({ street, postcode, city }: AskedAddress): string =>
  [street, postcode, city]
    .filter((part) => part !== null)
    .join(' ')
    .slice(0, LONGEST)
    .trim()
