import { LIKELY } from './likely.ts'
import type { Rule } from './rule.ts'
import { SURE } from './sure.ts'

/** The first rule that infers a code gives its reason, so the order matters. */
export const RULES: readonly Rule[] = [
  ...SURE.map((rule) => ({ ...rule, sure: true, confidence: 1 })),
  ...LIKELY.map((rule) => ({ ...rule, sure: false }))
]
