import { type ComposedPlace, composePlace } from '../domain/places/compose-place.ts'
import { qualityOf } from '../domain/places/quality.ts'
import type { Schedules } from '../store/hours/schedules.ts'
import type { StagedSample } from '../store/sample/staged-sample.ts'
import type { TermIds } from '../store/vocabularies/term-ids.ts'
import type { Keywords } from '../store/writing/keywords.ts'
import type { Offering } from '../store/writing/offering.ts'
import { toPlaceRow } from '../store/writing/place-row.ts'
import { SAMPLE } from './sample.ts'
import { fingerprintOf, type SampleRecord } from './sample-record.ts'

export type ComposedSample = SampleRecord & ComposedPlace

export const composedSample = (record: SampleRecord): ComposedSample => ({
  ...record,
  ...composePlace([{ ...record.mapped, ...SAMPLE }])
})

type Known = {
  readonly termIds: TermIds
  readonly keywords: Pick<Keywords, 'of'>
  readonly schedules: Pick<Schedules, 'idOf'>
  readonly offering: Pick<Offering, 'says' | 'spreadOf'>
  /** `YYYY-MM-DD`. */
  readonly today: string
}

/** Scores a composed place and turns it into a row, with the same steps as for an imported record. */
export function stagedSample(record: ComposedSample, known: Known): StagedSample {
  const { termIds, keywords, schedules, offering, today } = known
  const { mapped, placeId: id, createdAt, updatedAt, content, sources, declarations } = record
  const quality = qualityOf(content, mapped.changed_on, today).score
  const schedule = schedules.idOf(content)
  const row = toPlaceRow(content, {
    id,
    sources,
    declarations,
    offering,
    termIds,
    quality,
    keywords: keywords.of(content),
    schedule,
    createdAt,
    updatedAt,
    today
  })
  const mappedText = JSON.stringify(mapped)
  return {
    ...row,
    codes: arrayText(row.codes),
    codes_declared: arrayText(row.codes_declared),
    codes_likely: arrayText(row.codes_likely),
    codes_denied: arrayText(row.codes_denied),
    kinds: arrayText(row.kinds),
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

const arrayText = (ids: readonly number[]): string => `{${ids.join(',')}}`
