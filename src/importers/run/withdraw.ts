import type { ImportWriter, Scope } from '../../domain/imports/import-ports.ts'
import { idPages, recompose } from '../../domain/publishing/recompose.ts'

/** Number of places that are composed and written together. */
const PAGE = 500

/**
 * Withdraws the records that a complete file no longer contains. This happens first, so that places composed by the
 * run do not include them. The places that lost a record are composed last, from the records that they have after
 * the run, or withdrawn if no source lists them any more. For an incomplete file, `scope` is null and nothing
 * counts as missing.
 */
export async function withdrawing(
  writer: ImportWriter,
  scope: Scope | null,
  upsert: () => Promise<void>
): Promise<void> {
  if (scope !== null) await writer.withdrawMissing(scope)
  await upsert()
  await recompose(
    writer,
    idPages((after) => writer.bereft(after, PAGE))
  )
}
