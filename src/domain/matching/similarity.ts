/** Equal but for one slip of the pen: a letter more, less, other, or two exchanged. */
export function isSlip(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (long.length - short.length > 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start++
  let end = 0
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++
  const [fewer, more] = [short.length - start - end, long.length - start - end]
  if (more <= 1) return true
  return fewer === 2 && more === 2 && short[start] === long[start + 1] && short[start + 1] === long[start]
}

/** Shorter words that differ by a letter are other words. */
const LONG_ENOUGH = 5

const SLIP = 0.9

const likeness = (left: string, right: string): number => {
  if (left === right) return 1
  return Math.min(left.length, right.length) >= LONG_ENOUGH && isSlip(left, right) ? SLIP : 0
}

type Weigh = (word: string) => number

/**
 * How much of two lists of words is common to both, in whatever order, each word weighing what `weigh` says: the
 * mean of how much of the one and of the other. Half of that is for being contained, half for leaving nothing out.
 */
export function overlap(one: readonly string[], other: readonly string[], weigh: Weigh): number {
  const [left, right] = [shortened(one, other), shortened(other, one)]
  const [whole, rest] = [total(left, weigh), total(right, weigh)]
  if (whole === 0 || rest === 0) return 0
  const free = new Set(right)
  let common = 0
  for (const word of left) {
    const best = bestOf(word, free)
    if (best === null) continue
    free.delete(best)
    common += likeness(word, best) * Math.min(weigh(word), weigh(best))
  }
  return (common / whole + common / rest) / 2
}

const total = (words: readonly string[], weigh: Weigh): number =>
  words.reduce((sum, word) => sum + weigh(word), 0)

function bestOf(word: string, free: ReadonlySet<string>): string | null {
  if (free.has(word)) return word
  for (const other of free) if (likeness(word, other) > 0) return other
  return null
}

/** "Association pour la formation professionnelle des adultes" beside "AFPA" is that one word. */
function shortened(words: readonly string[], beside: readonly string[]): readonly string[] {
  if (words.length < 3) return words
  const initials = words.map((word) => word[0]).join('')
  const acronym = beside.find(
    (word) => word.length >= 3 && word.length <= 6 && !words.includes(word) && initials.includes(word)
  )
  if (acronym === undefined) return words
  const from = initials.indexOf(acronym)
  return [...words.slice(0, from), acronym, ...words.slice(from + acronym.length)]
}
