import type { Language } from '../../domain/language.ts'
import { number } from './number.ts'
import { ofTown } from './of-town.ts'

/* The texts of the search page. */

const fr = {
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
  aroundMe: 'Autour de vous',
  inDepartment: (name: string) => `Département\u00a0: ${name}`,
  inRegion: (name: string) => `Région\u00a0: ${name}`,
  noPlace: 'Aucun lieu',
  within: (places: string, km: string) => `${places} à moins de ${km}\u00a0km`,
  nearestAt: (km: string, distance: string) =>
    `Aucun lieu à moins de ${km}\u00a0km\u00a0; le plus proche est ${distance}`,
  farther: 'Plus loin',
  elsewhere: 'Ailleurs',
  unsure: 'À vérifier avant d’y aller',
  tooLong: 'Votre phrase est très longue\u00a0: seul son début a été lu, jusqu’à 500 caractères.',
  notUnderstood: (given: readonly string[]) => `Nous n’avons pas compris ${given.join(' ni ')}.`,
  given: (name: string, value: string) =>
    name === 'lat' || name === 'lon'
      ? `la position «\u00a0${value}\u00a0»\u00a0: il faut une latitude (lat) et une longitude (lon)`
      : `${name === 'openAt' ? 'le moment' : name === 'bbox' ? 'la zone' : 'le choix'} «\u00a0${value}\u00a0»`,
  withoutIt: 'Chercher sans cela',
  noWords:
    'Écrivez des mots\u00a0: ce que vous cherchez, et où. Par exemple «\u00a0aide démarches Bayeux\u00a0».',
  unknownHours: 'Horaires inconnus',
  closedThen: (moment: string) => `Fermés ${moment}`,
  noneOpen: (moment: string) => `Aucun lieu proche n’est connu pour être ouvert ${moment}.`,
  takeBack: 'Enlever',
  next: 'Lieux suivants',
  located: (name: string, also: readonly string[]) => `Autour ${[name, ...also].map(ofTown).join(' ou ')}`,
  inside: (names: readonly string[]) => `Territoire\u00a0: ${names.join(', ')}`,
  whichOne: (name: string) => `${name}\u00a0: lequel\u00a0?`,
  homonym: (name: string, kind: string, department: string | null) =>
    kind === 'commune'
      ? `${name} (${department})`
      : `${name} (${kind === 'region' ? 'région' : 'département'})`,
  corrected: (typed: string, words: string) =>
    `«\u00a0${typed}\u00a0» a été compris comme «\u00a0${words}\u00a0».`,
  notAsPlace: (typed: string) => `Chercher exactement «\u00a0${typed}\u00a0»\u00a0: le mot, pas le lieu`,
  literally: (typed: string) => `Chercher exactement «\u00a0${typed}\u00a0», sans le corriger`,
  ignored: (words: readonly string[]) =>
    `${words.length > 1 ? 'Mots non compris' : 'Mot non compris'}\u00a0: ${words.join(', ')}`,
  now: 'maintenant',
  midnight: 'minuit',
  fromHourToHour: (day: string, from: string, to: string) => `${day} de ${from} à ${to}`,
  fromDayToDay: (first: string, last: string) => `du ${first} au ${last}`,
  arrange: 'Distance et ordre',
  howFar: 'Jusqu’à',
  asFarAsNeeded: 'autant que nécessaire',
  upTo: (km: number) => `${km}\u00a0km`,
  order: 'Trier par',
  orders: { relevance: 'pertinence', distance: 'distance', name: 'nom' },
  whichTown: 'Dans quelle ville êtes-vous\u00a0?',
  near: 'Chercher près d’ici',
  download: 'Télécharger ces lieux (CSV)',
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
}

const en: typeof fr = {
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
  aroundMe: 'Around you',
  inDepartment: (name) => `Département: ${name}`,
  inRegion: (name) => `Region: ${name}`,
  noPlace: 'No place',
  within: (places, km) => `${places} within ${km}\u00a0km`,
  nearestAt: (km, distance) => `No place within ${km}\u00a0km; the nearest is ${distance}`,
  farther: 'Farther',
  elsewhere: 'Elsewhere',
  unsure: 'To be checked before you go',
  tooLong: 'Your sentence is very long: only its beginning was read, up to 500 characters.',
  notUnderstood: (given) => `We did not understand ${given.join(' nor ')}.`,
  given: (name, value) =>
    name === 'lat' || name === 'lon'
      ? `the position “${value}”: it takes a latitude (lat) and a longitude (lon)`
      : `${name === 'openAt' ? 'the time' : name === 'bbox' ? 'the area' : 'the choice'} “${value}”`,
  withoutIt: 'Search without it',
  noWords: 'Type words: what you are looking for, and where. For example “aide démarches Bayeux”.',
  unknownHours: 'Opening hours unknown',
  closedThen: (moment) => `Closed: ${moment}`,
  noneOpen: (moment) => `No place nearby is known to be open: ${moment}.`,
  takeBack: 'Remove',
  next: 'More places',
  located: (name, also) => `Around ${[name, ...also].join(' or ')}`,
  inside: (names) => `Area: ${names.join(', ')}`,
  whichOne: (name) => `${name}: which one?`,
  homonym: (name, kind, department) =>
    kind === 'commune'
      ? `${name} (${department})`
      : `${name} (${kind === 'region' ? 'region' : 'département'})`,
  corrected: (typed, words) => `“${typed}” was understood as “${words}”.`,
  notAsPlace: (typed) => `Search for exactly “${typed}”: the word, not the town`,
  literally: (typed) => `Search for exactly “${typed}”, without correcting it`,
  ignored: (words) => `${words.length > 1 ? 'Words' : 'Word'} not understood: ${words.join(', ')}`,
  now: 'now',
  midnight: 'midnight',
  fromHourToHour: (day, from, to) => `${day} from ${from} to ${to}`,
  fromDayToDay: (first, last) => `from ${first} to ${last}`,
  arrange: 'Distance and order',
  howFar: 'As far as',
  asFarAsNeeded: 'needed',
  upTo: (km) => `${km}\u00a0km`,
  order: 'Sort by',
  orders: { relevance: 'relevance', distance: 'distance', name: 'name' },
  whichTown: 'Which town are you in?',
  near: 'Search near here',
  download: 'Download these places (CSV)',
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
}

export const SEARCH: Readonly<Record<Language, typeof fr>> = { fr, en }
