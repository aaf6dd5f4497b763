import { placeText } from '../erasure/holds.ts'
import type { Matcher } from '../erasure/matcher.ts'
import { cutsIn } from '../erasure/screen.ts'
import { cannotCorrect, correctionNotFound, placeNotFound, placeWithdrawn } from '../errors.ts'
import { type ComposedPlace, composePlace, isListed } from '../places/compose-place.ts'
import { readField } from '../places/corrections.ts'
import type { Publishing } from '../publishing/publishing.ts'
import type { CorrectionWriter, DescribedPlace, NewCorrection } from './correction-ports.ts'

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

/** Undoes a correction and restores the value of the sources. Returns the place's id; throws `correctionNotFound`. */
export const undoCorrection = (
  publishing: Publishing<CorrectionWriter>,
  id: number,
  by: string
): Promise<string> =>
  publishing.run(by, async (writer) => {
    const place = await writer.endCorrection(id)
    if (place === null) throw correctionNotFound(id)
    const described = await writer.described(place)
    // A withdrawn or merged place is not composed now, but when it returns.
    if (described?.status === 'active') {
      await writer.putPlaces([{ id: place, ...asSourcesSay(place, described) }])
    }
    return place
  })

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
