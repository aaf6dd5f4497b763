import type { Meaning } from './meaning-index.ts'
import type { Combined, Placed } from './where/combine.ts'

/** Some words of a question that belong together. */
export type Found = {
  /** Of its first token, and how many tokens it takes. */
  readonly at: number
  readonly length: number
  /** As typed. */
  readonly words: readonly string[]
  /** Without typing errors, where that made the difference. */
  readonly mended: readonly string[]
  readonly last: boolean
  readonly literal: boolean
  readonly meaning?: Meaning
  /** Whether it is of the name of a street. */
  readonly street?: boolean
}

export type Place = Omit<Combined<Placed>, 'lead' | 'used'> & {
  readonly lead: Found
  /** A street beside it. */
  readonly address: Found | null
  /** Of all the words that name it. */
  readonly used: readonly Found[]
}

export type Phrases = { readonly found: readonly Found[]; readonly place: Place | null }
