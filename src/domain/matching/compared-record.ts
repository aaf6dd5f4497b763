import type { SourceRecord } from '../places/source-record.ts'
import { type Comparable, type ComparedContent, comparableOf, type Listed } from './comparable.ts'
import type { Towns } from './towns.ts'

/**
 * The origin of a record, and the numbers that it states for the same place in other directories, which count only if
 * its source may quote them.
 */
type Stated = Pick<SourceRecord, 'source' | 'id' | 'quotes' | 'priority'> & { readonly may_quote: boolean }

type ListedRow = {
  /** Id of its row, which is shorter than source and id and just as stable. */
  readonly row: number
  readonly listed: Listed
}

/** A record with all its content, for people. */
export type StoredRecord = ListedRow & {
  readonly record: Stated & Pick<SourceRecord, 'url' | 'content'>
}

/** A record with only the compared content; an import fetches each record several times. */
export type ComparedRecord = ListedRow & {
  readonly record: Stated & { readonly content: ComparedContent }
}

export const ready = ({ record, listed }: ComparedRecord, towns: Towns): Comparable =>
  comparableOf(record, directoryOf(record.source, record.id), towns, listed)

/** The directory of a record: its source, or the producer in an id such as `hinaura:12`. */
export const directoryOf = (source: string, id: string): string =>
  id.includes(':') ? `${source} ${id.slice(0, id.indexOf(':'))}` : source
