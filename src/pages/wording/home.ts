import type { Language } from '../../domain/language.ts'
import { number } from './number.ts'

/* The texts of the home page. */

const fr = {
  lead: (places: number) =>
    `Démarches en ligne, ordinateur, téléphone, Internet\u00a0: ${number('fr', places)} lieux en France vous accueillent et vous aident.`,
  leadUncounted:
    'Démarches en ligne, ordinateur, téléphone, Internet\u00a0: partout en France, des lieux vous accueillent et vous aident.',
  needs: 'De quoi avez-vous besoin\u00a0?',
  need: {
    procedures: ['Faire une démarche en ligne', 'Impôts, CAF, santé, carte grise…'],
    franceServices: ['Trouver une France services', 'Pour toutes les démarches, près de chez soi'],
    learn: ['Apprendre à se servir d’un ordinateur', 'Ou d’un téléphone, d’une messagerie…'],
    access: ['Utiliser un ordinateur ou Internet', 'Se connecter, imprimer, numériser'],
    work: ['Chercher un emploi', 'CV, candidatures, France Travail'],
    safety: ['Éviter les arnaques', 'Mots de passe, virus, données'],
    equipment: ['Trouver un ordinateur à petit prix', 'Matériel reconditionné'],
    children: ['Accompagner ses enfants', 'Écrans, école, jeux'],
    make: ['Fabriquer, réparer', 'FabLabs, impression 3D']
  },
  unsure: 'Vous ne savez pas quoi choisir\u00a0?',
  guide: 'Répondre à quatre questions',
  guideWhy: 'Quelle aide, pour qui, quand et où\u00a0: nous proposons les lieux qui vous conviennent.',
  everywhere: 'Partout en France',
  map: 'Nombre de lieux dans chaque région',
  regions: 'Régions',
  overseas: 'Outre-mer',
  departments: 'Départements',
  all: 'Voir tous les lieux',
  figures: 'L’annuaire en chiffres',
  places: (value: number): string => (value > 1 ? 'lieux' : 'lieu'),
  sources: (value: number): string =>
    value > 1 ? 'annuaires publics et associatifs réunis' : 'annuaire réuni',
  departmentsCovered: (value: number): string =>
    value > 1 ? 'départements et collectivités couverts' : 'département couvert',
  updated: (day: string) => `Annuaires relus le ${day}.`,
  newest: (day: string) => `La fiche datée la plus récente est du ${day}.`,
  open: 'Les données sont ouvertes\u00a0: chacun peut les réutiliser.',
  empty: 'L’annuaire ne contient encore aucun lieu.',
  away: 'Les chiffres ne sont pas disponibles pour le moment. La recherche fonctionne.'
}

const en: typeof fr = {
  lead: (places) =>
    `Online procedures, computers, phones, the Internet: ${number('en', places)} places in France welcome and help you.`,
  leadUncounted:
    'Online procedures, computers, phones, the Internet: places all over France welcome and help you.',
  needs: 'What do you need?',
  need: {
    procedures: ['Do an administrative procedure online', 'Taxes, family benefits, health, car papers…'],
    franceServices: ['Find a France services', 'For all procedures, near home'],
    learn: ['Learn to use a computer', 'Or a phone, e-mail…'],
    access: ['Use a computer and the Internet', 'Connect, print, scan'],
    work: ['Look for a job', 'CV, applications, France Travail'],
    safety: ['Avoid scams', 'Passwords, viruses, data'],
    equipment: ['Find a computer at a low price', 'Refurbished equipment'],
    children: ['Guide your children', 'Screens, school, games'],
    make: ['Make and repair things', 'FabLabs, 3D printing']
  },
  unsure: 'Not sure what to choose?',
  guide: 'Answer four questions',
  guideWhy: 'What help, for whom, when and where: we suggest the places that suit you.',
  everywhere: 'All over France',
  map: 'Number of places in each region',
  regions: 'Regions',
  overseas: 'Overseas',
  departments: 'Départements',
  all: 'See all places',
  figures: 'The directory in figures',
  places: (value) => (value > 1 ? 'places' : 'place'),
  sources: (value) => (value > 1 ? 'directories brought together' : 'directory brought in'),
  departmentsCovered: (value) =>
    value > 1 ? 'départements and collectivities covered' : 'département covered',
  updated: (day) => `Directories read again on ${day}.`,
  newest: (day) => `The latest dated record is of ${day}.`,
  open: 'The data are open: everyone may use them.',
  empty: 'The directory has no place yet.',
  away: 'The figures are not available at the moment. The search works.'
}

export const HOME: Readonly<Record<Language, typeof fr>> = { fr, en }
export type NeedName = keyof typeof fr.need
