import type { ClaimState } from './machine.ts'
import { CONTEST_MS } from './periods.ts'

/** What proves that a person manages a place. `siret` and `letter` are for later: no claim has them yet. */
export const CLAIM_PROOFS = ['contact_code', 'domain', 'siret', 'invitation', 'letter', 'vouched'] as const
export type ClaimProof = (typeof CLAIM_PROOFS)[number]

/** The longest message to moderators, and the longest reason of a decision. */
export const TEXT_MOST = 2_000

/** A person says that they manage a place. */
export type Claim = {
  readonly id: string
  /** The place that was claimed, which may have been merged into another since. */
  readonly place: string
  readonly account: string
  readonly proof: ClaimProof
  readonly state: ClaimState
  readonly codeDigest: Buffer | null
  /** Where the code went, as it may be shown. */
  readonly sentToHint: string | null
  readonly tries: number
  readonly message: string | null
  readonly reason: string | null
  /** Null if the program decided, by the proof. */
  readonly decidedBy: string | null
  readonly createdAt: Date
  readonly provedAt: Date | null
  readonly decidedAt: Date | null
}

/** An owner invites editors; all other proofs make owners. */
export const rankOf = ({ proof }: Pick<Claim, 'proof'>): 'owner' | 'editor' =>
  proof === 'invitation' ? 'editor' : 'owner'

/**
 * Whether the reader of the mail to the place can still say that this was not them. Once a person has decided, it is no
 * longer the program's decision that is contested.
 */
export const isContestable = (
  { state, decidedBy, decidedAt }: Pick<Claim, 'state' | 'decidedBy' | 'decidedAt'>,
  now: Date
): boolean =>
  state === 'granted' &&
  decidedBy === null &&
  decidedAt !== null &&
  now.getTime() < decidedAt.getTime() + CONTEST_MS
