import type { Language } from '../../domain/language.ts'
import { number } from './number.ts'

/* The texts of the page of sources, and the licences in words. */

const fr = {
  title: 'Sources et licences',
  lead: 'Les annuaires d’où viennent les fiches, leur licence, et la date de leurs informations.',
  how: 'Chaque fiche dit de quelles sources elle vient. Un lieu connu de plusieurs sources compte pour chacune.',
  places: (count: number) =>
    count === 0 ? 'aucun lieu pour le moment' : `${number('fr', count)} ${count === 1 ? 'lieu' : 'lieux'}`,
  completes: 'complète les fiches d’autres sources, sans ajouter de lieu',
  licence: 'Licence',
  count: 'Lieux',
  site: 'Site',
  read: 'Dernière lecture',
  never: 'pas encore lue',
  fresh: 'Fiche la plus récente',
  undated: 'les fiches n’ont pas de date',
  reuse: 'Réutiliser les données',
  reuseText:
    'Nommez la source et la date, et respectez sa licence. Une licence «\u00a0non ouverte\u00a0» ou «\u00a0non indiquée\u00a0» ne permet pas de republier ses fiches sans son accord.',
  toData: 'API, exports et conditions',
  away: 'La liste des sources ne répond pas pour le moment. Réessayez dans une minute.',
  notOpen: (terms: string) => `non ouverte (${terms})`,
  notStated: 'non indiquée'
}

const en: typeof fr = {
  title: 'Sources and licences',
  lead: 'The directories that entries come from, their licences, and the dates of their information.',
  how: 'Each entry says which sources it comes from. A place known from several sources counts for each of them.',
  places: (count) => (count === 0 ? 'none at the moment' : number('en', count)),
  completes: 'completes entries of other sources, and adds no place',
  licence: 'Licence',
  count: 'Places',
  site: 'Site',
  read: 'Last read',
  never: 'not read yet',
  fresh: 'Most recent entry',
  undated: 'entries have no date',
  reuse: 'Reuse the data',
  reuseText:
    'Name the source and the date, and respect its licence. A licence that is “not open” or “not stated” does not permit republishing its entries without consent.',
  toData: 'API, exports and conditions',
  away: 'The list of sources does not answer at the moment. Try again in a minute.',
  notOpen: (terms) => `not open (${terms})`,
  notStated: 'not stated'
}

export const SOURCES: Readonly<Record<Language, typeof fr>> = { fr, en }
