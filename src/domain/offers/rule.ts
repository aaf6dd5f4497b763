import type { CodeParameter } from '../vocabularies/term.ts'

/** What rules conclude to: what a place offers, for whom, at what price and how one comes in. */
export type OfferParameter = Extract<CodeParameter, 'service' | 'audience' | 'fee' | 'access'>

/**
 * From what a place is, what it offers although no record says so.
 * `type` and `label` are codes that its records carry; a type that its name says counts as well (`kinds-by-name.ts`).
 */
export type Rule = {
  readonly from: { readonly types: readonly string[] } | { readonly labels: readonly string[] }
  readonly implies: { readonly [parameter in OfferParameter]?: readonly string[] }
  /** Shown and filtered by. A rule that is not sure only weighs in the ranking. */
  readonly sure: boolean
  /** Share of such places that offer it, from 0 to 1. */
  readonly confidence: number
  readonly reason: string
  /** Law, charter or figures that the reason rests on. */
  readonly source: string
}
