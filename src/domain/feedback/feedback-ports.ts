import type { Email } from '../accounts/email.ts'
import type { Language } from '../language.ts'
import type { NamedPlace } from '../mail/naming.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { SourceRecord } from '../places/source-record.ts'

/** A source whose owner wants to hear what was put right on its records. */
export type SourceToTell = {
  readonly slug: string
  readonly name: string
  readonly email: Email
  readonly language: Language
  /** What was put right until then has been mailed. */
  readonly until: Date
}

/** A place that a source lists. */
export type ListedPlace = NamedPlace & { readonly id: string }

/** A value that was set here and stands. */
export type StandingValue = {
  readonly place: ListedPlace
  readonly field: string
  readonly value: unknown
  readonly at: Date
}

/** Why a report was accepted although nothing in our record could be put right. */
export const TO_SOURCES = ['closed', 'merged', 'passed-on'] as const

/** A report that only the source can act on. */
export type ReportForSource = {
  readonly place: ListedPlace
  readonly outcome: (typeof TO_SOURCES)[number]
  /** What the report says; null unless a moderator passed it on. */
  readonly text: string | null
}

/** A period, without its beginning and with its end. */
export type Period = { readonly after: Date; readonly until: Date }

export type FeedbackReader = {
  /** Sources to whose owners nothing was mailed about the time before `until`. */
  due(until: Date): Promise<readonly SourceToTell[]>
  /** By place. */
  valuesSet(source: string, period: Period): Promise<readonly StandingValue[]>
  reportsFor(source: string, period: Period): Promise<readonly ReportForSource[]>
  recordsOf(place: string): Promise<readonly SourceRecord[]>
}

export type FeedbackActs = {
  /** Runs the work in one transaction, with the mails. */
  run<Result>(
    work: (writer: {
      readonly outbox: Outbox
      /** False if another process has mailed about this time, or the address has changed. */
      tellUntil(source: SourceToTell, until: Date): Promise<boolean>
    }) => Promise<Result>
  ): Promise<Result>
}
