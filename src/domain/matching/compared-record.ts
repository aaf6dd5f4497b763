import type { SourceRecord } from '../places/source-record.ts'
import { type Comparable, type ComparedContent, comparableOf, type Listed } from './comparable.ts'
import type { Towns } from './towns.ts'

type ListedRow = {
  /** Id of its row: shorter than source and id, and just as lasting. */
  readonly row: number
  readonly listed: Listed
}

/** A record with all its content, as people see it. */
export type StoredRecord = ListedRow & {
  readonly record: Pick<SourceRecord, 'source' | 'id' | 'url' | 'quotes' | 'content'>
}

/** A record with the content that is compared only: an import fetches each record several times. */
export type ComparedRecord = ListedRow & {
  readonly record: Pick<SourceRecord, 'source' | 'id' | 'quotes'> & { readonly content: ComparedContent }
}

export const ready = ({ record, listed }: ComparedRecord, towns: Towns): Comparable =>
  comparableOf(record, directoryOf(record.source, record.id), towns, listed)

/** Who keeps a record apart from its others: the source, or the producer that an id like `hinaura:12` names. */
export const directoryOf = (source: string, id: string): string =>
  id.includes(':') ? `${source} ${id.slice(0, id.indexOf(':'))}` : source
