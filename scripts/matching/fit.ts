// Fits the weight of each level of evidence to pairs for which the truth is known.
import { type EvidenceName, evidenceOf } from '../../src/domain/matching/evidence.ts'
import { COUNTED_ONCE, EVIDENCE_NAMES, LEVELS, levelOf } from '../../src/domain/matching/levels.ts'
import type { LabelledPair } from './labelled.ts'
import { fitLogistic, type Observation } from './logistic.ts'

/** Strength of the prior: each level counts as if it had also been seen this many times for both outcomes. */
const RIDGE = 1

/**
 * Weights that are not fitted, because hardly any labelled pair has this evidence. The conseillers numériques and
 * data.inclusion know 2 545 pairs by the same id; all other evidence says that each of them is one place, so at
 * most one in 850 is not. The same is true of all 718 pairs that quote a number of France services or Hinaura, so
 * at most one in 240 is not. Two numbers from one directory mean two records of it; if others quote the numbers,
 * this is half as certain. An RNA number identifies a whole association, which mostly has one place, so it counts
 * half as much as a SIRET.
 */
const KNOWN = { id: [6.7, 5.5, -1.5], rna: [1.2, 0, -1] } as const

const FITTED = EVIDENCE_NAMES.filter((name) => !(name in KNOWN))

/** Evidence whose absence changes the odds: if it is missing, the two records are candidates for other reasons. */
const MAY_BE_UNKNOWN = [
  'name',
  'kind',
  'address',
  'distance',
  'commune'
] as const satisfies readonly EvidenceName[]

/** How the pairs were selected. Each selection has odds of its own; only the odds of drawn pairs are kept. */
const SELECTIONS = ['libraries', 'france-services', 'difficult'] as const
export type Selection = 'drawn' | (typeof SELECTIONS)[number]

type Column =
  | { readonly name: EvidenceName; readonly level: number | null }
  | { readonly selection: Selection }

const COLUMNS: readonly Column[] = [
  ...FITTED.flatMap((name) => LEVELS[name].map((_, level) => ({ name, level }))),
  ...MAY_BE_UNKNOWN.map((name) => ({ name, level: null })),
  ...SELECTIONS.map((selection) => ({ selection }))
]

const columnOf = (name: EvidenceName, level: number | null): number =>
  COLUMNS.findIndex((column) => 'name' in column && column.name === name && column.level === level)

const COLUMN = new Map(
  EVIDENCE_NAMES.map((name) => [
    name,
    new Map([null, ...LEVELS[name].keys()].map((level) => [level, columnOf(name, level)]))
  ])
)

export function observe(
  { left, right, same }: LabelledPair,
  weight: number,
  selection: Selection
): Observation {
  const evidence = evidenceOf(left, right)
  const columns = EVIDENCE_NAMES.map((name) => COLUMN.get(name)?.get(levelOf(name, evidence)) ?? -1)
  const of = COLUMNS.findIndex((column) => 'selection' in column && column.selection === selection)
  return { columns: [...columns, of].filter((column) => column !== -1), positive: same, weight }
}

export type Fitted = {
  readonly bias: number
  readonly unknown: Readonly<Record<string, number>>
  readonly weights: Readonly<Record<string, readonly number[]>>
}

export function fitModel(observations: readonly Observation[]): Fitted {
  const [bias = 0, ...weights] = fitSensibly(observations)
  const weightOf = (name: EvidenceName, level: number | null) => weights[columnOf(name, level)] ?? 0
  return {
    bias,
    unknown: Object.fromEntries(MAY_BE_UNKNOWN.map((name) => [name, weightOf(name, null)])),
    weights: {
      ...Object.fromEntries(
        FITTED.map((name) => [name, LEVELS[name].map((_, level) => weightOf(name, level))])
      ),
      ...KNOWN
    }
  }
}

/**
 * Fits weights that make sense: a higher level never weighs less than a lower one, a shared property never counts
 * against the same place, and a difference never counts for it. Violations are due to chance, so levels in the
 * wrong order get a common weight, and levels with the wrong sign get none. Which evidence is strongest, among the
 * evidence that is counted only once, depends on the weights themselves, so it is chosen again after each fit.
 */
function fitSensibly(observations: readonly Observation[]): readonly number[] {
  const one = COLUMNS.map((_, column) => column)
  const none = new Set<number>()
  let weights: readonly number[] = fitLogistic(observations, COLUMNS.length, RIDGE)
  for (let round = 0; round < 40; round++) {
    const kept = observations.map((each) => ({
      ...each,
      columns: strongest(each.columns, weights).flatMap((column) =>
        none.has(one[column] ?? -1) ? [] : (one[column] ?? [])
      )
    }))
    const fitted = fitLogistic(kept, COLUMNS.length, RIDGE)
    const shared = [
      fitted[0] ?? 0,
      ...one.map((column) => (none.has(column) ? 0 : (fitted[column + 1] ?? 0)))
    ]
    const isStable = shared.every((weight, at) => Math.abs(weight - (weights[at] ?? 0)) < 0.005)
    weights = shared
    if (!mend(shared, one, none) && isStable) break
  }
  return weights
}

/** Keeps, of the columns for evidence that is counted only once, the most positive and the most negative one. */
function strongest(columns: readonly number[], weights: readonly number[]): readonly number[] {
  const once = columns.filter(isCountedOnce)
  if (once.length < 2) return columns
  const weightOf = (column: number) => weights[column + 1] ?? 0
  const sorted = once.toSorted((left, right) => weightOf(left) - weightOf(right))
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)]
  const counted = new Set([...(weightOf(least) < 0 ? [least] : []), ...(weightOf(most) > 0 ? [most] : [])])
  return columns.filter((column) => !once.includes(column) || counted.has(column))
}

function isCountedOnce(column: number): boolean {
  const found = COLUMNS[column]
  return found !== undefined && 'name' in found && COUNTED_ONCE.has(found.name)
}

/** Joins levels in the wrong order and removes weights of the wrong sign; returns whether there were any. */
function mend(weights: readonly number[], one: number[], none: Set<number>): boolean {
  let mended = false
  for (const name of FITTED) {
    const columns = LEVELS[name].map((_, level) => columnOf(name, level))
    const weightOf = (column = 0) => weights[column + 1] ?? 0
    for (const [nth, column] of columns.entries()) {
      const next = columns[nth + 1]
      if (next === undefined || weightOf(column) >= weightOf(next) - 1e-9) continue
      const [from, to] = [one[next], one[column] ?? column]
      for (const each of columns) if (one[each] === from) one[each] = to
      mended = true
    }
    for (const [column, wrong] of [
      [columns[0] ?? 0, weightOf(columns[0]) < 0],
      [columns.at(-1) ?? 0, weightOf(columns.at(-1)) > 0]
    ] as const) {
      if (!wrong) continue
      none.add(one[column] ?? column)
      mended = true
    }
  }
  return mended
}
