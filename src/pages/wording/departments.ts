import type { Language } from '../../domain/language.ts'

const fr = {
  title: 'Les lieux par département',
  lead: 'Combien de lieux l’annuaire connaît dans chaque département, et pour combien d’habitants.',
  service: 'Quelle aide\u00a0?',
  any: 'Tous les lieux',
  show: 'Afficher',
  department: 'Département',
  places: 'Lieux',
  perPeople: 'Pour 100\u00a0000 habitants',
  table: 'CSV',
  whole: 'France entière',
  api: 'Ces chiffres dans l’API',
  implied: 'Sont comptés les lieux qui déclarent cette aide, et ceux dont le type ou le label l’assure.',
  away: 'L’annuaire ne répond pas pour le moment. Réessayez dans une minute.'
}

const en: typeof fr = {
  title: 'Places by département',
  lead: 'How many places the directory knows in each département, and for how many people.',
  service: 'What help?',
  any: 'All places',
  show: 'Show',
  department: 'Département',
  places: 'Places',
  perPeople: 'Per 100,000 people',
  table: 'CSV',
  whole: 'All of France',
  api: 'These figures in the API',
  implied: 'Counted are places that declare this help, and those whose type or label ensures it.',
  away: 'The directory does not answer at the moment. Try again in a minute.'
}

export const DEPARTMENTS: Readonly<Record<Language, typeof fr>> = { fr, en }
