import type { Language } from '../../domain/language.ts'
import type { Suggested } from '../../domain/search/suggest.ts'
import type { Feature } from '../../domain/vocabularies/accessibility.ts'

/*
 * What the pages say. Plain words and short sentences: many who read them are uneasy with screens, or read over the
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
  search: {
    title: 'Trouver un lieu',
    field: 'Que cherchez-vous, et où\u00a0?',
    hint: 'Par exemple\u00a0: «\u00a0aide démarches Bayeux\u00a0», «\u00a0fablab Lyon\u00a0», «\u00a0médiathèque 14400\u00a0».',
    button: 'Chercher',
    refine: 'Préciser la recherche',
    any: 'Peu importe',
    service: 'Quelle aide\u00a0?',
    audience: 'Pour qui\u00a0?',
    type: 'Quel genre de lieu\u00a0?',
    label: 'Quel label ou programme\u00a0?',
    accessibility: 'Autre besoin d’accessibilité\u00a0?',
    openAt: 'Ouvert à un moment précis',
    openNow: 'Ouvert maintenant',
    wheelchair: 'Accessible en fauteuil roulant',
    free: 'Gratuit',
    results: (count: number, more: boolean) =>
      count === 0
        ? 'Aucun lieu trouvé'
        : `${more ? 'Plus de ' : ''}${number('fr', count)} ${count > 1 ? 'lieux' : 'lieu'}`,
    none: 'Essayez avec moins de mots, ou enlevez un choix.',
    instead: 'Ce qui se trouve presque\u00a0:',
    without: (what: string) => `Sans ${what}`,
    words: (words: string) => `«\u00a0${words}\u00a0»`,
    choice: (name: string) => `le choix «\u00a0${name}\u00a0»`,
    inArea: 'Dans la zone choisie sur la carte',
    aroundMe: 'Autour de vous, les plus proches d’abord',
    takeBack: 'Enlever',
    next: 'Lieux suivants',
    located: (name: string) => `Autour de ${name}`,
    corrected: (typed: string, words: string) =>
      `«\u00a0${typed}\u00a0» a été compris comme «\u00a0${words}\u00a0».`,
    literally: (typed: string) => `Chercher exactement «\u00a0${typed}\u00a0»`,
    refused: 'Cette adresse n’est plus valable\u00a0: recommencez la recherche.',
    refusedMoment:
      'Les horaires ne sont connus que pour les huit semaines à venir\u00a0: choisissez un autre moment.',
    openThen: (moment: string) => `Ouvert ${moment}`,
    clear: 'Enlever tous les choix',
    away: 'La recherche ne répond pas pour le moment. Réessayez dans une minute.',
    busy: 'Trop de recherches sont venues de votre connexion. Attendez une minute, puis réessayez.',
    offline: 'Vous n’êtes pas connecté à Internet. La recherche reprendra dès que vous le serez.',
    retry: 'Réessayer',
    loading: 'Recherche en cours…',
    slow: 'La recherche prend plus de temps que d’habitude…',
    moreFailed: 'La suite n’est pas venue.',
    locate: 'Autour de moi',
    locating: 'Recherche de votre position…',
    locateRefused: 'Votre navigateur n’a pas donné votre position. Écrivez votre ville dans la recherche.',
    locateFailed: 'Votre position n’a pas été trouvée. Écrivez votre ville dans la recherche.',
    suggestions: 'Suggestions'
  },
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
    see: 'Voir la carte',
    toList: 'Revenir à la liste',
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
  place: {
    back: 'Chercher un lieu',
    where: 'Adresse',
    parent: 'Porté par',
    directions: 'Itinéraire (OpenStreetMap)',
    mapApp: 'Ouvrir dans mon application de cartes',
    lookUp: 'Chercher l’adresse sur OpenStreetMap',
    contact: 'Contact',
    phone: 'Téléphone',
    email: 'Courriel',
    website: 'Site web',
    person: 'Responsable',
    book: 'Prendre rendez-vous',
    hours: 'Horaires',
    hoursUnknown: 'Les horaires ne sont pas connus\u00a0: appelez avant de venir.',
    saidByPlace: 'Ce que dit le lieu',
    next: (instant: string) => `jusqu’à ${instant}`,
    services: 'Aides proposées',
    audiences: 'Publics',
    needs: 'Accompagnement particulier',
    fees: 'Prix',
    access: 'Comment prendre contact',
    support: 'Comment on vous aide',
    labels: 'Labels et programmes',
    about: 'À propos',
    accessibility: 'Accessibilité',
    notTold: (features: readonly string[]) => `Non renseigné\u00a0: ${features.join(', ')}.`,
    nothingTold: 'L’accessibilité n’est pas renseignée\u00a0: appelez avant de venir.',
    sheet: 'Fiche détaillée sur acceslibre',
    itinerant: 'Ce lieu se déplace\u00a0: vérifiez où il est avant de venir.',
    unplaced: 'La position sur la carte n’est pas connue.',
    municipality: 'La position connue est celle de la commune.',
    alternatives: 'Autres lieux proches',
    sources: 'D’où viennent ces informations',
    updated: (day: string) => `mis à jour le ${day}`,
    licence: 'licence',
    report: 'Signaler une erreur',
    gone: 'Ce lieu n’est plus dans l’annuaire.',
    unknown: 'Ce lieu n’existe pas dans l’annuaire.'
  },
  answers: { yes: 'oui', no: 'non', unknown: 'non renseigné', limited: 'en partie, ou avec de l’aide' },
  wheelchair: 'Accès en fauteuil roulant',
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
  /** To a position that is only the commune's. */
  about: (said: string) => `${said} environ`,
  distance: (metres: number) =>
    metres < 1000
      ? `à ${Math.round(metres / 10) * 10} m`
      : `à ${number('fr', Math.round(metres / 100) / 10)} km`,
  missing: {
    title: 'Cette page n’existe pas',
    why: 'L’adresse a peut-être changé, ou il y manque une lettre.'
  },
  footer: 'Données ouvertes, réutilisables par tous.',
  more: 'Réutiliser l’annuaire',
  api: 'L’API de l’annuaire'
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
  search: {
    title: 'Find a place',
    field: 'What are you looking for, and where?',
    hint: 'For example: “aide démarches Bayeux”, “fablab Lyon”, “médiathèque 14400”.',
    button: 'Search',
    refine: 'Refine the search',
    any: 'Any',
    service: 'What help?',
    audience: 'For whom?',
    type: 'What kind of place?',
    label: 'Which label or programme?',
    accessibility: 'Other accessibility need?',
    openAt: 'Open at a given time',
    openNow: 'Open now',
    wheelchair: 'Wheelchair accessible',
    free: 'Free of charge',
    results: (count, more) =>
      count === 0
        ? 'No place found'
        : `${more ? 'More than ' : ''}${number('en', count)} ${count > 1 ? 'places' : 'place'}`,
    none: 'Try with fewer words, or remove a choice.',
    instead: 'What comes close:',
    without: (what) => `Without ${what}`,
    words: (words) => `“${words}”`,
    choice: (name) => `the choice “${name}”`,
    inArea: 'In the area chosen on the map',
    aroundMe: 'Around you, the nearest first',
    takeBack: 'Remove',
    next: 'More places',
    located: (name) => `Around ${name}`,
    corrected: (typed, words) => `“${typed}” was understood as “${words}”.`,
    literally: (typed) => `Search for exactly “${typed}”`,
    refused: 'This address is no longer valid: please search again.',
    refusedMoment: 'Opening hours are known for the eight weeks to come: choose another moment.',
    openThen: (moment) => `Open on ${moment}`,
    clear: 'Remove all choices',
    away: 'The search does not answer at the moment. Try again in a minute.',
    busy: 'Too many searches came from your connection. Wait a minute, then try again.',
    offline: 'You are not connected to the Internet. The search goes on as soon as you are.',
    retry: 'Try again',
    loading: 'Searching…',
    slow: 'The search takes longer than usual…',
    moreFailed: 'The rest did not come.',
    locate: 'Around me',
    locating: 'Looking for your position…',
    locateRefused: 'Your browser did not give your position. Type your town in the search.',
    locateFailed: 'Your position was not found. Type your town in the search.',
    suggestions: 'Suggestions'
  },
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
    see: 'See the map',
    toList: 'Back to the list',
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
  place: {
    back: 'Search for a place',
    where: 'Address',
    parent: 'Run by',
    directions: 'Directions (OpenStreetMap)',
    mapApp: 'Open in my maps app',
    lookUp: 'Look the address up on OpenStreetMap',
    contact: 'Contact',
    phone: 'Phone',
    email: 'Email',
    website: 'Website',
    person: 'Person in charge',
    book: 'Book an appointment',
    hours: 'Opening hours',
    hoursUnknown: 'The opening hours are not known: call before you go.',
    saidByPlace: 'What the place says',
    next: (instant) => `until ${instant}`,
    services: 'Help offered',
    audiences: 'For whom',
    needs: 'Special support',
    fees: 'Price',
    access: 'How to get in touch',
    support: 'How you are helped',
    labels: 'Labels and programmes',
    about: 'About',
    accessibility: 'Accessibility',
    notTold: (features) => `Not known: ${features.join(', ')}.`,
    nothingTold: 'The accessibility is not known: call before you go.',
    sheet: 'Detailed sheet on acceslibre',
    itinerant: 'This place moves about: check where it is before you go.',
    unplaced: 'Its position on the map is not known.',
    municipality: 'The position known is that of the town.',
    alternatives: 'Other places nearby',
    sources: 'Where this information comes from',
    updated: (day) => `updated on ${day}`,
    licence: 'licence',
    report: 'Report an error',
    gone: 'This place is no longer in the directory.',
    unknown: 'No place of the directory has this address.'
  },
  answers: { yes: 'yes', no: 'no', unknown: 'not known', limited: 'in part, or with help' },
  wheelchair: 'Wheelchair access',
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
  about: (said) => `about ${said}`,
  distance: (metres) =>
    metres < 1000
      ? `${Math.round(metres / 10) * 10} m away`
      : `${number('en', Math.round(metres / 100) / 10)} km away`,
  missing: {
    title: 'There is no such page',
    why: 'Its address may have changed, or a letter may be missing from it.'
  },
  footer: 'Open data, for everyone to use.',
  more: 'Use the directory elsewhere',
  api: 'The directory’s API'
}

const number = (lang: Language, value: number): string => new Intl.NumberFormat(lang).format(value)

export type Wording = typeof fr
export const WORDING: Readonly<Record<Language, Wording>> = { fr, en }
