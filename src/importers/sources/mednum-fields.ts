import { normaliseLabel } from '../../domain/vocabularies/read-label.ts'
import { LINE, PARAGRAPHS } from '../clean/text.ts'
import { reportRest } from '../read/codes.ts'
import { readLabels } from '../read/label-list.ts'
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

const WAYS: ReadonlyMap<string, boolean> = new Map([
  ['itinerant', true],
  ['itinerants', true],
  ['itinerante', true],
  ['itinerance', true],
  ['mobile', true],
  ['oui', true],
  // These are the answers as spreadsheets write them.
  ['vrai', true],
  ['true', true],
  ['1', true],
  ['fixe', false],
  ['fixes', false],
  ['non', false],
  ['faux', false],
  ['false', false],
  ['0', false]
])

/**
 * Whether a place is itinerant. It may be both, for example a bus with a garage open to visitors; then it counts as
 * itinerant.
 */
export function readItinerance(row: RowReader): boolean | null {
  const answers = row.cells(['itinerance'], /[|;]/, PARAGRAPHS).flatMap(({ column, value, written }) => {
    const { meanings, rest } = readLabels(value, (wording) => WAYS.get(normaliseLabel(wording)))
    reportRest(
      row,
      column,
      meanings.length > 0 ? rest : [written],
      meanings.length > 0,
      'neither Itinérant nor Fixe'
    )
    return meanings
  })
  return answers.length === 0 ? null : answers.includes(true)
}
