import { RULES } from './implications.ts'
import type { OfferParameter } from './rule.ts'

/**
 * How likely a place offers a code that is in its `codes_likely` and not in its `codes`: the mean of the rules that conclude
 * to it, 0 for a code that none does. Rules of one code differ by .25 at
 * most, too little to be stored with each place.
 */
export function confidenceOf(parameter: OfferParameter, code: string): number {
  const rules = RULES.filter(({ sure, implies }) => !sure && implies[parameter]?.includes(code))
  return rules.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, rules.length)
}
