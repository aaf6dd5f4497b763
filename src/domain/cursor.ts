import { forgedCursor } from './errors.ts'
import type { After, Count, Part } from './ports.ts'
import { seal, unseal } from './seal.ts'
import type { Question } from './search-question.ts'

/** Where in an answer the next page begins. */
export type Position = {
  readonly part: Part
  readonly after: After | null
  /** Places already given: `min_results` counts on. */
  readonly seen: number
  /** Counted once, on the first page. */
  readonly total: Count | null
}

/** A cursor holds the whole question, so that following it can lose no filter. */
export type Resumption = { readonly question: Question; readonly position: Position }

export const encodeCursor = (resumption: Resumption, secret: string): string =>
  seal('search', resumption, secret)

/** Throws `forgedCursor` on anything `encodeCursor` did not make with this secret. */
export function decodeCursor(text: string, secret: string): Resumption {
  const resumption = unseal('search', text, secret)
  if (resumption === undefined) throw forgedCursor('cursor')
  return resumption as Resumption
}
