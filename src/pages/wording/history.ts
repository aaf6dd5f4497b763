import type { HistoryEntry, Role } from '../../domain/history/place-history.ts'
import type { Language } from '../../domain/language.ts'

/* The texts of the history of a place. */

const fr = {
  title: (place: string) => `Historique\u00a0: ${place}`,
  lead: 'Ce qui a changé sur cette fiche, quand, et qui l’a changé\u00a0: une source, un gestionnaire, la modération. Les personnes ne sont pas nommées.',
  toPlace: 'Retour à la fiche du lieu',
  link: 'Historique de la fiche',
  undo: 'Annuler une correction (pour le gestionnaire du lieu et la modération)',
  none: 'Rien n’a encore changé sur cette fiche.',
  by: {
    source: 'une de nos sources',
    operator: 'l’équipe de l’annuaire',
    manager: 'le gestionnaire du lieu',
    moderator: 'la modération',
    report: 'un signalement',
    system: 'une règle de l’annuaire'
  } satisfies Readonly<Record<Role, string>>,
  kinds: {
    created: () => 'La fiche a été créée',
    updated: (fields: string) => `Ont changé\u00a0: ${fields}`,
    withdrawn: () => 'Le lieu a été retiré de l’annuaire',
    restored: () => 'Le lieu est revenu dans l’annuaire',
    merged: () => 'La fiche a été réunie avec une autre',
    corrected: (fields: string) => `A été corrigé\u00a0: ${fields}`,
    undone: (fields: string) => `La correction a été annulée\u00a0: ${fields}`,
    manager_granted: () => 'Un gestionnaire a pris en charge la fiche',
    manager_ended: () => 'Un gestionnaire ne gère plus la fiche',
    manager_contested: () => 'La gestion de la fiche est contestée',
    edits_reverted: () => 'Toutes les modifications d’un gestionnaire ont été annulées'
  } satisfies Readonly<Record<HistoryEntry['kind'], (fields: string) => string>>,
  author: (by: string) => `Par ${by}`,
  before: 'Avant',
  after: 'Après',
  withheld: 'Les valeurs ne sont pas montrées, car elles peuvent nommer une personne.',
  nothing: 'rien d’indiqué',
  position: (lat: string, lon: string) => `latitude ${lat}, longitude ${lon}`,
  commune: (code: string) => `commune de code INSEE ${code}`,
  hidden: 'une valeur'
}

const en: typeof fr = {
  title: (place) => `History: ${place}`,
  lead: 'What changed about this place, when, and who changed it: a source, a manager, the moderators. No person is named.',
  toPlace: 'Back to the place',
  link: 'History of this page',
  undo: 'Undo a correction (for the manager of the place and for moderators)',
  none: 'Nothing has changed about this place yet.',
  by: {
    source: 'one of our sources',
    operator: 'the team of the directory',
    manager: 'the manager of the place',
    moderator: 'the moderators',
    report: 'a report',
    system: 'a rule of the directory'
  },
  kinds: {
    created: () => 'The place was added',
    updated: (fields) => `Changed: ${fields}`,
    withdrawn: () => 'The place was taken out of the directory',
    restored: () => 'The place is back in the directory',
    merged: () => 'The place was joined with another one',
    corrected: (fields) => `Corrected: ${fields}`,
    undone: (fields) => `The correction was undone: ${fields}`,
    manager_granted: () => 'A manager took charge of the place',
    manager_ended: () => 'A manager no longer takes care of the place',
    manager_contested: () => 'Who manages the place is contested',
    edits_reverted: () => 'All edits of a manager were undone'
  },
  author: (by) => `By ${by}`,
  before: 'Before',
  after: 'After',
  withheld: 'The values are not shown, because they may name a person.',
  nothing: 'nothing stated',
  position: (lat, lon) => `latitude ${lat}, longitude ${lon}`,
  commune: (code) => `commune with the INSEE code ${code}`,
  hidden: 'a value'
}

export const HISTORY: Readonly<Record<Language, typeof fr>> = { fr, en }
