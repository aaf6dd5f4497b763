import type { CodeParameter } from '../vocabularies/term.ts'

/** What rules conclude to: what a place offers, for whom, at what price and how one comes in. */
export type OfferParameter = Extract<CodeParameter, 'service' | 'audience' | 'fee' | 'access'>

/**
 * From what a place is, what it offers although no record says so.
 * `types` and `labels` are codes that its records carry; a type that its name says counts as well (`kinds-by-name.ts`).
 */
export type Rule = {
  readonly from: { readonly types: readonly string[] } | { readonly labels: readonly string[] }
  readonly implies: { readonly [parameter in OfferParameter]?: readonly string[] }
  /** Shown and filtered by. A rule that is not sure only weighs in the ranking. */
  readonly sure: boolean
  /** Share of such places that offer it, from 0 to 1. */
  readonly confidence: number
  readonly reason: string
  /** Law, charter or convention that the reason rests on; null where it is what places say alone. */
  readonly source: string | null
  /**
   * Of such places whose records say something in the field, how many say this, and how many times as often as all
   * places do: what `scripts/measure-offers.ts` told of 19 201 real places in November 2026.
   */
  readonly figures: string
}
