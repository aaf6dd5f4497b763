import { FEATURES } from '../../domain/vocabularies/accessibility.ts'
import type { ShownPlace } from './place-page.tsx'

/**
 * Describes a place in schema.org terms for search engines. The type is CivicStructure, a public place, because
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
    // A search engine would send people to a place that others found closed.
    openingHoursSpecification: place.reported_closed ? [] : specifications(place),
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
 * The hours of the next days, each with its date. Hours by weekday would be wrong in the following week if this
 * week has a holiday. Hours by appointment or on a condition are left out, because schema.org cannot express them;
 * the OpenStreetMap value is left out for the same reason.
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
