import type { Staging } from '../../domain/imports/import-ports.ts'

/** Whether the record is written: the others stay as they are, or are rejected. */
export const isChange = (told: Staging | undefined): boolean =>
  told?.state === 'created' || told?.state === 'updated' || told?.state === 'returned'
