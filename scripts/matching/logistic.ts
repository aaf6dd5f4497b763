// Logistic regression with a small ridge penalty, by Newton's method: there are only a few dozen columns, so
// the matrix is solved directly.

export type Observation = {
  /** Indexes of the columns that are 1; all other columns are 0. */
  readonly columns: readonly number[]
  readonly positive: boolean
  readonly weight: number
}

/**
 * Fits a logistic regression, and returns the bias followed by the weights of the columns. `ridge` keeps the
 * weights of rare columns near 0; it does not apply to the bias.
 */
export function fitLogistic(
  observations: readonly Observation[],
  columns: number,
  ridge: number
): readonly number[] {
  const size = columns + 1
  const groups = grouped(observations)
  let weights = new Array<number>(size).fill(0)
  for (let round = 0; round < 30; round++) {
    const { gradient, hessian } = slopes(groups, weights, ridge)
    const step = solve(hessian, gradient)
    weights = weights.map((weight, index) => weight + (step[index] ?? 0))
    if (Math.max(...step.map(Math.abs)) < 1e-6) break
  }
  return weights
}

type Group = { readonly columns: readonly number[]; weight: number; positive: number }

/** Counts observations with the same columns together, because there are far fewer different ones than pairs. */
function grouped(observations: readonly Observation[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const { columns, positive, weight } of observations) {
    const key = columns.join(' ')
    const group = groups.get(key) ?? { columns, weight: 0, positive: 0 }
    groups.set(key, group)
    group.weight += weight
    if (positive) group.positive += weight
  }
  return [...groups.values()]
}

function slopes(groups: readonly Group[], weights: readonly number[], ridge: number) {
  const size = weights.length
  const gradient = weights.map((weight, index) => (index === 0 ? 0 : -ridge * weight))
  const hessian = weights.map((_, row) => {
    const line = new Array<number>(size).fill(0)
    line[row] = row === 0 ? 1e-9 : ridge
    return line
  })
  for (const { columns, positive, weight } of groups) {
    const set = [0, ...columns.map((column) => column + 1)]
    const score = set.reduce((sum, index) => sum + (weights[index] ?? 0), 0)
    const chance = 1 / (1 + Math.exp(-score))
    const error = positive - weight * chance
    const curve = weight * chance * (1 - chance)
    for (const row of set) {
      gradient[row] = (gradient[row] ?? 0) + error
      const line = hessian[row] ?? []
      for (const column of set) line[column] = (line[column] ?? 0) + curve
    }
  }
  return { gradient, hessian }
}

/** Solves a system of linear equations by Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((line, index) => [...line, right[index] ?? 0])
  const size = rows.length
  for (let column = 0; column < size; column++) {
    const pivot = rows.slice(column).reduce((best, line, index) => {
      const largest = Math.abs(rows[best]?.[column] ?? 0)
      return Math.abs(line[column] ?? 0) > largest ? column + index : best
    }, column)
    const [one, other] = [rows[column] ?? [], rows[pivot] ?? []]
    rows[column] = other
    rows[pivot] = one
    for (const [index, line] of rows.entries()) {
      if (index === column) continue
      const factor = (line[column] ?? 0) / (other[column] ?? 1)
      if (factor !== 0)
        for (let at = column; at <= size; at++) line[at] = (line[at] ?? 0) - factor * (other[at] ?? 0)
    }
  }
  return rows.map((line, index) => (line[size] ?? 0) / (line[index] ?? 1))
}
