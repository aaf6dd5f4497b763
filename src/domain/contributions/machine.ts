import { wrongState } from '../errors.ts'

export const CONTRIBUTION_STATES = [
  'unconfirmed',
  'open',
  'in_hand',
  'asked',
  'accepted',
  'rejected',
  'duplicate',
  'withdrawn',
  'lapsed'
] as const
export type ContributionState = (typeof CONTRIBUTION_STATES)[number]

export type ContributionAct =
  | 'confirm'
  | 'withdraw'
  | 'answer'
  | 'take'
  | 'release'
  | 'ask'
  | 'accept'
  | 'reject'
  | 'close-as-duplicate'
  | 'reopen'
  | 'lapse'

/** Its author, a moderator, or the program by the passing of time. */
type Part = 'author' | 'moderator' | 'system'

type Rule = {
  readonly from: readonly ContributionState[]
  readonly act: ContributionAct
  readonly by: Part
  readonly to: ContributionState
}

const WAITING = ['open', 'in_hand', 'asked'] as const

/** Everything that can happen to a contribution. What is not in this table does not happen. */
export const RULES: readonly Rule[] = [
  { from: ['unconfirmed'], act: 'confirm', by: 'author', to: 'open' },
  { from: ['unconfirmed'], act: 'lapse', by: 'system', to: 'lapsed' },
  // Nothing is left to decide: the published edits are undone, or the manager who proposed was removed.
  { from: WAITING, act: 'lapse', by: 'system', to: 'lapsed' },
  { from: ['unconfirmed', ...WAITING], act: 'withdraw', by: 'author', to: 'withdrawn' },
  { from: ['asked'], act: 'answer', by: 'author', to: 'in_hand' },
  { from: ['open'], act: 'take', by: 'moderator', to: 'in_hand' },
  { from: ['in_hand'], act: 'release', by: 'moderator', to: 'open' },
  { from: ['open', 'in_hand'], act: 'ask', by: 'moderator', to: 'asked' },
  { from: WAITING, act: 'accept', by: 'moderator', to: 'accepted' },
  { from: WAITING, act: 'reject', by: 'moderator', to: 'rejected' },
  { from: WAITING, act: 'close-as-duplicate', by: 'moderator', to: 'duplicate' },
  { from: ['accepted', 'rejected', 'duplicate'], act: 'reopen', by: 'moderator', to: 'in_hand' }
]

/** The state after an act. Throws `wrongState`, with what is possible now, if the act is not. */
export function step(state: ContributionState, act: ContributionAct, by: Part): ContributionState {
  const rule = RULES.find((each) => each.act === act && each.by === by && each.from.includes(state))
  if (rule === undefined) throw wrongState(act, state, actsIn(state, by))
  return rule.to
}

/** The acts that are possible in a state. */
export const actsIn = (state: ContributionState, by: Part): readonly ContributionAct[] =>
  RULES.flatMap((rule) => (rule.by === by && rule.from.includes(state) ? rule.act : []))
