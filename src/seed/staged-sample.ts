import { composePlace } from '../domain/compose-place.ts'
import { qualityOf } from '../domain/quality.ts'
import { toPlaceRow } from '../store/place-row.ts'
import type { StagedSample } from '../store/queries/sample-stage.sql.ts'
import type { TermIds } from '../store/term-ids.ts'
import { SAMPLE } from './sample.ts'
import { fingerprintOf, type SampleRecord } from './sample-record.ts'

/** The same road as an imported record takes: composed, weighed, made a row. */
export function stagedSample(record: SampleRecord, termIds: TermIds, today: string): StagedSample {
  const { mapped, placeId: id, createdAt, updatedAt } = record
  const { content, sources } = composePlace([{ ...mapped, ...SAMPLE }])
  const quality = qualityOf(content, mapped.changed_on, today).score
  const row = toPlaceRow(content, { id, sources, termIds, quality, createdAt, updatedAt, today })
  const mappedText = JSON.stringify(mapped)
  return {
    ...row,
    codes: `{${row.codes.join(',')}}`,
    record_id: mapped.id,
    raw: JSON.stringify(record.raw),
    mapped: mappedText,
    fingerprint: fingerprintOf(mappedText),
    changed_on: mapped.changed_on ?? '',
    labels: JSON.stringify(
      content.labels.map(({ code, ...label }) => ({ ...label, term_id: termIds('labels', code).id }))
    )
  }
}
