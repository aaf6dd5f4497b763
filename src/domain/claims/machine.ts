import { wrongState } from '../errors.ts'

export const CLAIM_STATES = [
  'asked',
  'proving',
  'granted',
  'refused',
  'lapsed',
  'contested',
  'revoked',
  'ended'
] as const
export type ClaimState = (typeof CLAIM_STATES)[number]

export type ClaimAct =
  | 'send-code'
  | 'wait'
  | 'prove'
  | 'grant'
  | 'refuse'
  | 'abandon'
  | 'lapse'
  | 'contest'
  | 'revoke'
  | 'end'

/**
 * `claimant`: the person who claims. `manager`: an owner of the place. `contester`: the reader of the mail that went to the
 * place. `system`: the program, by a proof or by the passing of time.
 */
export type Part = 'claimant' | 'manager' | 'moderator' | 'contester' | 'system'

type Rule = {
  readonly from: readonly ClaimState[]
  readonly act: ClaimAct
  readonly by: Part
  readonly to: ClaimState
}

const UNDECIDED = ['asked', 'proving'] as const

/** Everything that can happen to a claim. What is not in this table does not happen. */
const RULES: readonly Rule[] = [
  { from: ['asked'], act: 'send-code', by: 'system', to: 'proving' },
  { from: ['proving'], act: 'prove', by: 'claimant', to: 'granted' },
  // The proof was given, but the place has a manager: the program never decides against one.
  { from: ['proving'], act: 'wait', by: 'system', to: 'asked' },
  { from: ['asked'], act: 'grant', by: 'system', to: 'granted' },
  { from: ['asked'], act: 'grant', by: 'manager', to: 'granted' },
  { from: ['asked', 'contested'], act: 'grant', by: 'moderator', to: 'granted' },
  { from: ['asked'], act: 'refuse', by: 'manager', to: 'refused' },
  { from: UNDECIDED, act: 'refuse', by: 'moderator', to: 'refused' },
  { from: UNDECIDED, act: 'abandon', by: 'claimant', to: 'lapsed' },
  { from: UNDECIDED, act: 'lapse', by: 'system', to: 'lapsed' },
  { from: ['granted'], act: 'contest', by: 'contester', to: 'contested' },
  { from: ['granted'], act: 'contest', by: 'moderator', to: 'contested' },
  { from: ['contested'], act: 'revoke', by: 'moderator', to: 'revoked' },
  // All that the managers of a place did is reverted at once, by the reason of a moderator.
  { from: ['granted', 'contested'], act: 'revoke', by: 'system', to: 'revoked' },
  { from: ['granted'], act: 'end', by: 'claimant', to: 'ended' },
  // The role ended in another way, and the person claims again.
  { from: ['granted'], act: 'end', by: 'system', to: 'ended' },
  { from: ['granted'], act: 'end', by: 'manager', to: 'ended' }
]

/** The state after an act by a person who has these parts. Throws `wrongState`, with what they can do now. */
export function step(state: ClaimState, act: ClaimAct, parts: readonly Part[]): ClaimState {
  const rule = RULES.find((each) => each.act === act && parts.includes(each.by) && each.from.includes(state))
  if (rule === undefined) throw wrongState(act, state, actsIn(state, parts))
  return rule.to
}

/** The acts that are possible in a state. */
export const actsIn = (state: ClaimState, parts: readonly Part[]): readonly ClaimAct[] => [
  ...new Set(RULES.flatMap((rule) => (parts.includes(rule.by) && rule.from.includes(state) ? rule.act : [])))
]
