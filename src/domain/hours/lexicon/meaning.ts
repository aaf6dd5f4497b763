import type { DayRank } from '../reading.ts'

/** The meaning of a word or a fixed group of words. */
export type Meaning =
  | { readonly is: 'day'; readonly days: readonly DayRank[]; readonly working?: true }
  | { readonly is: 'month'; readonly month: number }
  | { readonly is: 'half'; readonly half: 'am' | 'pm' }
  | { readonly is: 'clock'; readonly minutes: number }
  | { readonly is: 'ordinal'; readonly rank: number }
  | { readonly is: 'weeks'; readonly parity: 'even' | 'odd' }
  | { readonly is: 'appointment'; readonly words: string }
  | { readonly is: 'count'; readonly value: number }
  /** A feast that is one day of the year if its weekday stands before it: "lundi de Pâques". */
  | { readonly is: 'feast'; readonly name: string }
  | { readonly is: Plain }

/** Meanings without a value. */
type Plain =
  | 'to'
  | 'from'
  | 'between'
  | 'and'
  | 'or'
  | 'article'
  | 'every'
  | 'closed'
  | 'walk-in'
  | 'except'
  | 'of-month'
  | 'per'
  | 'on'
  | 'during'
  | 'only'
  | 'neutral'
  | 'month-word'
  | 'always'
  | 'doubt'
  | 'school'
  | 'term'
  | 'public-holidays'
  | 'no-exception'
  | 'since'
  | 'note'
  | 'otherwise'
  | 'same'
  | 'last-entry'
  | 'before-closing'
  | 'lunch'
  | 'other-days'
  | 'other'
  | 'by-phone'
  | 'in-person'
  | 'exceptional'

/** A folded group of words and its meaning; apostrophes, dashes and slashes in it are written as spaces. */
export type Entry = readonly [string, Meaning]

export const plain = (is: Plain, ...phrases: readonly string[]) =>
  phrases.map((phrase) => [phrase, { is }] as const)
export const days = (ranks: readonly DayRank[], ...phrases: readonly string[]) =>
  phrases.map((phrase) => [phrase, { is: 'day', days: ranks }] as const)
export const month = (rank: number, ...phrases: readonly string[]) =>
  phrases.map((phrase) => [phrase, { is: 'month', month: rank }] as const)
export const appointment = (words: string, ...phrases: readonly string[]) =>
  phrases.map((phrase) => [phrase, { is: 'appointment', words }] as const)
export const rank = (n: number, ...phrases: readonly string[]) =>
  phrases.map((phrase) => [phrase, { is: 'ordinal', rank: n }] as const)
