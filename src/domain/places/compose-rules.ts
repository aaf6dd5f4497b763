import type { Label } from './place.ts'
import type { SourceRecord } from './source-record.ts'

/** The record that a value comes from, and under which licence it may be used. */
export type Origin = {
  readonly source: string
  readonly record: string
  readonly changed_on: string | null
  readonly licence: string
  /** For an inferred value: the reason, for example `type:RFS`. */
  readonly because?: string
  /** For a value that was corrected here. */
  readonly correction?: CorrectionOrigin
}

type CorrectionOrigin = {
  readonly by: string
  /** RFC 3339 instant. */
  readonly at: string
  readonly note: string | null
  /** Whether the value in the sources has changed since the correction. */
  readonly source_changed: boolean
  /** The records whose value it replaces. */
  readonly instead_of: readonly Origin[]
}

/** Reads one field of a place from its records, most trusted first; `from` is empty if no record has it. */
export type Rule<Value> = (trusted: readonly SourceRecord[]) => {
  readonly value: Value | null
  readonly from: readonly Origin[]
}

type Reading<Value> = (record: SourceRecord) => Value | null

/** Priority, then freshness; then source and id, so that the order of arrival never decides. */
export function byTrust(left: SourceRecord, right: SourceRecord): number {
  return (
    right.priority - left.priority ||
    descending(left.changed_on ?? '', right.changed_on ?? '') ||
    descending(right.source, left.source) ||
    descending(right.id, left.id)
  )
}

const descending = (left: string, right: string): number => (left < right ? 1 : left > right ? -1 : 0)

const isKnown = (value: unknown): boolean => value !== null && !(Array.isArray(value) && value.length === 0)

const originOf = ({ source, id, changed_on, licence }: SourceRecord): Origin => ({
  source,
  record: id,
  changed_on,
  licence
})

/** Whole, from the most trusted record that knows it; a second reading is asked only where the first finds none. */
export const first =
  <Value>(...readings: readonly Reading<Value>[]): Rule<Value> =>
  (trusted) => {
    for (const read of readings) {
      const record = trusted.find((record) => isKnown(read(record)))
      if (record !== undefined) return { value: read(record), from: [originOf(record)] }
    }
    return { value: null, from: [] }
  }

/** All values of all records, once each, in the order of trust. */
export const united =
  (read: (record: SourceRecord) => readonly string[]): Rule<readonly string[]> =>
  (trusted) => ({
    value: [...new Set(trusted.flatMap(read))],
    from: trusted.filter((record) => read(record).length > 0).map(originOf)
  })

/** A label counts once for each source that gives it: each may know another end to its validity. */
export const unitedLabels: Rule<readonly Label[]> = (trusted) => {
  const labels = new Map<string, Label>()
  for (const record of trusted) {
    for (const label of record.content.labels) {
      const key = `${label.code} ${record.source}`
      const { code, valid_from, valid_until } = label
      if (!labels.has(key)) labels.set(key, { code, valid_from, valid_until, source: record.source })
    }
  }
  const from = trusted.filter(({ content }) => content.labels.length > 0).map(originOf)
  return { value: [...labels.values()], from }
}
