import type { Language } from '../../domain/language.ts'

const fr = {
  label: 'Lieux où être aidé avec le numérique',
  map: 'Carte',
  list: 'Liste des lieux',
  chosen: 'Lieu choisi sur la carte',
  together: 'Lieux à la même adresse',
  close: 'Fermer',
  search: 'Chercher',
  loading: 'Recherche des lieux…',
  more: 'Afficher plus de lieux',
  onMap: 'Voir sur la carte',
  away: 'L’annuaire ne répond pas pour le moment.',
  refused: 'Cette carte est mal réglée\u00a0: l’annuaire ne comprend pas ses filtres.',
  retry: 'Réessayer',
  noMap: 'La carte ne peut pas être affichée ici. La liste dit la même chose.',
  newTab: 'nouvel onglet',
  whole: 'Ouvrir l’annuaire',
  needsScript: 'La carte a besoin de JavaScript. La liste dit la même chose.'
}

const en: typeof fr = {
  label: 'Places where people help with digital life',
  map: 'Map',
  list: 'List of places',
  chosen: 'Place chosen on the map',
  together: 'Places at the same address',
  close: 'Close',
  search: 'Search',
  loading: 'Looking for places…',
  more: 'Show more places',
  onMap: 'Show on the map',
  away: 'The directory does not answer at the moment.',
  refused: 'This map is set up wrongly: the directory does not understand its filters.',
  retry: 'Try again',
  noMap: 'The map cannot be shown here. The list says the same.',
  newTab: 'new tab',
  whole: 'Open the directory',
  needsScript: 'The map needs JavaScript. The list says the same.'
}

export const EMBED: Readonly<Record<Language, typeof fr>> = { fr, en }
