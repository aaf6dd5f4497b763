import { undoCorrection } from '../corrections/correct-place.ts'
import type { ContributionWriter } from './contribution-ports.ts'

/**
 * Undoes what was corrected for a report that is rejected or taken back: a person who was hidden is shown again. Returns the
 * ids of the corrections that stood.
 */
export async function undoCorrectionsOf(
  writer: Pick<ContributionWriter, 'corrections' | 'standingCorrections'>,
  contribution: string,
  by: string
): Promise<readonly number[]> {
  const standing = await writer.standingCorrections(contribution)
  for (const id of standing) await undoCorrection(writer.corrections, id, by)
  return standing
}
