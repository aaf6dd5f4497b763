import type { Attempts } from '../accounts/attempts.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { LatestChange } from '../places/latest-changes.ts'
import type { Filters } from '../search/search-question.ts'
import type { Cadence, Followed, Subscription } from './subscription.ts'

/** Writes within one transaction. */
export type SubscriptionWriter = Attempts & {
  /** The version of the data: the last change has it. */
  version(): Promise<number>
  /** The subscription that was sent with this form. */
  findSent(formId: string): Promise<Subscription | null>
  /** The subscription, which no other transaction changes until this one ends. */
  lock(id: string): Promise<Subscription | null>
  /** The confirmed subscription of an address to something. */
  standing(emailKey: Buffer, followed: Pick<Followed, 'kind' | 'text'>): Promise<Subscription | null>
  /** Whether the address was told something at once since then. */
  isToldSince(emailKey: Buffer, since: Date): Promise<boolean>
  add(subscription: Subscription): Promise<void>
  change(id: string, changes: SubscriptionChanges): Promise<void>
  remove(id: string): Promise<boolean>
  readonly outbox: Outbox
}

type SubscriptionChanges = Partial<Pick<Subscription, 'cadence' | 'state' | 'cursor' | 'toldAt' | 'tries'>>

export type SubscriptionActs = {
  run<Result>(work: (writer: SubscriptionWriter) => Promise<Result>): Promise<Result>
}

export type SubscriptionReader = {
  find(id: string): Promise<Subscription | null>
  /** The confirmed subscriptions of an address, the oldest first. */
  of(emailKey: Buffer): Promise<readonly Subscription[]>
  /**
   * Subscriptions to look at: of each cadence those last looked at before an instant. One with mails at once is left out
   * if nothing has changed since, or if its address got a mail too short a time ago.
   */
  due(before: Readonly<Record<Cadence, Date>>, version: number): Promise<readonly Subscription[]>
  version(): Promise<number>
  /** The account that signs in with this address. */
  accountOf(emailKey: Buffer): Promise<string | null>
  /** Ends the subscriptions of addresses that get no mail any more. Returns their number. */
  endSuppressed(): Promise<number>
}

/** A change, and the accounts that caused it by setting fields. */
export type FollowedChange = LatestChange & { readonly causes: readonly Cause[] }

export type Cause = { readonly field: string; readonly account: string | null }

/** The changes after one version, up to another. */
export type Span = { readonly after: number; readonly upTo: number }

export type ChangesInSpan = {
  /** How many places have changed. */
  readonly places: number
  /** In the order in which they happened; null if there are too many to be told one by one. */
  readonly changes: readonly FollowedChange[] | null
}

export type FollowedReader = {
  /** The changes of a place, or of the places that match filters. */
  changesIn(of: { readonly place: string } | Filters, span: Span): Promise<ChangesInSpan>
}
