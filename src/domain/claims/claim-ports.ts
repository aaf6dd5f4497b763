import type { AccountWriter } from '../accounts/account-ports.ts'
import type { Attempts } from '../accounts/attempts.ts'
import type { Journal } from '../acts/act-ports.ts'
import type { EditWriter } from '../edits/edit-ports.ts'
import type { MeantPlace } from '../moderation/moderation-ports.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Reach } from '../permissions.ts'
import type { Publishing } from '../publishing/publishing.ts'
import type { Claim } from './claim.ts'
import type { Evidence } from './evidence.ts'
import type { ClaimState } from './machine.ts'

/** A person who manages a place. */
type Manager = { readonly account: string; readonly rank: 'owner' | 'editor' }

/** What can be written about claims within one act: all of it, or nothing. */
export type ClaimWriter = Attempts &
  Pick<AccountWriter, 'find' | 'grant' | 'note'> & {
    /** The place that is meant today. */
    meant(place: string): Promise<MeantPlace | null>
    /** Makes other acts on claims of this place wait until this one ends, so that two cannot be granted at once. */
    lockPlace(place: string): Promise<void>
    /** The claim, which no other act changes until this one is over. */
    lockClaim(id: string): Promise<Claim | null>
    findClaim(id: string): Promise<Claim | null>
    /** Claims of an account on a place, and on places that were merged into it, the newest first. */
    claimsOf(place: string, account: string): Promise<readonly Claim[]>
    /** Claims on a place that stand because this account granted them. */
    grantedBy(place: string, account: string): Promise<readonly Claim[]>
    /** Claims on a place, and on places that were merged into it, that are granted or suspended. */
    claimsHeld(place: string): Promise<readonly Claim[]>
    /** Whether the reader of the mail to the place contested this claim. */
    isContestedByPlace(claim: string): Promise<boolean>
    managers(place: string, now: Date): Promise<readonly Manager[]>
    /** What sources have said about the place since before this instant. */
    evidence(place: string, before: Date): Promise<Evidence>
    /** How many places have a site of this domain; it need not count further than `most`. */
    placesOn(domain: string, most: number): Promise<number>
    add(claim: Claim): Promise<void>
    change(id: string, changes: Partial<Omit<Claim, 'id' | 'place' | 'account'>>): Promise<void>
    /** Ends the role by which an account manages a place. Returns how many ended. */
    endManager(place: string, account: string, by: string | null, now: Date): Promise<number>
    /** Reverts edits as a part of this act. To be used before the journal. */
    readonly edits: Publishing<EditWriter>
    readonly journal: Journal
    readonly outbox: Outbox
  }

export type ClaimActs = {
  /** Runs the work in one transaction, with the journal, the mails and what is reverted. */
  run<Result>(work: (writer: ClaimWriter) => Promise<Result>): Promise<Result>
}

/** A claim as those see it who have a part in it. */
export type SeenClaim = Omit<Claim, 'codeDigest'> & {
  readonly meant: MeantPlace
  /** Whether the place has an owner. */
  readonly hasOwner: boolean
  readonly claimant: { readonly name: string | null; readonly email: string | null }
}

/** Which claims a moderator wants to see. */
export type ClaimFilter = {
  readonly states: readonly ClaimState[]
  readonly reach: Reach
  /** Claims on places with a manager only count if they were made before. */
  readonly managerHadUntil: Date
}

/** `total` counts those beyond the limit too. */
type ClaimQueue = { readonly claims: readonly SeenClaim[]; readonly total: number }

export type ClaimReader = {
  find(id: string): Promise<SeenClaim | null>
  /** The claims of an account, the newest first. */
  ofAccount(account: string): Promise<readonly SeenClaim[]>
  /** The claims on a place that are not over. */
  ofPlace(place: string): Promise<readonly SeenClaim[]>
  queue(filter: ClaimFilter, limit: number): Promise<ClaimQueue>
  evidence(place: string, before: Date): Promise<Evidence>
  hasOwner(place: string, now: Date): Promise<boolean>
}
