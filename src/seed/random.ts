/** Pseudo-random choices. The same seed gives the same choices on any machine. */
export type Random = {
  /** A number from 0 (included) to 1 (excluded). */
  readonly next: () => number
  /** A whole number; `from` and `to` are included. */
  readonly int: (from: number, to: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(items: readonly T[]) => T
  readonly weighted: <T>(table: Weighted<T>) => T
  /** Selects each item independently with its own probability. */
  readonly some: <T>(probabilities: readonly (readonly [T, number])[]) => readonly T[]
}

/**
 * Values with a weight each. Each value has a share of the range from 0 to the total; `ends` are the upper ends of
 * the shares, ascending.
 */
export type Weighted<T> = { readonly values: readonly T[]; readonly ends: readonly number[] }

export function weights<T>(shares: readonly (readonly [T, number])[]): Weighted<T> {
  let end = 0
  return { values: shares.map(([value]) => value), ends: shares.map(([, share]) => (end += share)) }
}

/**
 * Random choices for the place with this index. The generator is Mulberry32, which has a 32-bit state, uses only
 * integer arithmetic, and is good enough for invented places. Each place has its own generator, so the thousandth
 * place is the same whether a thousand or a million places are made.
 */
export function randomOf(seed: number, index: number): Random {
  let state = mix(seed ^ mix(index + 1))
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const chance = (probability: number) => next() < probability
  return {
    next,
    int,
    chance,
    pick: (items) => items[int(0, items.length - 1)] as (typeof items)[number],
    weighted: ({ values, ends }) =>
      values[indexBelow(ends, next() * (ends.at(-1) ?? 0))] as (typeof values)[number],
    some: (probabilities) => probabilities.filter(([, share]) => chance(share)).map(([value]) => value)
  }
}

/** Hashes a word to a seed (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

/** The finaliser of MurmurHash3; it makes neighbouring seeds give different sequences. */
function mix(number: number): number {
  let bits = number | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** The index of the first share whose end lies beyond the point. */
function indexBelow(ends: readonly number[], point: number): number {
  let low = 0
  let high = ends.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) > point) high = middle
    else low = middle + 1
  }
  return low
}
