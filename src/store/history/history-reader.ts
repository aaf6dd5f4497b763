import type { HistoryReader, PastChange, PastCorrection, Role } from '../../domain/history/place-history.ts'
import type { Database } from '../db/database.ts'
import { run } from '../db/prepared.ts'
import { placeActs, placeChanges, placeCorrections } from './history.sql.ts'

type CorrectionRow = {
  readonly id: number
  readonly field: string
  /** As JSON text. */
  readonly value: string
  readonly replaced: string
  readonly made_at: Date
  readonly undone_at: Date | null
  readonly undone_by: string | null
  readonly undone_why: string | null
  readonly replaces: number | null
  readonly after_report: boolean
  readonly by_account: boolean
}

type ActRow = { readonly kind: string; readonly at: Date; readonly role: string | null }

export const historyReader = (database: Pick<Database, 'pool' | 'kind'>): HistoryReader => ({
  past: async (place, limit) => {
    const [changes, corrections, acts] = await Promise.all([
      run<PastChange>(database, placeChanges(place, limit)),
      run<CorrectionRow>(database, placeCorrections(place, limit)),
      run<ActRow>(database, placeActs(place, limit))
    ])
    return {
      changes,
      corrections: corrections.map(toCorrection),
      acts: acts.map(({ kind, at, role }) => ({ kind, at, by: roleIn(role) }))
    }
  }
})

const toCorrection = (row: CorrectionRow): PastCorrection => ({
  id: row.id,
  field: row.field,
  value: JSON.parse(row.value),
  replaced: JSON.parse(row.replaced),
  by: authorOf(row),
  madeAt: row.made_at,
  undoneAt: row.undone_at,
  undoneBy: roleIn(row.undone_by),
  undoneWhy: row.undone_why,
  replaces: row.replaces
})

/** An account corrects a place as its manager, or after a report as a moderator. */
const authorOf = ({ after_report, by_account }: CorrectionRow): Role =>
  by_account ? (after_report ? 'moderator' : 'manager') : after_report ? 'report' : 'operator'

/** Older rows say nothing: only the operator could undo then. */
const roleIn = (text: string | null): Role =>
  (['manager', 'moderator', 'report', 'system'] as const).find((each) => each === text) ?? 'operator'
