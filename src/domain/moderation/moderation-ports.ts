import type { Doer } from '../acts/act.ts'
import type { Category } from '../contributions/categories.ts'
import type { Contribution } from '../contributions/contribution.ts'
import type { ContributionWriter } from '../contributions/contribution-ports.ts'
import type { ContributionState } from '../contributions/machine.ts'
import type { Reach } from '../permissions.ts'

/** The place that is meant today, which may be the one into which the place of a report was merged. */
export type MeantPlace = {
  readonly id: string
  readonly name: string
  readonly city: string | null
  readonly status: 'active' | 'withdrawn' | 'merged'
  /** Written `department:58`, as the scope of a role is. */
  readonly territories: readonly string[]
}

/** A place that is proposed. Its commune says where it belongs; it has no id until it is accepted. */
type ProposedPlace = Pick<MeantPlace, 'name' | 'city' | 'territories'> & {
  readonly id: null
  readonly status: 'proposed'
}

export type Meant = MeantPlace | ProposedPlace

export type ModerationWriter = ContributionWriter & {
  /** What a contribution is about. */
  about(contribution: string): Promise<Meant | null>
  /** The place that remains of this one. */
  meant(place: string): Promise<MeantPlace | null>
}

export type ModerationActs = {
  /** Runs the work in one transaction, with the journal, the mails and the corrections. */
  run<Result>(work: (writer: ModerationWriter) => Promise<Result>): Promise<Result>
}

/** What is wrong about a place, or that one is missing. */
type QueueKind = Category | 'new_place'

/** Which reports a moderator wants to see, of those that the moderator may see. */
export type QueueFilter = {
  readonly states: readonly ContributionState[]
  readonly kinds: readonly QueueKind[] | undefined
  /** Written `department:58`. */
  readonly territory: string | undefined
  readonly reach: Reach
}

/** A report as a moderator sees it: without the address of its author, which decides nothing. */
export type QueuedReport = Omit<
  Contribution,
  'email' | 'emailKey' | 'clientKey' | 'codeDigest' | 'formId' | 'keyId' | 'partnerReference' | 'tries'
> & {
  readonly meant: Meant
  /** Whether its author can be told what becomes of it. */
  readonly hasAddress: boolean
  /** Whether its author manages the place now; null if it is no proposal or edit of a manager. */
  readonly authorManages: boolean | null
  /** How many of the published edits apply; null if it is not about edits. */
  readonly editsStanding: number | null
  /** Who sent it: an account, a partner site, a person with a confirmed address, or a person without one. */
  readonly from: 'account' | 'partner' | 'confirmed' | 'unconfirmed'
}

export type JournalLine = {
  readonly kind: string
  readonly at: Date
  readonly actorKind: Doer['kind']
  readonly actor: string | null
  readonly reason: string | null
}

export type ModerationReader = {
  /** The first reports of the queue: those about one place stand together. */
  queue(filter: QueueFilter, limit: number): Promise<readonly QueuedReport[]>
  /** How many are in each of these states, whatever states the filter names. */
  counts(
    filter: QueueFilter,
    states: readonly ContributionState[]
  ): Promise<Readonly<Partial<Record<ContributionState, number>>>>
  find(reference: string): Promise<QueuedReport | null>
  /** What was done with a report, in this order. */
  journal(reference: string): Promise<readonly JournalLine[]>
}
