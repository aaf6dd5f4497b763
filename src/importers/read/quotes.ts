import type { Finding } from '../finding.ts'

/** The finding for a quoted number of another directory, if the source has no right to quote. */
export const ignoredQuote = (directory: string, number: string): Finding => ({
  kind: 'unmapped-value',
  field: 'quotes',
  value: `${directory} ${number}`,
  reason: 'ignored, because the source has no right to quote (may_quote)'
})
