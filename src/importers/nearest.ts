import { normaliseLabel } from '../domain/vocabularies/read-label.ts'

/**
 * Minimum similarity of two names. Below it they have little in common: "tel" and "telephone" reach 0.4, "horaire"
 * and "horaires" 0.9.
 */
const ALIKE = 0.4

/** The candidate most similar to any of these names, or null if no candidate is similar enough. */
export function nearestOf(names: readonly string[], candidates: readonly string[]): string | null {
  const best = candidates
    .map((candidate) => ({
      candidate,
      likeness: Math.max(...names.map((name) => likeness(name, candidate)))
    }))
    .toSorted((left, right) => right.likeness - left.likeness)[0]
  return best === undefined || best.likeness < ALIKE ? null : best.candidate
}

/** Similarity of two names from 0 to 1: Dice's coefficient of their pairs of letters, without accents and case. */
function likeness(one: string, other: string): number {
  const [left, right] = [pairsOf(one), pairsOf(other)]
  if (left.length + right.length === 0) return 0
  const shared = left.filter((pair) => right.includes(pair)).length
  return (2 * shared) / (left.length + right.length)
}

function pairsOf(name: string): readonly string[] {
  const letters = normaliseLabel(name).replaceAll(' ', '')
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2))
}
