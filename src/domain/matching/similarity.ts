import { LOST, onlyFit } from '../vocabularies/lost-letters.ts'
import { normaliseLabel } from '../vocabularies/read-label.ts'
import { LOST_LETTER } from './words.ts'

/**
 * Whether the words are equal except for one typing error: a letter added, missing or replaced, or two letters
 * swapped.
 */
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

/** Minimum length of words that may differ by a typing error. Shorter words that differ by a letter are different. */
const LONG_ENOUGH = 5

const SLIP = 0.9

const likeness = (left: string, right: string): number => {
  if (left === right) return 1
  if (left.includes(LOST_LETTER) || right.includes(LOST_LETTER)) return isDamaged(left, right) ? SLIP : 0
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (short.length >= LONG_ENOUGH && isSlip(short, long)) return SLIP
  return isInitial(short, long) || isPlural(short, long) ? SLIP : 0
}

/** Whether the words are equal except for lost letters in one of them. */
const isDamaged = (left: string, right: string): boolean =>
  [
    [left, right],
    [right, left]
  ].some(
    ([damaged = '', whole = '']) =>
      onlyFit(damaged.replaceAll(LOST_LETTER, LOST), normaliseLabel, [[whole, whole]]) !== undefined
  )

/** Whether one word is the initial of the other: "J. Prévert" and "Jacques Prévert". */
const isInitial = (short: string, long: string): boolean =>
  short.length === 1 && short >= 'a' && long.length > 2 && long.startsWith(short)

const isPlural = (short: string, long: string): boolean =>
  short.length >= 3 && long.length === short.length + 1 && /[sx]$/.test(long) && long.startsWith(short)

type Weigh = (word: string) => number

/**
 * The similarity of two lists of distinct words in any order, each word weighted by `weigh`. It is the mean of two
 * shares: how much of the one list and how much of the other list is in common. So half of it measures containment,
 * and half completeness.
 */
export function overlap(one: readonly string[], other: readonly string[], weigh: Weigh): number {
  const [left, right] = [shortened(one, other), shortened(other, one)]
  const [whole, rest] = [total(left, weigh), total(right, weigh)]
  if (whole === 0 || rest === 0) return 0
  const same = left.filter((word) => right.includes(word))
  const common = total(same, weigh) + likeWords(without(left, same), without(right, same), weigh)
  return (common / whole + common / rest) / 2
}

const total = (words: readonly string[], weigh: Weigh): number =>
  words.reduce((sum, word) => sum + weigh(word), 0)

const without = (words: readonly string[], gone: readonly string[]): readonly string[] =>
  words.filter((word) => !gone.includes(word))

/** Pairs each word with at most one of the others, the heaviest first, so that the result is symmetric. */
function likeWords(left: readonly string[], right: readonly string[], weigh: Weigh): number {
  const pairs = left.flatMap((one) =>
    right.flatMap((other) => {
      const like = likeness(one, other)
      return like === 0 ? [] : [{ one, other, common: like * Math.min(weigh(one), weigh(other)) }]
    })
  )
  const taken = new Set<string>()
  let sum = 0
  for (const { one, other, common } of pairs.toSorted((a, b) => b.common - a.common)) {
    if (taken.has(one) || taken.has(other)) continue
    taken.add(one).add(other)
    sum += common
  }
  return sum
}

/**
 * Replaces words by an acronym in the other list: "Association pour la formation professionnelle des adultes"
 * and "AFPA", "Jean-Paul" and "J.-P.".
 */
function shortened(words: readonly string[], beside: readonly string[]): readonly string[] {
  if (words.length < 2) return words
  const initials = words.map((word) => word[0]).join('')
  const acronym = beside.find((word) => isAcronym(word) && !words.includes(word) && initials.includes(word))
  if (acronym === undefined) return words
  const from = initials.indexOf(acronym)
  return [...words.slice(0, from), acronym, ...words.slice(from + acronym.length)]
}

/** Whether a word may be an acronym. "St" is not one; it means saint. */
const isAcronym = (word: string): boolean => /^[a-z]{2,6}$/.test(word) && word !== 'st'
