import { contributionNotFound } from '../errors.ts'
import { getPlace } from '../places/get-place.ts'
import type { PlaceFinder } from '../places/place-finder.ts'
import { type ClosingMark, closingMark } from './closing.ts'
import type { Contribution } from './contribution.ts'
import type { ContributionReader } from './contribution-ports.ts'

/** A contribution, and since when the person whom it names is hidden. Throws `contributionNotFound`. */
export async function followReport(
  { reader }: { readonly reader: ContributionReader },
  reference: string
): Promise<{ readonly contribution: Contribution; readonly hiddenSince: Date | null }> {
  const contribution = await reader.find(reference)
  if (contribution === null) throw contributionNotFound()
  const hiddenSince = contribution.category === 'person' ? await reader.hiddenSince(contribution.id) : null
  return { contribution, hiddenSince }
}

/** Whether a place is reported to no longer exist, or the place into which it was merged. Throws as `getPlace` does. */
export async function reportsOnPlace(
  { reader, places }: { readonly reader: ContributionReader; readonly places: PlaceFinder },
  place: string
): Promise<ClosingMark | { readonly survivor: string }> {
  const gotten = await getPlace(places, place)
  return 'survivor' in gotten ? gotten : closingMark(await reader.closingReports(place))
}
