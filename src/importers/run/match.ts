import type { ChangedRecord } from '../../domain/imports/import-ports.ts'

/** Which place a record describes. `isNew` places do not exist yet. */
export type Match = { readonly record: ChangedRecord; readonly place_id: string; readonly isNew: boolean }

/** A record stays with the place it has been linked to; one that we never saw is a place of its own. */
export const match = (records: readonly ChangedRecord[], newId: () => string): readonly Match[] =>
  records.map((record) =>
    record.place_id === null
      ? { record, place_id: newId(), isNew: true }
      : { record, place_id: record.place_id, isNew: false }
  )
