import type { SourceDefinition } from '../../domain/places/source-record.ts'
import type { CommuneIndex } from '../../domain/territories/communes.ts'
import { ignoredQuote } from '../read/quotes.ts'
import type { Mapped, Raw, Source } from '../source.ts'
import { completed, mappedRecord } from './content.ts'

/** Maximum number of errors reported for one record; a record with more errors usually repeats a single mistake. */
const MOST_REASONS = 20

/** A source of records that are already mapped and only need to be checked. */
export function mappedSource(definition: SourceDefinition, communes: CommuneIndex): Source {
  const schema = mappedRecord(communes)
  const map = (raw: Raw): Mapped => {
    const read = schema.safeParse(raw)
    if (read.success) {
      const { id, url, changed_on, quotes } = read.data
      const content = completed(read.data, definition.source)
      const record = { id, url, changed_on, ...(quotes !== undefined && { quotes }), content }
      const ignored = definition.may_quote === true ? [] : Object.entries(quotes ?? {})
      return {
        ok: true,
        record,
        findings: ignored.map(([directory, number]) => ignoredQuote(directory, number))
      }
    }
    const reasons = read.error.issues.map(({ path, message }) =>
      path.length === 0 ? message : `${path.join('.')}: ${message}`
    )
    const id = typeof raw.id === 'string' ? raw.id.slice(0, 200) : null
    return { ok: false, id, reasons: reasons.slice(0, MOST_REASONS), findings: [] }
  }
  return {
    ...definition,
    url: null,
    cadence: null,
    scope: 'source',
    formats: ['ndjson'],
    columns: [],
    // Whether the source may quote changes the findings, which are stored with the record: a new revision renews
    // them.
    ...(definition.may_quote === true && { revision: 'may quote' }),
    map
  }
}
