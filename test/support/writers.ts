import {
  type CorrectionToMake,
  correctPlace,
  undoCorrection
} from '../../src/domain/corrections/correct-place.ts'
import { listCorrections, type StandingCorrection } from '../../src/domain/corrections/list-corrections.ts'
import type { Reviewer } from '../../src/domain/review/review.ts'
import { reviewer } from '../../src/domain/review/reviewer.ts'
import { correctionPublishing, correctionReader } from '../../src/store/corrections/correction-store.ts'
import type { Database } from '../../src/store/db/database.ts'
import { reviewPublishing, reviewReader } from '../../src/store/review/review-store.ts'
import { officialTowns } from '../../src/store/territories/official-towns.ts'

// Corrections, decisions and other changes besides imports, in the database of a test.

export type Corrections = {
  /** Makes a correction and returns its id, which is needed to undo it. */
  readonly make: (
    correction: Omit<CorrectionToMake, 'by' | 'note'> & Partial<CorrectionToMake>
  ) => Promise<number>
  /** Undoes a correction and returns the id of its place. */
  readonly undo: (id: number) => Promise<string>
  readonly of: (place: string) => Promise<readonly StandingCorrection[]>
}

export const correctionsIn = (database: Pick<Database, 'batch'>): Corrections => {
  const publishing = correctionPublishing(database)
  return {
    make: (correction) => correctPlace(publishing, { by: 'Camille Martin', note: null, ...correction }),
    undo: (id) => undoCorrection(publishing, id, 'Camille Martin'),
    of: (place) => listCorrections(correctionReader(database), place)
  }
}

export const reviewIn = (database: Pick<Database, 'batch'>): Reviewer =>
  reviewer({
    reader: reviewReader(database),
    publishing: reviewPublishing(database),
    towns: officialTowns
  })
