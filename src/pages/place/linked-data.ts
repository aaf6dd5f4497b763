import { FEATURES } from '../../domain/vocabularies/accessibility.ts'
import type { ShownPlace } from './place-page.tsx'

/**
 * A schema.org description for search engines. The type is CivicStructure, a public place, because
 * https://schema.org/LocalBusiness stands for a shop.
 */
export function linkedDataOf(place: ShownPlace, url: string): object {
  const { address, location, contacts, accessibility } = place
  return {
    '@context': 'https://schema.org',
    '@type': 'CivicStructure',
    '@id': url,
    url,
    name: place.display_name,
    ...(place.summary && { description: place.summary }),
    address: {
      '@type': 'PostalAddress',
      ...(address.street && { streetAddress: address.street }),
      ...(address.postcode && { postalCode: address.postcode }),
      ...(address.city && { addressLocality: address.city }),
      addressCountry: address.country
    },
    ...(location && { geo: { '@type': 'GeoCoordinates', latitude: location.lat, longitude: location.lon } }),
    ...(contacts.phone && { telephone: contacts.phone }),
    ...(contacts.emails[0] && { email: contacts.emails[0] }),
    ...(contacts.websites.length > 0 && { sameAs: contacts.websites }),
    openingHoursSpecification: specifications(place),
    ...(place.fees.includes('gratuit') && { isAccessibleForFree: true }),
    amenityFeature: [
      ...(['yes', 'no'].includes(accessibility.wheelchair)
        ? [amenity('wheelchair', accessibility.wheelchair === 'yes')]
        : []),
      // Unknown features are left out, because false would mean no.
      ...FEATURES.flatMap((feature) => {
        const answer = accessibility[feature]
        return answer === null ? [] : [amenity(feature, answer)]
      })
    ]
  }
}

const amenity = (name: string, value: boolean) => ({ '@type': 'LocationFeatureSpecification', name, value })

/**
 * The hours of the next days, each with its date: hours by weekday, taken from a week with a holiday, would be wrong
 * in the following week. Hours by appointment or on a condition are left out, because schema.org cannot express them;
 * so is the OpenStreetMap value.
 */
function specifications({ opening_hours: { week } }: ShownPlace): readonly object[] {
  return (week?.days ?? []).flatMap(({ date, spans }) => {
    const on = (opens: string, closes: string) => ({
      '@type': 'OpeningHoursSpecification',
      validFrom: date,
      validThrough: date,
      opens,
      closes
    })
    if (spans.length === 0) return [on('00:00', '00:00')]
    return spans
      .filter(({ state }) => state === 'open')
      .map(({ opens, closes }) => on(opens, opens === '00:00' && closes === opens ? '23:59' : closes))
  })
}
