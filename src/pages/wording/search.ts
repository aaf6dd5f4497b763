import type { Language } from '../../domain/language.ts'
import { number } from './number.ts'

/* What the search page says. */

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
}

export const SEARCH: Readonly<Record<Language, typeof fr>> = { fr, en }
