import type { Meaning } from './meaning-index.ts'
import type { Combined, Placed } from './where/combine.ts'

/** Some words of a question that belong together. */
export type Found = {
  /** Index of its first token, and the number of tokens. */
  readonly at: number
  readonly length: number
  /** As typed. */
  readonly words: readonly string[]
  /** The words as corrected, if that was needed to understand them. */
  readonly mended: readonly string[]
  readonly last: boolean
  readonly literal: boolean
  readonly meaning?: Meaning
  /** Whether these words belong to the name of a street. */
  readonly street?: boolean
}

export type Place = Omit<Combined<Placed>, 'lead' | 'used'> & {
  readonly lead: Found
  /** The name of a street in the question, if there is one. */
  readonly address: Found | null
  /** All phrases that name the place. */
  readonly used: readonly Found[]
}

export type Phrases = { readonly found: readonly Found[]; readonly place: Place | null }
