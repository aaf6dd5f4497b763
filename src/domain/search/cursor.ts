import { forgedCursor } from '../errors.ts'
import { seal, unseal } from '../seal.ts'
import { type PackedWords, packWords, unpackWords } from '../words/pack-words.ts'
import type { Words } from '../words/words.ts'
import type { After, Count, Part } from './ports.ts'
import type { Reach } from './relevance/radius.ts'
import type { Filters, Question } from './search-question.ts'

/** Where in an answer the next page begins. */
export type Position = {
  readonly part: Part
  readonly after: After | null
  /** Number of places on earlier pages, which count towards `min_results`. */
  readonly seen: number
  /** Number of matching places, counted once for the first page. */
  readonly total: Count | null
  /** The radius of the answer, determined with the first page. */
  readonly reach: Reach | null
}

/** A cursor contains the whole question, so that the next page cannot lose a filter. */
type Resumption = { readonly question: Question; readonly position: Position }

/** The content of a cursor. It contains only the parts of the words that cannot be read again from the question. */
type Carried = Omit<Resumption, 'question'> & {
  readonly question: Omit<Question, 'filters'> & {
    readonly filters: Omit<Filters, 'words'> & { readonly words?: PackedWords | Words }
  }
}

export function encodeCursor(resumption: Resumption, secret: string): string {
  const { question } = resumption
  const { q, words } = question.filters
  if (q === undefined || !words) return seal('search', resumption, secret)
  const filters = { ...question.filters, words: packWords(q, words) }
  const carried: Carried = { ...resumption, question: { ...question, filters } }
  return seal('search', carried, secret)
}

/** Throws `forgedCursor` if `encodeCursor` did not create the text with this secret. */
export function decodeCursor(text: string, secret: string): Resumption {
  const carried = unseal('search', text, secret) as Carried | undefined
  if (carried === undefined) throw forgedCursor('cursor')
  const { words, ...filters } = carried.question.filters
  const { q } = filters
  const read = q === undefined || !words ? {} : { words: unpackWords(q, words) }
  return { ...carried, question: { ...carried.question, filters: { ...filters, ...read } } }
}
