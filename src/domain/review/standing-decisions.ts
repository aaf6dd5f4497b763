import type { StoredRecord } from '../matching/compared-record.ts'
import type { DecidedRecord, StandingDecision } from './review.ts'
import type { ReviewReader } from './review-ports.ts'

/** Decisions per read. */
const PAGE = 500

/** All active decisions, for fitting and measuring the matching. */
export async function* standingDecisions(reader: ReviewReader): AsyncGenerator<StandingDecision> {
  let after = 0
  for (;;) {
    const decisions = await reader.standing(after, PAGE)
    const last = decisions.at(-1)
    if (last === undefined) return
    after = last.id
    const records = await reader.records([...new Set(decisions.flatMap(({ one, other }) => [one, other]))])
    const byRow = new Map(records.map((record) => [record.row, impersonal(record)]))
    for (const { one, other, same } of decisions) {
      const [left, right] = [byRow.get(one), byRow.get(other)]
      if (left && right) yield { records: [left, right], same }
    }
  }
}

/**
 * Removes the person in charge: it is no evidence for the matching, and personal data must not leave the
 * directory.
 */
const impersonal = ({ record: { source, id, content } }: StoredRecord): DecidedRecord => ({
  ...{ source, id },
  content: { ...content, contacts: { ...content.contacts, person: null } }
})
