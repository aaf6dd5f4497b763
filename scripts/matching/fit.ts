// Fits the weight of each level of evidence to pairs for which the truth is known.
import { evidenceOf } from '../../src/domain/matching/evidence.ts'
import { EVIDENCE_NAMES, LEVELS, levelOf } from '../../src/domain/matching/levels.ts'
import type { LabelledPair } from './labelled.ts'
import { fitLogistic, type Observation } from './logistic.ts'

/** Prior: as if each level had been seen this often for both outcomes. */
const RIDGE = 1

/**
 * Not fitted, because hardly any labelled pair has this evidence. The 2 545 pairs that the conseillers
 * numériques and data.inclusion know by the same id are all one place by everything else: at most one in 850
 * is not. So are all 718 pairs that quote a number of France services or Hinaura: at most one in 240 is not.
 * Two numbers from one directory mean two records of it; quoted by others, this is half as certain. An RNA
 * number identifies a whole association, which mostly has one place: it counts half as much as a SIRET.
 */
const KNOWN = { id: [6.7, 5.5, -1.5], rna: [1.2, 0, -1] } as const

const FITTED = EVIDENCE_NAMES.filter((name) => !(name in KNOWN))

const offsets = new Map<string, number>()
let columns = 0
for (const name of FITTED) {
  offsets.set(name, columns)
  columns += LEVELS[name].length
}

export function observe({ left, right, same }: LabelledPair, weight: number): Observation {
  const evidence = evidenceOf(left, right)
  const set = FITTED.flatMap((name) => {
    const level = levelOf(name, evidence)
    return level === null ? [] : [(offsets.get(name) ?? 0) + level]
  })
  return { columns: set, positive: same, weight }
}

export type Fitted = { readonly bias: number; readonly weights: Readonly<Record<string, readonly number[]>> }

export function fitModel(observations: readonly Observation[]): Fitted {
  const [bias = 0, ...weights] = fitSensibly(observations)
  const named = FITTED.map((name) => {
    const from = offsets.get(name) ?? 0
    return [name, weights.slice(from, from + LEVELS[name].length)] as const
  })
  return { bias, weights: { ...Object.fromEntries(named), ...KNOWN } }
}

/**
 * A shared property never counts against the same place, and a difference never for it: such a weight is
 * chance and is removed.
 */
function fitSensibly(observations: readonly Observation[]): readonly number[] {
  const left = new Set<number>()
  for (;;) {
    const kept = observations.map((each) => ({
      ...each,
      columns: each.columns.filter((column) => !left.has(column))
    }))
    const weights = fitLogistic(kept, columns, RIDGE)
    const senseless = FITTED.flatMap((name) => {
      const [best = 0, worst = 0] = [offsets.get(name), (offsets.get(name) ?? 0) + LEVELS[name].length - 1]
      const [for_, against] = [weights[best + 1] ?? 0, weights[worst + 1] ?? 0]
      return [...(for_ < 0 ? [best] : []), ...(against > 0 ? [worst] : [])]
    })
    if (senseless.length === 0) return weights
    for (const column of senseless) left.add(column)
  }
}
