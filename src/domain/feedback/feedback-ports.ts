import type { Email } from '../accounts/email.ts'
import type { Category } from '../contributions/categories.ts'
import type { Matcher } from '../erasure/matcher.ts'
import type { Language } from '../language.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PlaceContent } from '../places/place.ts'

/** Where the owner of a source gets the corrections of its records. */
export type Feedback = {
  readonly source: string
  /** As people read it. */
  readonly name: string
  readonly email: Email
  readonly language: Language
  /** What was accepted before is not mailed. */
  readonly since: Date
  /** When something was mailed last, or there was nothing to mail. */
  readonly lookedAt: Date
}

/** In which role a value was set: the mail names no contributor. */
export type Setter = 'manager' | 'moderator' | 'report' | 'operator'

/** A contribution that was accepted, and what the source says of its place. */
export type Accepted = {
  /** Its key among all that is mailed to sources. */
  readonly item: string
  /** `merged`: the place stood here twice. `passed-on`: moderators left it to the source to correct it. */
  readonly kind: 'corrected' | 'closed' | 'merged' | 'passed-on'
  /** The corrected field; null if it is not a correction. */
  readonly field: string | null
  /** What the report was about; null if it is a correction. */
  readonly category: Category | null
  readonly value: unknown
  /** What all sources said together when it was corrected. */
  readonly replaced: unknown
  readonly at: Date
  readonly by: Setter
  /** The place that shows it now, the name that it has, and its town. */
  readonly place: string
  readonly name: string
  readonly city: string | null
  /** The records of the source that describe the place. */
  readonly records: readonly { readonly id: string; readonly content: PlaceContent }[]
  /** Names of persons in the records of all sources of the place, also those that are not published. */
  readonly persons: readonly string[]
}

/** Writes within one transaction. */
export type FeedbackWriter = {
  /** The row of a source, which no other transaction changes until this one ends. */
  lock(source: string): Promise<Feedback | null>
  /** Whether the address gets no mail any more. */
  isSuppressed(email: Email): Promise<boolean>
  /** What was accepted about records of a source and was not dealt with, the oldest first. */
  accepted(feedback: Feedback, most: number): Promise<readonly Accepted[]>
  /** Recognises persons who were erased. */
  erased(): Promise<Matcher>
  told(source: string, items: readonly string[]): Promise<void>
  lookedAt(source: string, at: Date): Promise<void>
  /** Deletes the address of a source. */
  remove(source: string): Promise<void>
  readonly outbox: Outbox
}

export type FeedbackActs = {
  run<Result>(work: (writer: FeedbackWriter) => Promise<Result>): Promise<Result>
}

export type FeedbackReader = {
  /** The sources that were looked at before an instant, those that wait longest first. */
  due(before: Date): Promise<readonly string[]>
}
