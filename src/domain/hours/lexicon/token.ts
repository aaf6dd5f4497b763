import type { Meaning } from './meaning.ts'

type At = { readonly start: number; readonly end: number }

/** The tokens of a text about hours. */
export type Token = At &
  (
    | { readonly kind: 'time'; readonly minutes: number }
    /** A number that may be an hour, a day of the month or a count, depending on the context. */
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'ordinal'; readonly rank: number }
    | { readonly kind: 'date'; readonly day: number; readonly month: number; readonly year: number | null }
    | { readonly kind: 'year'; readonly year: number }
    | { readonly kind: 'mark'; readonly mark: string }
    | { readonly kind: 'word'; readonly meaning: Meaning }
    | { readonly kind: 'unknown' }
  )

export const isMark = (token: Token | undefined, ...marks: readonly string[]): boolean =>
  token?.kind === 'mark' && marks.includes(token.mark)

export const means = (token: Token | undefined, ...kinds: readonly Meaning['is'][]): boolean =>
  token?.kind === 'word' && kinds.includes(token.meaning.is)
