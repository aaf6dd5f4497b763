import type { CodeParameter } from '../vocabularies/term.ts'

/** The fields that rules infer: services, audiences, fees and ways of access. */
export type OfferParameter = Extract<CodeParameter, 'service' | 'audience' | 'fee' | 'access'>

/**
 * A rule that infers what a place offers from what it is, if no record says so. `types` and `labels` are
 * codes from its records; a type implied by its name counts as well (`kinds-by-name.ts`).
 */
export type Rule = {
  readonly from: { readonly types: readonly string[] } | { readonly labels: readonly string[] }
  readonly implies: { readonly [parameter in OfferParameter]?: readonly string[] }
  /** Whether the inferred codes are shown and can be filtered by; otherwise they only count in the ranking. */
  readonly sure: boolean
  /** The share of the places of this kind that offer the inferred codes, from 0 to 1. */
  readonly confidence: number
  readonly reason: string
  /** The law, charter or agreement on which the reason is based; null if it is based on data only. */
  readonly source: string | null
  /**
   * The share of the places of this kind with a value in the field that have the inferred code, and how many times as
   * often they have it as all places (×). Measured by `scripts/measure-offers.ts` on 19 201 real places in November
   * 2026.
   */
  readonly figures: string
}
