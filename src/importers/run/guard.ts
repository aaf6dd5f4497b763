import type { ImportSession, Loss, Scope } from '../../domain/imports/import-ports.ts'
import { ImportRefused } from '../refused.ts'

/** A fifth of a directory does not close in a day; half a file that was sent for the whole is seen every month. */
export const MAX_WITHDRAWN = 20

/**
 * In smaller parts, a fifth is only a handful of records: they count towards the total, but do not stop a run
 * by themselves.
 */
const SMALLEST_PART = 50

/**
 * Number of records that the run will withdraw. Throws if that is too large a share of the source or of a
 * producer.
 */
export async function guardWithdrawals(
  session: ImportSession,
  scope: Scope,
  maxPercent: number
): Promise<number> {
  const losses = await session.losses(scope)
  const whole = {
    scope: null,
    present: sum(losses, ({ present }) => present),
    missing: sum(losses, ({ missing }) => missing)
  }
  const parts = losses.filter(({ present }) => present >= SMALLEST_PART)
  const [first] = [whole, ...parts].filter((loss) => isTooMuch(loss, maxPercent))
  if (first !== undefined) throw tooMuch(first, maxPercent)
  return whole.missing
}

const sum = (losses: readonly Loss[], count: (loss: Loss) => number): number =>
  losses.reduce((total, loss) => total + count(loss), 0)

const isTooMuch = ({ present, missing }: Loss, maxPercent: number): boolean =>
  missing * 100 > present * maxPercent

const tooMuch = ({ scope, present, missing }: Loss, maxPercent: number): ImportRefused =>
  new ImportRefused(
    `${missing} of the ${present} records${scope === null ? '' : ` of ${scope}`} are not in the file ` +
      `(${((missing / present) * 100).toFixed(1)} %), and no run withdraws more than ${maxPercent} % unasked: nothing was changed. ` +
      'Should they really be gone, say --force or --max-withdrawn; if the file is only a part, say --partial.',
    'guard'
  )
