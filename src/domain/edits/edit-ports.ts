import type { NewAct } from '../acts/act.ts'
import type { CorrectionWriter, NewCorrection } from '../corrections/correction-ports.ts'
import type { Language } from '../language.ts'
import type { MeantPlace } from '../moderation/moderation-ports.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Correction } from '../places/corrections.ts'

/** A correction that an account made as the manager of a place. */
export type Edit = { readonly id: number; readonly place: string; readonly account: string | null }

/** An edit that its manager must confirm. Days are written `YYYY-MM-DD`. */
export type DueEdit = {
  readonly account: string
  readonly email: string
  readonly language: Language
  readonly place: string
  readonly name: string
  readonly city: string | null
  readonly askedOn: string | null
  readonly remindedOn: string | null
}

/** Edits of a new manager, for a moderator to look at. */
type EditsToReview = {
  readonly id: string
  readonly reference: string
  readonly place: string
  readonly account: string
  readonly corrections: readonly number[]
  readonly now: Date
}

export type EditWriter = CorrectionWriter & {
  /** When the place was last changed; no other act changes it until this one is over. Null if it never existed. */
  updatedAt(place: string): Promise<Date | null>
  /** The corrections that apply to a place. */
  standing(place: string): Promise<readonly Correction[]>
  /** As `keepCorrection`, by an account, until a day on which it must be confirmed. */
  keepEdit(
    correction: NewCorrection & { readonly account: string; readonly confirmBy: string }
  ): Promise<number>
  /** The correction with this id, if it stands; without an account if it is no edit of a manager. */
  findEdit(id: number): Promise<Edit | null>
  /** The place that is meant today, with its territories. */
  meant(place: string): Promise<MeantPlace | null>
  /**
   * The edits on a place, and on those that were merged into it: of this account, or of all its managers if it is null. Those
   * that were replaced do not stand.
   */
  editsOn(
    place: string,
    account: string | null
  ): Promise<readonly { readonly id: number; readonly stands: boolean }[]>
  /** Edits that had to be confirmed before this day. */
  unconfirmedSince(day: string): Promise<readonly Edit[]>
  /** Puts off the day on which the edits of an account on a place must be confirmed. Returns how many there are. */
  confirmEdits(place: string, account: string, confirmBy: string): Promise<number>
  /**
   * The edits that must be confirmed and for which a mail may be due: of this account, or of all if it is null. No other act
   * changes them meanwhile.
   */
  due(today: string, account: string | null): Promise<readonly DueEdit[]>
  /** Notes that an account was asked about all its edits that are due. */
  asked(account: string, today: string): Promise<void>
  reminded(account: string, today: string): Promise<void>
  /** Null if the account is closed. */
  addressOf(account: string): Promise<{ readonly email: string; readonly language: Language } | null>
  readonly outbox: Outbox
  /** How often an account has edited a place. */
  timesEdited(place: string, account: string): Promise<number>
  /** Puts corrections that are published already into the queue of moderators. */
  putInQueue(review: EditsToReview): Promise<void>
  /**
   * Ends the reviews on a place, and on those that were merged into it, of whose edits none stands any more. Returns their
   * references.
   */
  endReviews(place: string, now: Date): Promise<readonly string[]>
  /** Ends what an account proposed about a place and waits, or what all its managers proposed if it is null. */
  endProposals(place: string, account: string | null, now: Date): Promise<readonly string[]>
}

/** What an act did, and how the journal says it. */
type Done<Result> = { readonly result: Result; readonly acts: readonly NewAct[] }

export type EditActs = {
  /** Runs the work in one transaction with the journal. `by` is the author as provenance shows it. */
  run<Result>(by: string, work: (writer: EditWriter) => Promise<Done<Result>>): Promise<Result>
}

/** Reads the values that people give for the fields of a place, as the importers do. */
/** Why a value is not accepted; for a field that is not open, with those that are. */
type Unreadable = { readonly reason: string; readonly allowed?: readonly string[] }

export type FieldReader = {
  read(field: string, given: unknown): { readonly value: unknown } | Unreadable
}
