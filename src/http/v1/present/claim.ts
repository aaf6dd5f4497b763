import { rankOf } from '../../../domain/claims/claim.ts'
import { hintOf } from '../../../domain/claims/evidence.ts'
import { MOST_TRIES } from '../../../domain/claims/periods.ts'
import type { ActableClaim } from '../../../domain/claims/see-claims.ts'

/** The address of the claimant is only hinted at: a manager knows a colleague by it. */
export const presentClaim = ({ claim, allowed }: ActableClaim) => ({
  id: claim.id,
  place: { id: claim.meant.id, name: claim.meant.name, city: claim.meant.city },
  proof: claim.proof,
  rank: rankOf(claim),
  state: claim.state,
  sent_to: claim.sentToHint,
  tries_left: claim.state === 'proving' ? MOST_TRIES - claim.tries : null,
  claimant: {
    name: claim.claimant.name,
    address: claim.claimant.email === null ? null : hintOf(claim.claimant.email)
  },
  message: claim.message,
  reason: claim.reason,
  has_owner: claim.hasOwner,
  by_program: claim.decidedAt !== null && claim.decidedBy === null,
  created_at: iso(claim.createdAt),
  proved_at: iso(claim.provedAt),
  decided_at: iso(claim.decidedAt),
  allowed
})

const iso = (instant: Date | null): string | null => instant && new Date(instant).toISOString()
