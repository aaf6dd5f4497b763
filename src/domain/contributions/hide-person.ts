import { correctPlace } from '../corrections/correct-place.ts'
import type { CorrectionWriter } from '../corrections/correction-ports.ts'
import { DomainError } from '../errors.ts'
import type { Publishing } from '../publishing/publishing.ts'

/** A report that names a person, and the place that shows one. */
export type PersonToHide = { readonly contribution: string; readonly place: string }

export type HideDeps = {
  /** Reports of this kind that wait, on places that still show a person and where none was hidden for them. */
  readonly waiting: () => Promise<readonly PersonToHide[]>
  readonly publishing: Publishing<CorrectionWriter>
}

/** The author of such corrections, as the provenance of a place shows it: it must not lead to the report. */
const BY = 'Signalement'

/**
 * Hides each person about whom a report waits; whether it is right is examined later, because erasing cannot wait. It is a
 * correction, so that imports do not bring the person back, and it can be undone. Returns how many were hidden.
 */
export async function hidePersons({ waiting, publishing }: HideDeps): Promise<number> {
  let hidden = 0
  for (const { contribution, place } of await waiting()) {
    try {
      const correction = { place, field: 'contacts.person', value: null, note: null, contribution }
      await correctPlace(publishing, { ...correction, by: BY })
      hidden++
    } catch (error) {
      // A place that was withdrawn or merged since then shows no person. The report stays open for a moderator.
      if (!(error instanceof DomainError)) throw error
    }
  }
  return hidden
}
