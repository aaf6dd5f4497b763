import { contributionNotFound, recordsRefused } from '../errors.ts'
import type { ContributionReader } from './contribution-ports.ts'
import { step } from './machine.ts'
import type { NewPlace } from './new-place.ts'

/** The record that an accepted proposal becomes. Its id is the reference, so that accepting again changes nothing. */
type ContributedRecord = {
  readonly id: string
  /** `YYYY-MM-DD`. */
  readonly changed_on: string
  readonly content: NewPlace
}

export type AcceptDeps = {
  readonly reader: ContributionReader
  /** Imports the record: its position is found, and it joins the place that it describes, if that exists. */
  readonly importNewPlace: (record: ContributedRecord) => Promise<void>
  /** The place to which the record of a proposal belongs. */
  readonly placeOf: (reference: string) => Promise<string | null>
}

/**
 * Makes a place of a proposal that a moderator accepts; the decision itself is recorded afterwards. An import runs for
 * it, so no transaction may be open. Throws `contributionNotFound`, `wrongState`, and as imports do.
 */
export async function acceptNewPlace(
  { reader, importNewPlace, placeOf }: AcceptDeps,
  reference: string
): Promise<{ readonly place: string }> {
  const contribution = await reader.find(reference)
  const content = contribution?.proposal?.newPlace
  if (!contribution || content === undefined) throw contributionNotFound()
  if (contribution.state !== 'accepted') step(contribution.state, 'accept', 'moderator')
  await importNewPlace({
    id: reference,
    changed_on: contribution.createdAt.toISOString().slice(0, 10),
    content
  })
  const place = await placeOf(reference)
  if (place === null) throw recordsRefused('The record of the proposal was erased, and makes no place again.')
  return { place }
}
