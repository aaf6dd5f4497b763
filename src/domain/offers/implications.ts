import { LIKELY } from './likely.ts'
import type { Rule } from './rule.ts'
import { SURE } from './sure.ts'

/** In the order in which the reason of a code is looked for: the first rule that gives it is the one that is told. */
export const RULES: readonly Rule[] = [
  ...SURE.map((rule) => ({ ...rule, sure: true, confidence: 1 })),
  ...LIKELY.map((rule) => ({ ...rule, sure: false }))
]
