import { placeText } from '../erasure/holds.ts'
import type { Matcher } from '../erasure/matcher.ts'
import { cutsIn } from '../erasure/screen.ts'
import { cannotCorrect, correctionNotFound, placeNotFound, placeWithdrawn } from '../errors.ts'
import { type ComposedPlace, composePlace, isListed } from '../places/compose-place.ts'
import { readField } from '../places/corrections.ts'
import type { Publishing } from '../publishing/publishing.ts'
import type { CorrectionWriter, DescribedPlace, Ender, NewCorrection } from './correction-ports.ts'

/** A correction whose value has already been validated for its field. */
export type CorrectionToMake = Omit<NewCorrection, 'replaced'> & { readonly by: string }

/**
 * Corrects a field. The new value replaces the value of the sources, now and after later imports, and any earlier
 * correction of the field. Returns the id with which the correction can be undone. Throws `placeNotFound`,
 * `placeWithdrawn`, or `cannotCorrect` if the place was merged, no source lists it, or the correction names a person who
 * was erased.
 */
export const correctPlace = (
  publishing: Publishing<CorrectionWriter>,
  { by, ...correction }: CorrectionToMake
): Promise<number> =>
  publishing.run(by, async (writer) => {
    const { place, field } = correction
    const described = await writer.described(place)
    refuseGone(place, described)
    refuseErased({ ...correction, by }, await writer.erased())
    const composed = asSourcesSay(place, described)
    const id = await writer.keepCorrection({ ...correction, replaced: readField(composed.content, field) })
    await writer.putPlaces([{ id: place, ...composed }])
    return id
  })

/**
 * Undoes a correction and restores the value before it: that of the correction it replaced, else that of the sources.
 * Returns the place's id; throws `correctionNotFound`.
 */
export const undoCorrection = (
  publishing: Publishing<CorrectionWriter>,
  id: number,
  by: string
): Promise<string> =>
  publishing.run(by, async (writer) => {
    const place = await undo(writer, id, null)
    if (place === null) throw correctionNotFound(id)
    await publishAgain(writer, place)
    return place
  })

/**
 * Undoes those of some corrections that stand, and restores what others had set before. Those that were replaced do not apply
 * again if what replaced them is undone later. Returns the ids of those that stood.
 */
export const undoCorrections = (
  publishing: Publishing<CorrectionWriter>,
  ids: readonly number[],
  by: string,
  ender: Ender
): Promise<readonly number[]> =>
  publishing.run(by, async (writer) => {
    await writer.discard(ids, 'undone')
    const undone = new Map<number, string>()
    for (const id of ids) {
      const place = await undo(writer, id, ender)
      if (place !== null) undone.set(id, place)
    }
    for (const place of new Set(undone.values())) await publishAgain(writer, place)
    return [...undone.keys()]
  })

async function undo(writer: CorrectionWriter, id: number, ender: Ender): Promise<string | null> {
  const place = await writer.endCorrection(id, ender, 'undone')
  if (place !== null) await writer.restoreBefore(id)
  return place
}

/** Writes a place as its sources and the corrections that still stand say. */
export async function publishAgain(writer: CorrectionWriter, place: string): Promise<void> {
  const described = await writer.described(place)
  // The corrections of a merged place apply to the one that remains.
  if (described?.merged_into) return publishAgain(writer, described.merged_into)
  // A withdrawn place is not composed now, but when it returns.
  if (described?.status === 'active' && isListed(described.records))
    await writer.putPlaces([{ id: place, ...asSourcesSay(place, described) }])
}

export function refuseGone(
  place: string,
  described: DescribedPlace | null
): asserts described is DescribedPlace {
  if (described === null) throw placeNotFound(place)
  if (described.status === 'withdrawn') throw placeWithdrawn(place)
  if (described.merged_into !== null) {
    throw cannotCorrect(`The place ${place} was merged into ${described.merged_into}: correct that one.`)
  }
}

export function refuseErased({ place, field, value, note, by }: CorrectionToMake, erased: Matcher): void {
  if (erased.isEmpty) return
  const cuts = cutsIn({ [field]: value, note, by }, erased)
  if (cuts.some(({ isSure }) => isSure) || (cuts.length > 0 && erased.holds('whose', placeText(place))))
    throw cannotCorrect('The correction names a person who was erased.')
}

/** The place as composed from its sources, without corrections. */
export function asSourcesSay(place: string, { records }: DescribedPlace): ComposedPlace {
  if (isListed(records)) return composePlace(records)
  throw cannotCorrect(`No source lists the place ${place}, so there is nothing to correct.`)
}
