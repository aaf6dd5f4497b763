import { undoCorrections } from '../corrections/correct-place.ts'
import type { Ender } from '../corrections/correction-ports.ts'
import type { ContributionWriter } from './contribution-ports.ts'

/**
 * Undoes what was corrected for a report that is rejected or taken back: a person who was hidden is shown again. Returns the
 * ids of the corrections that stood.
 */
export const undoCorrectionsOf = async (
  writer: Pick<ContributionWriter, 'corrections' | 'correctionsFor'>,
  contribution: string,
  by: string,
  ender: Ender
): Promise<readonly number[]> =>
  undoCorrections(writer.corrections, await writer.correctionsFor(contribution), by, ender)
