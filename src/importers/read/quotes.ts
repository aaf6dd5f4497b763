import type { Finding } from '../finding.ts'

/** The number of a record in another directory, stated by a source that may not quote. */
export const ignoredQuote = (directory: string, number: string): Finding => ({
  kind: 'unmapped-value',
  field: 'quotes',
  value: `${directory} ${number}`,
  reason: 'ignored, because the source has no right to quote (may_quote)'
})
