import type { Language } from '../../domain/language.ts'
import { longDay } from './day.ts'

/* The texts of the page of a place. */

const fr = {
  back: 'Chercher un lieu',
  where: 'Adresse',
  parent: 'Porté par',
  directions: 'Itinéraire',
  mapApp: 'Ouvrir dans mon application de cartes',
  lookUp: 'Chercher l’adresse sur OpenStreetMap',
  contact: 'Contact',
  phone: 'Téléphone',
  email: 'Courriel',
  website: 'Site web',
  person: 'Responsable',
  book: 'Prendre rendez-vous',
  hours: 'Horaires',
  hoursUnknown: (canCall: boolean) =>
    `Les horaires ne sont pas connus\u00a0: ${canCall ? 'appelez' : 'renseignez-vous'} avant de venir.`,
  reportedClosed: (since: string, canCall: boolean) =>
    `Signalé fermé depuis le ${longDay('fr', since)}\u00a0: ${canCall ? 'appelez' : 'vérifiez'} avant d’y aller. Nous vérifions.`,
  stale: (year: string, canCall: boolean) =>
    `Informations de ${year}\u00a0: ${canCall ? 'appelez' : 'renseignez-vous'} avant de venir.`,
  practical: 'En pratique',
  wheelchairUnknown: (canCall: boolean): string => (canCall ? 'non renseigné, appelez' : 'non renseigné'),
  saidByPlace: 'Ce que dit le lieu',
  services: 'Aides proposées',
  audiences: 'Publics',
  needs: 'Accompagnement particulier',
  fees: 'Prix',
  priceDepends: 'selon l’activité',
  access: 'Comment prendre contact',
  support: 'Comment on vous aide',
  labels: 'Labels et programmes',
  about: 'À propos',
  accessibility: 'Accessibilité',
  notTold: (features: readonly string[]) => `Non renseigné\u00a0: ${features.join(', ')}.`,
  sheet: 'Fiche détaillée sur acceslibre',
  itinerant: 'Ce lieu se déplace\u00a0: vérifiez où il est avant de venir.',
  unplaced: 'La position sur la carte n’est pas connue.',
  municipality: 'La position connue est celle de la commune.',
  postcode: 'La position connue est celle du code postal.',
  alternatives: 'Autres lieux proches',
  sources: 'D’où viennent ces informations',
  updated: (day: string) => `mis à jour le ${day}`,
  licence: 'licence\u00a0:',
  record: 'sa fiche là-bas',
  toSheet: 'Fiche à imprimer',
  report: ['Signaler', 'une erreur'],
  reportPhone: 'Ce numéro n’est plus le bon\u00a0?',
  gone: 'Ce lieu n’est plus dans l’annuaire.',
  unknown: 'Ce lieu n’existe pas dans l’annuaire.',
  goneWhat:
    'Il a fermé, ou aucune source ne le mentionne plus. Cherchez un autre lieu\u00a0: dites ce qu’il vous faut, et dans quelle ville.',
  unknownWhat:
    'Il manque peut-être une lettre à l’adresse. Cherchez le lieu par son nom et sa ville, ou par l’aide qu’il vous faut.'
}

const en: typeof fr = {
  back: 'Search for a place',
  where: 'Address',
  parent: 'Run by',
  directions: 'Directions',
  mapApp: 'Open in my maps app',
  lookUp: 'Look the address up on OpenStreetMap',
  contact: 'Contact',
  phone: 'Phone',
  email: 'Email',
  website: 'Website',
  person: 'Person in charge',
  book: 'Book an appointment',
  hours: 'Opening hours',
  hoursUnknown: (canCall) => `The opening hours are not known: ${canCall ? 'call' : 'ask'} before you go.`,
  reportedClosed: (since, canCall) =>
    `Reported closed since ${longDay('en', since)}: ${canCall ? 'call' : 'check'} before you go. We are checking.`,
  stale: (year, canCall) => `Information from ${year}: ${canCall ? 'call' : 'check'} before you go.`,
  practical: 'Good to know',
  wheelchairUnknown: (canCall) => (canCall ? 'not known, call' : 'not known'),
  saidByPlace: 'What the place says',
  services: 'Help offered',
  audiences: 'For whom',
  needs: 'Special support',
  fees: 'Price',
  priceDepends: 'depending on the activity',
  access: 'How to get in touch',
  support: 'How you are helped',
  labels: 'Labels and programmes',
  about: 'About',
  accessibility: 'Accessibility',
  notTold: (features) => `Not known: ${features.join(', ')}.`,
  sheet: 'Detailed sheet on acceslibre',
  itinerant: 'This place moves about: check where it is before you go.',
  unplaced: 'Its position on the map is not known.',
  municipality: 'The position known is that of the town.',
  postcode: 'The position known is that of the postcode.',
  alternatives: 'Other places nearby',
  sources: 'Where this information comes from',
  updated: (day) => `updated on ${day}`,
  licence: 'licence:',
  record: 'its entry there',
  toSheet: 'Sheet to print',
  report: ['Report', 'an error'],
  reportPhone: 'Is this number no longer right?',
  gone: 'This place is no longer in the directory.',
  unknown: 'No place of the directory has this address.',
  goneWhat:
    'It has closed, or no source mentions it any more. Search for another place: say what you need, and in which town.',
  unknownWhat:
    'A letter may be missing from the address. Search for the place by its name and town, or by the help that you need.'
}

export const PLACE: Readonly<Record<Language, typeof fr>> = { fr, en }
