import type { Contribution } from './contribution.ts'

/**
 * What texts call a contribution: a `report`; a `new_place`; what the manager of a place proposes (`proposal`); or the first
 * edits of a new manager, which are published and then reviewed (`review`).
 */
export type Nature = 'report' | 'new_place' | 'proposal' | 'review'

export function natureOf({ kind, proposal }: Pick<Contribution, 'kind' | 'proposal'>): Nature {
  if (kind === 'new_place') return 'new_place'
  if (kind !== 'edit') return 'report'
  return proposal?.edits ? 'review' : 'proposal'
}
