import type { Attempts } from '../accounts/attempts.ts'
import type { Journal } from '../acts/act-ports.ts'
import type { MeantPlace } from '../moderation/moderation-ports.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Reach } from '../permissions.ts'
import type { Notice } from './notice.ts'

export type NoticeWriter = Attempts & {
  /** The notice with this reference, which no other act changes until this one is over. */
  find(reference: string): Promise<Notice | null>
  findSent(formId: string): Promise<Notice | null>
  /** False if another one was sent with the same form at the same time. */
  add(notice: Notice): Promise<boolean>
  decide(id: string, decided: DecidedNotice): Promise<void>
  /** The place that remains of this one. */
  meant(place: string): Promise<MeantPlace | null>
  readonly journal: Journal
  readonly outbox: Outbox
}

type DecidedNotice = Pick<Notice, 'state' | 'decision' | 'reply' | 'decidedAt'> & {
  /** The account that decided; null for a key. */
  readonly decidedBy: string | null
}

export type NoticeActs = {
  /** Runs the work in one transaction, with the journal and the mails. */
  run<Result>(work: (writer: NoticeWriter) => Promise<Result>): Promise<Result>
}

/** A notice as a moderator sees it: without the name and the address of its author, which decide nothing. */
export type SeenNotice = Omit<Notice, 'email' | 'name' | 'formId'> & {
  /** The place that is meant today; null if it is about another page. */
  readonly meant: Pick<MeantPlace, 'id' | 'name' | 'city' | 'territories'> | null
  readonly hasAddress: boolean
}

export type NoticeReader = {
  find(reference: string): Promise<SeenNotice | null>
  /** The oldest first. Notices about other pages than places are for those who decide everywhere. */
  list(states: readonly Notice['state'][], reach: Reach, limit: number): Promise<readonly SeenNotice[]>
}
