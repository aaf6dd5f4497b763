import { RULES } from './implications.ts'
import type { OfferParameter } from './rule.ts'

/**
 * The probability that a place offers a code that is in its `codes_likely` but not in its `codes`: the mean
 * confidence of the rules that infer the code, 0 if there is none. The rules of one code differ by at most
 * 0.25, which is too little to store a value with each place.
 */
export function confidenceOf(parameter: OfferParameter, code: string): number {
  const rules = RULES.filter(({ sure, implies }) => !sure && implies[parameter]?.includes(code))
  return rules.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, rules.length)
}
