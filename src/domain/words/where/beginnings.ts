import type { Named } from './named.ts'

/** A territory in the list sorted by name: its rank among all territories, and the key of its name (`said`). */
export type Beginning = { readonly each: Named; readonly rank: number; readonly said: string }

/**
 * The beginnings of keys that match what was typed. "saint" is "st" in keys: "st" means the whole word, and not
 * Strasbourg; "sain" may become "saint", so it also matches "st" and "ste".
 */
export function beginningsOf(key: string): readonly string[] {
  if (key === 'st' || key === 'ste') return [`${key} `]
  return key.length > 1 && 'saint'.startsWith(key) ? [key, 'st ', 'ste '] : [key]
}

/**
 * The highest-ranked territories whose names begin with one of `sought`, at most `most`. `sorted` is ordered by name,
 * so names with the same beginning are adjacent. Scanning all names took half a millisecond.
 */
export function firstOf(
  sorted: readonly Beginning[],
  sought: readonly string[],
  most: number
): readonly Named[] {
  const found: Beginning[] = []
  for (const begun of sought) {
    for (let at = firstFrom(sorted, begun); sorted[at]?.said.startsWith(begun); at++) {
      const next = sorted[at]
      const last = found[most - 1]
      if (!next || (last && next.rank > last.rank)) continue
      found.splice(found.findLastIndex(({ rank }) => rank < next.rank) + 1, 0, next)
      if (found.length > most) found.pop()
    }
  }
  return found.map(({ each }) => each)
}

function firstFrom(sorted: readonly Beginning[], sought: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.said ?? '') < sought) low = middle + 1
    else high = middle
  }
  return low
}
