import type { Language } from '../../domain/language.ts'

/* The texts of the selection, which the scripts of pages load too. */

const fr = {
  title: 'Ma sélection',
  lead: 'Comparez jusqu’à cinq lieux, imprimez-les ou envoyez-les à quelqu’un.',
  add: 'Ajouter à ma sélection',
  remove: 'Retirer de ma sélection',
  isIn: 'Ce lieu est dans votre sélection.',
  full: (most: number) =>
    `Votre sélection contient déjà ${most} lieux\u00a0: retirez-en un pour ajouter celui-ci.`,
  see: (count: number) => `Voir ma sélection (${count}\u00a0${count === 1 ? 'lieu' : 'lieux'})`,
  count: (count: number, most: number) =>
    `${count}\u00a0${count === 1 ? 'lieu' : 'lieux'} sur ${most} au plus`,
  empty:
    'Votre sélection est vide. Cherchez un lieu, ouvrez sa page, puis choisissez «\u00a0Ajouter à ma sélection\u00a0». Ou cherchez-le ici.',
  gone: (count: number) =>
    count === 1
      ? 'Un des lieux choisis n’est plus dans l’annuaire.'
      : `${count} des lieux choisis ne sont plus dans l’annuaire.`,
  tooMany: (most: number) => `Une sélection contient ${most} lieux au plus\u00a0: les premiers sont gardés.`,
  away: 'Certains lieux ne peuvent pas être affichés pour le moment. Réessayez dans une minute.',
  kept: 'Cette sélection est dans l’adresse de la page\u00a0: mettez la page dans vos favoris pour la garder.',
  print: 'Imprimer la sélection',
  sheets: 'Une fiche par lieu',
  share: 'Partager',
  printed: (site: string, day: string) =>
    `${site}, le ${day}. Appelez avant de venir\u00a0: les horaires peuvent changer.`,
  distance: 'Distance',
  unknownDistance: 'position inconnue',
  helps: 'Aides',
  wheelchair: 'Fauteuil roulant',
  from: (town: string) => `Distances à vol d’oiseau depuis ${town}.`,
  fromYou: 'Distances à vol d’oiseau depuis votre position.',
  whereLabel: 'Distance depuis une ville ou un code postal',
  measure: 'Afficher',
  forget: 'Ne plus afficher les distances',
  unknownTown: (typed: string) =>
    `Nous ne connaissons pas «\u00a0${typed}\u00a0»\u00a0: écrivez une ville ou un code postal.`,
  whichTown: (typed: string) => `«\u00a0${typed}\u00a0»\u00a0: laquelle\u00a0?`,
  searchMore: 'Chercher d’autres lieux en gardant ma sélection',
  carried: 'Votre sélection est gardée pendant cette recherche.',
  search: 'Ajouter un lieu',
  searchLabel: 'Nom du lieu, aide ou ville',
  find: 'Chercher',
  found: (q: string) => `Lieux trouvés pour «\u00a0${q}\u00a0»`,
  none: (q: string) => `Aucun autre lieu trouvé pour «\u00a0${q}\u00a0».`
}

const en: typeof fr = {
  title: 'My selection',
  lead: 'Compare up to five places, print them or send them to someone.',
  add: 'Add to my selection',
  remove: 'Remove from my selection',
  isIn: 'This place is in your selection.',
  full: (most) => `Your selection has ${most} places already: remove one to add this one.`,
  see: (count) => `See my selection (${count} ${count === 1 ? 'place' : 'places'})`,
  count: (count, most) => `${count} ${count === 1 ? 'place' : 'places'} of ${most} at most`,
  empty:
    'Your selection is empty. Search for a place, open its page, then choose “Add to my selection”. Or search for it here.',
  gone: (count) =>
    count === 1
      ? 'One of the chosen places is no longer in the directory.'
      : `${count} of the chosen places are no longer in the directory.`,
  tooMany: (most) => `A selection has ${most} places at most: the first are kept.`,
  away: 'Some places cannot be shown at the moment. Try again in a minute.',
  kept: 'This selection is in the address of the page: bookmark the page to keep it.',
  print: 'Print the selection',
  sheets: 'A sheet for each place',
  share: 'Share',
  printed: (site, day) => `${site}, ${day}. Call before you go: opening hours may change.`,
  distance: 'Distance',
  unknownDistance: 'position not known',
  helps: 'Help',
  wheelchair: 'Wheelchair',
  from: (town) => `Distances from ${town}, as the crow flies.`,
  fromYou: 'Distances from your position, as the crow flies.',
  whereLabel: 'Distance from a town or postcode',
  measure: 'Show',
  forget: 'Stop showing distances',
  unknownTown: (typed) => `We do not know “${typed}”: type a town or a postcode.`,
  whichTown: (typed) => `“${typed}”: which one?`,
  searchMore: 'Search for other places and keep my selection',
  carried: 'Your selection is kept during this search.',
  search: 'Add a place',
  searchLabel: 'Name of the place, help or town',
  find: 'Search',
  found: (q) => `Places found for “${q}”`,
  none: (q) => `No other place found for “${q}”.`
}

export const SELECTION: Readonly<Record<Language, typeof fr>> = { fr, en }
