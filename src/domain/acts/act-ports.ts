import type { ActSubject, NewAct, RecordedAct } from './act.ts'

/** The journal within a transaction: an act is recorded if and only if what it did is stored. */
export type Journal = {
  record(act: NewAct): Promise<void>
}

export type ActReader = {
  /** The acts on a subject, from the first. */
  of(subject: ActSubject): Promise<readonly RecordedAct[]>
  /** All chains, one after the other, in pages; `after` is the last act of the page before. */
  page(after: RecordedAct | null, limit: number): Promise<readonly RecordedAct[]>
}
