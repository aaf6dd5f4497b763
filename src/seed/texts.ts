import { findTerm } from '../domain/vocabularies/vocabularies.ts'
import type { Random } from './random.ts'
import { ofTown } from './towns.ts'

const OPENINGS = [
  'Un lieu convivial pour se former au numérique',
  'Un médiateur numérique vous accompagne pas à pas',
  'Des ateliers ouverts à tous, débutants bienvenus',
  'Postes en accès libre et aide personnalisée',
  'Une équipe à votre écoute pour toutes vos questions'
]

const SENTENCES = [
  'Les ateliers sont limités à huit personnes, pensez à vous inscrire.',
  'Vous pouvez venir avec votre propre ordinateur, téléphone ou tablette.',
  'Une imprimante et un scanner sont à votre disposition.',
  'Le programme du trimestre est affiché à l’accueil.',
  'Un accompagnement à domicile est possible pour les personnes qui ne peuvent pas se déplacer.',
  'L’espace dispose de huit ordinateurs et d’une connexion wifi.',
  'Nous prêtons des tablettes aux familles pendant les vacances scolaires.',
  'Des permanences ont lieu chaque semaine dans les communes voisines.'
]

type Texts = { readonly summary: string | null; readonly description: string | null }

export function textsOf(random: Random, city: string, services: readonly string[]): Texts {
  const named = services.slice(0, 2).map((code) => findTerm('services', code)?.fr.toLowerCase() ?? code)
  const offer = named.length > 0 ? ` : ${named.join(', ')}` : ''
  const sentences = [random.pick(SENTENCES), random.pick(SENTENCES), random.pick(SENTENCES)]
  return {
    summary: random.chance(0.75) ? `${random.pick(OPENINGS)}${offer}.` : null,
    description: random.chance(0.35) ? `Au cœur ${ofTown(city)}. ${[...new Set(sentences)].join(' ')}` : null
  }
}
