import type { Point } from '../geo/geo.ts'
import type { CodeParameter } from '../vocabularies/term.ts'

/**
 * One thing that was asked for, in all the words that places may say it in. A list's members are words or phrases
 * without accents; a place that says any of them says the thing.
 */
export type Group = {
  /** The words as they were typed, without accents and case. */
  readonly typed: string
  /** How many words that is. */
  readonly length: number
  /** Saying just what was typed, or what it was a typing error for. */
  readonly exact: readonly string[]
  /** Other words for the same. */
  readonly same: readonly string[]
  /** What may have been meant: other corrections, other endings. */
  readonly near: readonly string[]
  /** What it stands for in the vocabularies: a place that carries one of these says it best. */
  readonly codes: readonly Meant[]
  /** Whether a place must say it; else it counts in its favour. */
  readonly required: boolean
  /** How much it counts: the rarer the more, 0 to 1. */
  readonly weight: number
}

/** Where is said among the words: "fablab lyon", "mediatheque 14400", "epn calvados". */
export type Where = {
  readonly typed: string
  /** The words that a place says it in: as typed, and without the typing error. */
  readonly says: readonly string[]
  readonly kind: 'commune' | 'department' | 'region'
  readonly code: string
  readonly name: string
  /** Null for what is an area and no spot. */
  readonly centre: Point | null
}

/** How the words of a question were read. */
export type Reading =
  /** A typing error, or a word that ends here: what was looked for beside or instead. */
  | {
      readonly as: 'correction'
      readonly typed: string
      readonly words: readonly string[]
      readonly undo: string
    }
  /** A word that stands for codes of the vocabularies. */
  | {
      readonly as: 'meaning'
      readonly typed: string
      readonly codes: readonly Meant[]
      readonly undo: string
    }
  /** A word that says nothing to look for: "je cherche". */
  | { readonly as: 'ignored'; readonly typed: string; readonly undo: string }

export type Meant = { readonly parameter: CodeParameter; readonly code: string }

/** What a text of words asks for. */
export type Words = {
  readonly groups: readonly Group[]
  readonly where: (Where & { readonly undo: string }) | null
  readonly readings: readonly Reading[]
  /** All of it without accents and case: a place of that very name comes first. */
  readonly whole: string
}
