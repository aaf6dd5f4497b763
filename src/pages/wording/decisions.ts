import type { Language } from '../../domain/language.ts'

/* The texts of the public page of what moderators decided. */

const fr = {
  title: 'Bilan de la modération',
  lead: 'Ce qui a été décidé sur les signalements, les lieux proposés, les contenus notifiés et les demandes de gérer une fiche, mois par mois. Aucun programme ne décide.',
  few: (fewest: number) => `moins de ${fewest} décisions`,
  total: (count: number, days: number) =>
    days < 1
      ? `${count} décisions, la moitié en moins d’un jour.`
      : `${count} décisions, la moitié en ${days.toLocaleString('fr-FR')} ${days >= 2 ? 'jours' : 'jour'} au plus.`,
  none: 'Rien n’a encore été décidé.',
  decision: 'Décision',
  count: 'Nombre',
  states: {
    accepted: 'Signalement accepté',
    rejected: 'Signalement refusé',
    duplicate: 'Signalement déjà connu',
    decided: 'Contenu notifié',
    granted: 'Demande de gestion acceptée',
    refused: 'Demande de gestion refusée',
    revoked: 'Gestion retirée, et modifications annulées'
  },
  api: 'Les mêmes chiffres pour les programmes (JSON)',
  notify: 'Signaler un contenu'
}

const en: typeof fr = {
  title: 'What moderators decided',
  lead: 'What was decided about reports, proposed places, notified content and claims to manage a place, month by month. No program decides.',
  few: (fewest) => `fewer than ${fewest} decisions`,
  total: (count, days) =>
    days < 1
      ? `${count} decisions, half of them within a day.`
      : `${count} decisions, half of them within ${days} ${days === 1 ? 'day' : 'days'}.`,
  none: 'Nothing has been decided yet.',
  decision: 'Decision',
  count: 'Number',
  states: {
    accepted: 'Report accepted',
    rejected: 'Report rejected',
    duplicate: 'Report known already',
    decided: 'Notified content',
    granted: 'Claim to manage a place granted',
    refused: 'Claim to manage a place refused',
    revoked: 'Management revoked, and edits undone'
  },
  api: 'The same figures for programs (JSON)',
  notify: 'Report content'
}

export const DECISIONS: Readonly<Record<Language, typeof fr>> = { fr, en }
