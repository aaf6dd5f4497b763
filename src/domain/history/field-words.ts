import type { Language } from '../language.ts'

/**
 * What the fields of a place are called in a sentence: in its history, in feeds and in mails. A part without a name of its own
 * has that of the whole, and what is implied that of what is declared.
 */
const FIELDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    name: 'le nom',
    types: 'le genre de lieu',
    summary: 'la présentation',
    description: 'la présentation',
    services: 'les aides proposées',
    audiences: 'les personnes accueillies',
    needs: 'l’accompagnement particulier',
    fees: 'le prix',
    access: 'la façon de prendre contact',
    support: 'la façon d’être aidé',
    labels: 'les labels et programmes',
    itinerant: 'si le lieu se déplace',
    address: 'l’adresse',
    'address.street': 'la rue',
    'address.complement': 'le complément d’adresse',
    'address.postcode': 'le code postal',
    'address.city': 'la ville',
    'address.commune': 'la commune',
    'address.country': 'le pays',
    location: 'la position sur la carte',
    contacts: 'les contacts',
    'contacts.phone': 'le téléphone',
    'contacts.emails': 'le courriel',
    'contacts.websites': 'le site web',
    'contacts.person': 'la personne responsable',
    opening_hours: 'les horaires',
    accessibility: 'l’accessibilité',
    booking_url: 'la prise de rendez-vous',
    parent_organisation: 'la structure qui porte le lieu',
    siret: 'le SIRET',
    rna: 'le numéro RNA',
    sources: 'les sources',
    quality: 'la note de qualité'
  },
  en: {
    name: 'the name',
    types: 'the kind of place',
    summary: 'the presentation',
    description: 'the presentation',
    services: 'the help offered',
    audiences: 'the people who are welcome',
    needs: 'the special support',
    fees: 'the price',
    access: 'how to get in touch',
    support: 'how people are helped',
    labels: 'the labels and programmes',
    itinerant: 'whether the place moves about',
    address: 'the address',
    'address.street': 'the street',
    'address.complement': 'the second line of the address',
    'address.postcode': 'the postcode',
    'address.city': 'the town',
    'address.commune': 'the commune',
    'address.country': 'the country',
    location: 'the position on the map',
    contacts: 'the contacts',
    'contacts.phone': 'the phone number',
    'contacts.emails': 'the email',
    'contacts.websites': 'the website',
    'contacts.person': 'the person in charge',
    opening_hours: 'the opening hours',
    accessibility: 'the accessibility',
    booking_url: 'the booking of appointments',
    parent_organisation: 'the organisation that runs the place',
    siret: 'the SIRET number',
    rna: 'the RNA number',
    sources: 'the sources',
    quality: 'the quality mark'
  }
}

/** The name of a field; undefined for a field of a later version. */
export function fieldInWords(field: string, lang: Language): string | undefined {
  const names = FIELDS[lang]
  return names[field] ?? names[(field.split('.')[0] ?? '').replace(/_implied$/, '')]
}
