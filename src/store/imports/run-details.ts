import type { Runner } from '../db/sql.ts'
import { runsForget } from './runs.sql.ts'

/**
 * Runs of each source whose rejected records and unmapped values are kept: enough to see when a fault of a file began. A
 * source that sends its records every minute would otherwise fill the disk with them. The runs themselves are kept.
 */
const RUNS_IN_DETAIL = 20

/** Deletes the details of older runs. Returns how many unmapped values that were. */
export async function forgetRunDetails(runner: Runner, keep = RUNS_IN_DETAIL): Promise<number> {
  return (await runner.query(runsForget(keep))).rowCount ?? 0
}
