import type { Contacts, Person } from '../domain/places/place.ts'
import type { Random } from './random.ts'

const FIRST_NAMES = [
  'Camille',
  'Dominique',
  'Claude',
  'Yasmine',
  'Karim',
  'Lucie',
  'Mamadou',
  'Soizic',
  'Inès',
  'Hugo',
  'Thi Mai',
  'Joëlle'
]
const LAST_NAMES = [
  'Exemple',
  'Modèle',
  'Specimen',
  'Lambda',
  'Dupont-Fictif',
  'Le Factice',
  'Imaginaire',
  'Essai'
]
const ROLES = [
  'Conseiller numérique',
  'Médiatrice numérique',
  'Directrice',
  'Responsable',
  'Animateur multimédia',
  null
]

/**
 * Contacts that belong to no real person or organisation: numbers with 01 99 00 are reserved by the regulator for
 * fiction, and example.org is reserved by internet standards for examples.
 */
export function contactsOf(random: Random, path: string): Contacts {
  return {
    phone: random.chance(0.82) ? phoneOf(random) : null,
    emails: random.chance(0.7) ? [`${path}@example.org`] : [],
    websites: random.chance(0.55) ? [`https://example.org/${path}`] : [],
    person: random.chance(0.2) ? personOf(random, path) : null
  }
}

const phoneOf = (random: Random): string => `+3319900${String(random.int(0, 9_999)).padStart(4, '0')}`

function personOf(random: Random, path: string): Person {
  return {
    name: `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`,
    role: random.pick(ROLES),
    phone: random.chance(0.2) ? phoneOf(random) : null,
    email: random.chance(0.2) ? `responsable.${path}@example.org` : null
  }
}
