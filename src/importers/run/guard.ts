import type { ImportSession, Loss, Scope } from '../../domain/imports/import-ports.ts'
import { ImportRefused } from '../refused.ts'

/**
 * Maximum percentage of the records that one run withdraws unless told otherwise. A fifth of a directory does not
 * close in a day, while half a file that was sent as if it were the whole is seen every month.
 */
export const MAX_WITHDRAWN = 20

/**
 * Maximum percentage by which a file may become shorter: records that are missing, less records that are new. It is
 * half of `MAX_WITHDRAWN`, because places that close are replaced by others: in two years the list of France
 * services lost 202 of 2 683 records and gained 364. A file that was cut only loses records.
 */
export const MAX_SHRUNK = MAX_WITHDRAWN / 2

/**
 * Number of records from which a part of a source is checked by itself. In smaller parts, a fifth is only a handful
 * of records: they count towards the total, but do not stop a run by themselves.
 */
const SMALLEST_PART = 50

/** Limits in per cent. If `shrunk` is null, only `withdrawn` limits how short the file may become. */
type Limits = { readonly withdrawn: number; readonly shrunk: number | null }

/** The limits for a run. A limit given by a person replaces both usual limits. */
export const limitsOf = (maxWithdrawn: number | undefined): Limits =>
  maxWithdrawn === undefined
    ? { withdrawn: MAX_WITHDRAWN, shrunk: MAX_SHRUNK }
    : { withdrawn: maxWithdrawn, shrunk: null }

/**
 * Returns how many records the run will withdraw. Throws if more records of the source, or of one of its producers,
 * are missing from the file than the limits allow. `arrived` is the number of records in the file that the
 * directory did not have.
 */
export async function guardWithdrawals(
  session: Pick<ImportSession, 'losses'>,
  scope: Scope,
  arrived: number,
  limits: Limits
): Promise<number> {
  const losses = await session.losses(scope)
  const whole = {
    scope: null,
    present: sum(losses, ({ present }) => present),
    missing: sum(losses, ({ missing }) => missing)
  }
  const parts = losses.filter(({ present }) => present >= SMALLEST_PART)
  const [first] = [whole, ...parts].filter((loss) => exceeds(loss.missing, loss.present, limits.withdrawn))
  if (first !== undefined) throw tooMuch(first, limits.withdrawn)
  if (limits.shrunk !== null && whole.present >= SMALLEST_PART) {
    if (exceeds(whole.missing - arrived, whole.present, limits.shrunk))
      throw tooShort(whole, arrived, limits.shrunk)
  }
  return whole.missing
}

const sum = (losses: readonly Loss[], count: (loss: Loss) => number): number =>
  losses.reduce((total, loss) => total + count(loss), 0)

const exceeds = (some: number, all: number, maxPercent: number): boolean => some * 100 > all * maxPercent

const tooMuch = ({ scope, present, missing }: Loss, maxPercent: number): ImportRefused =>
  new ImportRefused(
    `${missing} of the ${present} records${scope === null ? '' : ` of ${scope}`} are not in the file ` +
      `(${percentOf(missing, present)} %), and no run withdraws more than ${maxPercent} % unasked: nothing was changed. ` +
      'Should they really be gone, say --force or --max-withdrawn; if the file is only a part, say --partial.',
    'guard'
  )

const tooShort = ({ present, missing }: Loss, arrived: number, maxPercent: number): ImportRefused =>
  new ImportRefused(
    `The file has become shorter by ${percentOf(missing - arrived, present)} %, which is more than ${maxPercent} %: ` +
      `${missing} of the ${present} records are not in it, and ${arrived} are new. It may have been cut, so nothing was changed. ` +
      `Fetch it again. If the records are really gone, use --force or --max-withdrawn ${MAX_WITHDRAWN}; if the file is only a part, use --partial.`,
    'guard'
  )

const percentOf = (some: number, all: number): string => ((some / all) * 100).toFixed(1)
