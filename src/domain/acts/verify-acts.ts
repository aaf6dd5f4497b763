import { type ActSubject, digestOf, type RecordedAct } from './act.ts'
import type { ActReader } from './act-ports.ts'

/** An act that is not as it was recorded, or before which acts are missing. */
export type BrokenAct = {
  readonly subject: ActSubject
  readonly seq: number
  readonly is: 'altered' | 'after a gap'
}

type Verification = {
  readonly acts: number
  readonly subjects: number
  readonly broken: readonly BrokenAct[]
}

const PAGE = 1_000

/** Checks all chains. Removing the last acts of a chain leaves no trace in it: only a copy of the database shows that. */
export async function verifyActs(reader: Pick<ActReader, 'page'>, limit = PAGE): Promise<Verification> {
  const broken: BrokenAct[] = []
  let acts = 0
  let subjects = 0
  let last: RecordedAct | null = null
  for (;;) {
    const page: readonly RecordedAct[] = await reader.page(last, limit)
    for (const act of page) {
      const before: RecordedAct | null = last !== null && isSame(last.subject, act.subject) ? last : null
      acts++
      if (before === null) subjects++
      const { subject, seq } = act
      if (seq !== (before?.seq ?? 0) + 1) broken.push({ subject, seq, is: 'after a gap' })
      else if (!digestOf(before?.digest ?? null, act).equals(act.digest))
        broken.push({ subject, seq, is: 'altered' })
      last = act
    }
    if (page.length < limit) return { acts, subjects, broken }
  }
}

const isSame = (one: ActSubject, other: ActSubject): boolean => one.kind === other.kind && one.id === other.id
