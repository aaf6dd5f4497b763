import type { ImportWriter, Scope } from '../../domain/imports/import-ports.ts'
import { composePlace, isListed } from '../../domain/places/compose-place.ts'

/** Places that are composed and written together. */
const PAGE = 500

/** Places without the records they lost: made anew of those that are left, or withdrawn where none is. */
async function recompose(writer: ImportWriter): Promise<void> {
  for (let after: string | null = null; ; ) {
    const placeIds: readonly string[] = await writer.bereft(after, PAGE)
    const last = placeIds.at(-1)
    if (last === undefined) return
    after = last

    const left = await writer.recordsOf(placeIds)
    const listed = [...left].filter(([, records]) => isListed(records))
    const places = listed.map(([id, records]) => ({ id, ...composePlace(records) }))
    if (places.length > 0) await writer.putPlaces(places)
    await writer.withdrawPlaces(placeIds.filter((id) => !isListed(left.get(id) ?? [])))
  }
}

/**
 * First of all, so that whatever the run composes is made without what the file no longer holds; the places that
 * lost a record come last, made of the records that the run has brought. Nothing is missing from a part of a file:
 * that has no scope.
 */
export async function withdrawing(
  writer: ImportWriter,
  scope: Scope | null,
  upsert: () => Promise<void>
): Promise<void> {
  if (scope !== null) await writer.withdrawMissing(scope)
  await upsert()
  await recompose(writer)
}
