// Measures how well the first ten places answer a judged question.
import type { Judged } from './judged/judge.ts'

export type Answer = { readonly id: string; readonly grade: number; readonly km: number }

export type Score = {
  /** How good the first ten places are compared with the best ten possible, from 0 to 1. */
  readonly ndcg: number
  /**
   * For a question that names a place: 1 divided by the rank of this place, or 0 if it is not found. Null for other
   * questions.
   */
  readonly reciprocal: number | null
  /** Whether the first three places are within 20 km; null unless three good places are within this distance. */
  readonly near: boolean | null
  readonly found: boolean
}

const NEAR_KM = 20
const GOOD = 2

export function scoreOf(question: Judged, found: readonly Answer[]): Score {
  const ideal = gain(question.answers.map(({ grade }) => grade))
  const got = gain(found.map(({ grade }) => grade))
  const rank = found.findIndex(({ grade }) => grade === 3)
  return {
    ndcg: ideal === 0 ? Number(found.length === 0) : Math.min(1, got / ideal),
    reciprocal: question.class === 'name' ? (rank === -1 ? 0 : 1 / (rank + 1)) : null,
    near: isNear(question, found),
    found: found.length > 0
  }
}

function isNear({ where, answers }: Judged, found: readonly Answer[]): boolean | null {
  const around = answers.filter(({ grade, km }) => grade >= GOOD && km <= NEAR_KM)
  if (where.points.length === 0 || around.length < 3) return null
  return found.length >= 3 && found.slice(0, 3).every(({ km }) => km <= NEAR_KM)
}

const gain = (grades: readonly number[]): number =>
  grades.slice(0, 10).reduce((sum, each, at) => sum + (2 ** each - 1) / Math.log2(at + 2), 0)
