import type { ChangedRecord } from '../../domain/imports/import-ports.ts'

/** The place that a record describes. If `isNew` is true, the place does not exist yet. */
export type Match = { readonly record: ChangedRecord; readonly place_id: string; readonly isNew: boolean }

/**
 * Assigns records to places. A record stays with the place to which it is linked; a record that is new to the
 * directory gets a place of its own.
 */
export const match = (records: readonly ChangedRecord[], newId: () => string): readonly Match[] =>
  records.map((record) =>
    record.place_id === null
      ? { record, place_id: newId(), isNew: true }
      : { record, place_id: record.place_id, isNew: false }
  )
