import type { Journal } from '../acts/act-ports.ts'
import type { CorrectionWriter } from '../corrections/correction-ports.ts'
import type { Language } from '../language.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PlaceWriter, Publishing } from '../publishing/publishing.ts'
import type { Contribution } from './contribution.ts'

/** Writes the records that proposals became. */
export type ContributedWriter = PlaceWriter & {
  /** Withdraws the record of a proposal. Returns the ids of the places to compose again. */
  withdrawRecord(reference: string): Promise<readonly string[]>
}

/** What can be written about contributions within one act: all of it, or nothing. */
export type ContributionWriter = {
  /** The contribution with this reference, which no other act changes until this one is over. */
  find(reference: string): Promise<Contribution | null>
  /** The contribution that was sent with this form, or under this name of a partner site. */
  findSent(sent: Sent): Promise<Contribution | null>
  /** Contributions since an instant from one client or one address. */
  countSince(
    from: { readonly clientKey: Buffer } | { readonly emailKey: Buffer },
    since: Date
  ): Promise<number>
  /** False if another one was sent with the same form, or under the same name, at the same time. */
  add(contribution: Contribution): Promise<boolean>
  change(id: string, changes: Partial<Omit<Contribution, 'id' | 'reference'>>): Promise<void>
  /** Where its author can be told something; null if there is no address, or the account is closed. */
  addressOf(
    report: Pick<Contribution, 'email' | 'accountId' | 'language'>
  ): Promise<{ readonly email: string; readonly language: Language } | null>
  /** The ids of the corrections that were made for a contribution. */
  correctionsFor(contribution: string): Promise<readonly number[]>
  /** Corrects places as a part of this act. To be used before the journal. */
  readonly corrections: Publishing<CorrectionWriter>
  /** Withdraws proposed places as a part of this act. To be used before the journal. */
  readonly contributed: Publishing<ContributedWriter>
  readonly journal: Journal
  readonly outbox: Outbox
}

type Sent = Pick<Contribution, 'formId' | 'keyId' | 'partnerReference'>

export type ContributionActs = {
  /** Runs the work in one transaction, with the journal and the mails. */
  run<Result>(work: (writer: ContributionWriter) => Promise<Result>): Promise<Result>
}

export type ContributionReader = {
  find(reference: string): Promise<Contribution | null>
  /** Since when the person whom this contribution names is hidden; null if none is. */
  hiddenSince(contribution: string): Promise<Date | null>
  /** What an account has sent, the newest first. */
  ofAccount(account: string): Promise<readonly Own[]>
  /** Reports that a place no longer exists, confirmed and not rejected, also of places merged into it. */
  closingReports(place: string): Promise<readonly ClosingReport[]>
  /** The same reports about every place that has any, by the id of the place. */
  allClosingReports(): Promise<ReadonlyMap<string, readonly ClosingReport[]>>
}

/** What an account has sent, with the name and town of the place that it is about or proposes. */
type Own = Contribution & {
  readonly about: { readonly name: string; readonly city: string | null } | null
}

export type ClosingReport = Pick<Contribution, 'emailKey' | 'clientKey' | 'accountId'> & {
  readonly confirmedAt: Date
  /** Whether its author manages the place, or a moderator has accepted it. */
  readonly isSure: boolean
}
