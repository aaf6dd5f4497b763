import type { Language } from '../../domain/language.ts'
import type { Suggested } from '../../domain/search/suggest.ts'
import type { Feature } from '../../domain/vocabularies/accessibility.ts'
import { number } from './number.ts'
import { PLACE } from './place.ts'
import { SEARCH } from './search.ts'

/*
 * The texts of the pages, in plain words and short sentences: many readers are uneasy with screens, or read over the
 * shoulder of somebody who is.
 */

const fr = {
  site: 'Annuaire des lieux numériques',
  tagline: 'Un lieu près de chez vous pour être aidé avec le numérique',
  skip: 'Aller au contenu',
  otherLanguage: 'English',
  orientation: 'Se faire guider',
  unsure: 'Vous ne savez pas quoi chercher\u00a0?',
  guide: 'Répondez à quatre questions',
  integrate: 'Mettre la carte sur votre site',
  departments: 'Les lieux par département',
  search: SEARCH.fr,
  suggested: {
    place: 'Lieu',
    service: 'Aide',
    type: 'Genre de lieu',
    audience: 'Public',
    label: 'Label',
    commune: 'Commune',
    epci: 'Intercommunalité',
    department: 'Département',
    region: 'Région'
  } satisfies Record<Suggested, string>,
  map: {
    title: 'Carte',
    views: 'Affichage des résultats',
    list: 'Liste',
    map: 'Carte',
    shown: { list: 'La liste est affichée.', map: 'La carte est affichée.' },
    youAreHere: 'Vous êtes ici',
    loading: 'La carte arrive…',
    failed: 'La carte ne peut pas s’afficher ici. La liste montre les mêmes lieux.',
    noPlaces: 'Les lieux n’ont pas pu être chargés sur la carte.',
    here: 'Chercher dans cette zone',
    chosen: 'Lieu choisi sur la carte',
    close: 'Fermer'
  },
  states: {
    open: 'Ouvert',
    closed: 'Fermé',
    by_appointment: 'Sur rendez-vous',
    unknown: 'Horaires à vérifier'
  },
  /** Beside a closed place, if no source says for certain when it opens next. */
  nextToConfirm: 'prochaine ouverture à confirmer',
  /** When the state of a place changes; the moment is "à 18 h" or "demain à 9 h". */
  changes: {
    open: (moment: string) => `ferme ${moment}`,
    closed: (moment: string) => `ouvre ${moment}`
  },
  place: PLACE.fr,
  answers: { yes: 'oui', no: 'non', unknown: 'non renseigné', limited: 'en partie, ou avec de l’aide' },
  wheelchair: 'Accès en fauteuil roulant',
  wheelchairs: {
    yes: 'Accessible en fauteuil roulant',
    limited: 'Accès en fauteuil roulant avec de l’aide, ou en partie',
    no: 'Pas d’accès en fauteuil roulant'
  },
  features: {
    step_free_entrance: 'Entrée sans marche',
    adapted_toilet: 'Toilettes adaptées',
    adapted_parking: 'Stationnement adapté',
    hearing_loop: 'Boucle magnétique',
    sign_language: 'Langue des signes',
    guide_strip: 'Bande de guidage',
    sound_beacon: 'Balise sonore',
    trained_staff: 'Personnel formé au handicap',
    tactile_or_easy_read: 'Documents tactiles ou faciles à lire'
  } satisfies Record<Feature, string>,
  call: (phone: string) => `Appeler le\u00a0${phone}`,
  share: 'Partager',
  copied: 'Adresse copiée',
  alsoListed: 'Aussi dans l’annuaire\u00a0:',
  /** How a place fits a wish. */
  fit: {
    byType: 'd’après son type',
    byName: 'd’après son nom',
    byLabel: (label: string) => `d’après le label ${label}`,
    likely: 'probable',
    unknown: (what: readonly string[], canCall: boolean) =>
      `À vérifier${canCall ? ' par téléphone' : ''}\u00a0: ${what.join(', ')}`,
    no: (what: readonly string[]) => `Non\u00a0: ${what.join(', ')}`,
    otherKind: (kinds: readonly string[]) => `Autre genre de lieu que\u00a0: ${kinds.join(', ')}`
  },
  /** The distance to a vague position. */
  about: (said: string) => `${said} environ`,
  distance: (metres: number) =>
    metres < 1000
      ? `à ${Math.round(metres / 10) * 10} m`
      : `à ${number('fr', Math.round(metres / 100) / 10)} km`,
  problem: {
    missing: {
      title: 'Cette page n’existe pas',
      why: 'L’adresse a peut-être changé, ou il y manque une lettre.'
    },
    unreadable: {
      title: 'Cette adresse ne peut pas être lue',
      why: 'Elle contient des caractères abîmés. Écrivez ci-dessous ce que vous cherchez.'
    },
    tooLarge: {
      title: 'Ce que vous avez écrit est trop long',
      why: 'Rien n’a été envoyé. Un texte a au plus 2\u202f000 caractères, soit une page environ. Revenez en arrière avec votre navigateur\u00a0: le formulaire contient encore ce que vous avez écrit, et vous pouvez le raccourcir.'
    },
    busy: {
      title: 'Trop de demandes sont venues de votre connexion',
      why: 'Attendez une minute, puis réessayez.'
    },
    away: {
      title: 'Cette page ne répond pas pour le moment',
      why: 'Réessayez dans une minute.'
    }
  },
  footer: 'Données ouvertes, réutilisables par tous.',
  more: 'Réutiliser l’annuaire'
}

const en: typeof fr = {
  site: 'Directory of digital help',
  tagline: 'A place near you where people help with digital life in France',
  skip: 'Skip to content',
  otherLanguage: 'Français',
  orientation: 'Find the right place',
  unsure: 'Not sure what to look for?',
  guide: 'Answer four questions',
  integrate: 'Put the map on your site',
  departments: 'Places by département',
  search: SEARCH.en,
  suggested: {
    place: 'Place',
    service: 'Help',
    type: 'Kind of place',
    audience: 'Public',
    label: 'Label',
    commune: 'Town',
    epci: 'Intercommunality',
    department: 'Département',
    region: 'Region'
  },
  map: {
    title: 'Map',
    views: 'How to show the results',
    list: 'List',
    map: 'Map',
    shown: { list: 'The list is shown.', map: 'The map is shown.' },
    youAreHere: 'You are here',
    loading: 'The map is coming…',
    failed: 'The map cannot be shown here. The list shows the same places.',
    noPlaces: 'The places could not be loaded on the map.',
    here: 'Search this area',
    chosen: 'Place chosen on the map',
    close: 'Close'
  },
  states: {
    open: 'Open',
    closed: 'Closed',
    by_appointment: 'By appointment',
    unknown: 'Hours to be checked'
  },
  nextToConfirm: 'next opening to be confirmed',
  changes: { open: (moment) => `closes ${moment}`, closed: (moment) => `opens ${moment}` },
  place: PLACE.en,
  answers: { yes: 'yes', no: 'no', unknown: 'not known', limited: 'in part, or with help' },
  wheelchair: 'Wheelchair access',
  wheelchairs: {
    yes: 'Wheelchair accessible',
    limited: 'Wheelchair access with help, or in part',
    no: 'No wheelchair access'
  },
  features: {
    step_free_entrance: 'Step-free entrance',
    adapted_toilet: 'Adapted toilet',
    adapted_parking: 'Adapted parking',
    hearing_loop: 'Hearing loop',
    sign_language: 'Sign language',
    guide_strip: 'Guide strip',
    sound_beacon: 'Sound beacon',
    trained_staff: 'Staff trained in disability',
    tactile_or_easy_read: 'Tactile or easy-to-read documents'
  },
  call: (phone) => `Call ${phone}`,
  share: 'Share',
  copied: 'Address copied',
  alsoListed: 'Also in the directory:',
  fit: {
    byType: 'going by its type',
    byName: 'going by its name',
    byLabel: (label) => `going by the label ${label}`,
    likely: 'likely',
    unknown: (what, canCall) => `To be checked${canCall ? ' by phone' : ''}: ${what.join(', ')}`,
    no: (what) => `No: ${what.join(', ')}`,
    otherKind: (kinds) => `Another kind of place than: ${kinds.join(', ')}`
  },
  about: (said) => `about ${said}`,
  distance: (metres) =>
    metres < 1000
      ? `${Math.round(metres / 10) * 10} m away`
      : `${number('en', Math.round(metres / 100) / 10)} km away`,
  problem: {
    missing: {
      title: 'There is no such page',
      why: 'Its address may have changed, or a letter may be missing from it.'
    },
    unreadable: {
      title: 'This address cannot be read',
      why: 'Some of its characters are damaged. Type what you are looking for below.'
    },
    tooLarge: {
      title: 'What you wrote is too long',
      why: 'Nothing was sent. A text has at most 2,000 characters, about one page. Go back with your browser: the form still contains what you wrote, and you can shorten it.'
    },
    busy: { title: 'Too many requests came from your connection', why: 'Wait a minute, then try again.' },
    away: { title: 'This page does not answer at the moment', why: 'Try again in a minute.' }
  },
  footer: 'Open data, for everyone to use.',
  more: 'Use the directory elsewhere'
}

export type Wording = typeof fr
export const WORDING: Readonly<Record<Language, Wording>> = { fr, en }
