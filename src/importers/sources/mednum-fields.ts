import { normaliseLabel } from '../../domain/vocabularies/read-label.ts'
import { LINE } from '../clean/text.ts'
import type { RowReader } from '../row.ts'

/**
 * The id of the record, prefixed with its producer if given: `hinaura:1003`. Ids are unique per producer
 * only, and files of the standard contain many producers: in one public file, 216 ids each occur for two
 * places.
 */
export function readRecordId(row: RowReader): string | null {
  const id = row.cell(['id'], LINE)?.value ?? null
  const producer = row.cell(['source'], LINE)?.value ?? null
  if (id === null || producer === null) return id
  return `${normaliseLabel(producer).replaceAll(' ', '-')}:${id}`
}

/** A place may be both, for example a bus with a garage open to visitors; then it counts as itinerant. */
export function readItinerance(row: RowReader): boolean | null {
  let itinerant: boolean | null = null
  for (const { column, value } of row.cells(['itinerance'], /[|;/\n]/, LINE)) {
    const answer = normaliseLabel(value)
    if (answer === 'itinerant') itinerant = true
    else if (answer === 'fixe') itinerant = itinerant ?? false
    else row.report({ kind: 'unmapped-value', field: column, value, reason: 'neither Itinérant nor Fixe' })
  }
  return itinerant
}
