import { type Comparable, isTwin, wereListedTogether } from '../matching/comparable.ts'
import { type Decision, decide } from '../matching/decide.ts'
import { SAME } from '../matching/weights.ts'

/** The reasons why two places that look alike have not been merged. */
export const APART = [
  'decided',
  'listed_together',
  'contradicted',
  'rival',
  'held_back',
  'unsure',
  'not_compared',
  'unlike'
] as const
export type Apart = (typeof APART)[number]

export const APART_IN_WORDS = {
  decided: 'a person has decided that they differ',
  listed_together: 'one directory lists them as two places',
  contradicted: 'another record of one of them is a different place',
  rival: 'another candidate of the same directory fits nearly as well',
  held_back: 'the evidence is enough, but a rule leaves it to people: another commune, a branch',
  unsure: 'the evidence is not enough',
  not_compared: 'they share no feature that is rare enough to compare them',
  unlike: 'the evidence is against it'
} satisfies Record<Apart, string>

/** The reasons that block a merge although the evidence alone would have joined the places. */
export const BLOCKED: ReadonlySet<Apart> = new Set<Apart>([
  'decided',
  'listed_together',
  'contradicted',
  'rival',
  'held_back'
])

type Records = readonly Comparable[]

/** `decided`: whether a person has decided about a record of each; `stored`: whether a pair of them is stored. */
type Known = { readonly decided: boolean; readonly stored: boolean }

/** The first reason that applies to the records of two places. */
export function whyApart(left: Records, right: Records, { decided, stored }: Known): Apart {
  if (decided) return 'decided'
  const pairs = left.flatMap((one) => right.map((other) => ({ one, other, ...decide(one, other) })))
  const best = pairs.reduce<Decision | null>(
    (top, pair) => (top && top.score >= pair.score ? top : pair),
    null
  )
  if (best === null || pairs.every(({ verdict }) => verdict === 'different' || verdict === 'unasked'))
    return 'unlike'
  if (best.score < SAME) return stored ? 'unsure' : 'not_compared'
  if (pairs.some(({ one, other }) => wereListedTogether(one, other) && !isTwin(one, other)))
    return 'listed_together'
  if (!stored) return 'not_compared'
  if (pairs.every(({ verdict }) => verdict !== 'same')) return 'held_back'
  return pairs.some(({ verdict }) => verdict === 'different') ? 'contradicted' : 'rival'
}
