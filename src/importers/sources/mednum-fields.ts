import { normaliseLabel } from '../../domain/vocabularies/read-label.ts'
import { LINE } from '../clean/text.ts'
import type { RowReader } from '../row.ts'

/**
 * The record's id, with its producer before it where the file names one: `hinaura:1003`. Ids are unique for each
 * producer only, and files of the standard hold many: in one public file 216 ids stand for two places each.
 */
export function readRecordId(row: RowReader): string | null {
  const id = row.cell(['id'], LINE)?.value ?? null
  const producer = row.cell(['source'], LINE)?.value ?? null
  if (id === null || producer === null) return id
  return `${normaliseLabel(producer).replaceAll(' ', '-')}:${id}`
}

/** A place may be both: a bus with a garage that people can visit. It moves, and that is what is asked. */
export function readItinerance(row: RowReader): boolean | null {
  let itinerant: boolean | null = null
  for (const { column, value } of row.cells(['itinerance'], /[|;]/, LINE)) {
    const said = normaliseLabel(value)
    if (said === 'itinerant') itinerant = true
    else if (said === 'fixe') itinerant = itinerant ?? false
    else row.tell({ kind: 'unmapped-value', field: column, value, reason: 'neither Itinérant nor Fixe' })
  }
  return itinerant
}
