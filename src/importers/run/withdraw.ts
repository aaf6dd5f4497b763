import type { ImportWriter, Scope } from '../../domain/imports/import-ports.ts'
import { idPages, recompose } from '../../domain/publishing/recompose.ts'

/** Places that are composed and written together. */
const PAGE = 500

/**
 * Withdraws what a complete file no longer holds: first, so that whatever the run composes is made without it. The places
 * that lost a record come last, made of the records that the run has brought, or withdrawn if no source lists them. A part
 * of a file has no scope, and nothing is missing from it.
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
