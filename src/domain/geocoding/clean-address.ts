import type { Address } from '../places/place.ts'
import { normaliseLabel } from '../vocabularies/read-label.ts'
import type { AskedAddress } from './geocoder.ts'

/**
 * Boxes, sorting offices and company postcodes: they say where letters go. The word CEDEX disturbs the match, and a
 * CEDEX postcode sends the place to the other end of France.
 */
const POSTAL =
  /(?:^|(?<=[\s,;–-]))(?:(?:b\.?p\.?|c\.?s\.?|t\.?s\.?a\.?)\s?(?:n°\s?)?\d{1,3}(?:\s?\d{2,3})?(?!\d)|cedex(?:\s+\d{1,2})?)(?=$|[\s,;–-])/giu

const withoutPost = (text: string | null): string | null =>
  (text ?? '')
    .replace(POSTAL, ' ')
    .replace(/[\s,;]+/g, ' ')
    .replace(/^[\s–-]+|[\s–-]+$/g, '') || null

/** An address as it is asked for; null where its commune is not known, for then no answer could be checked. */
export function askedAddress(
  { street, postcode, city, commune }: Address,
  isPostcodeOf: (postcode: string, commune: string) => boolean
): AskedAddress | null {
  if (commune === null) return null
  const asked = {
    street: askable(withoutPost(street)),
    // One that is not the commune's own is a CEDEX, or wrong: the name of the town says more.
    postcode: postcode !== null && isPostcodeOf(postcode, commune) ? postcode : null,
    city: withoutPost(city),
    commune
  }
  const parts = [asked.street, asked.postcode, asked.city].map((part) => normaliseLabel(part ?? ''))
  return { ...asked, key: [...parts, commune].join('|') }
}

/** A question begins with a letter or a digit, and has three characters at least; "-" or "?" is no street. */
function askable(street: string | null): string | null {
  const from = street?.replace(/^[^\p{L}\p{N}]+/u, '') ?? ''
  return from.length >= 3 && /\p{L}/u.test(from) ? from : null
}

/** The service refuses more than 200 characters; what stands after them is no address any more. */
const LONGEST = 200

export const questionOf = ({ street, postcode, city }: AskedAddress): string =>
  [street, postcode, city]
    .filter((part) => part !== null)
    .join(' ')
    .slice(0, LONGEST)
    .trim()
