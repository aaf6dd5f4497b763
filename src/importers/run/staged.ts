import type { Staging } from '../../domain/imports/import-ports.ts'

/** Whether the record will be written. Other records are unchanged or rejected. */
export const isChange = (told: Staging | undefined): boolean =>
  told?.state === 'created' || told?.state === 'updated' || told?.state === 'returned'
