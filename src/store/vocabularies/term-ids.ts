import { normaliseLabel } from '../../domain/vocabularies/read-label.ts'
import type { Runner } from '../db/sql.ts'
import { termIds } from './term-ids.sql.ts'

/** A term as `place` stores it: its id in `codes`, its words in `search`. */
export type StoredTerm = { readonly id: number; readonly words: readonly string[] }

/** The stored term of a vocabulary and code; throws on a code that no vocabulary has. */
export type TermIds = (vocabulary: string, code: string) => StoredTerm

type Row = {
  readonly id: number
  readonly vocabulary: string
  readonly code: string
  readonly label_fr: string
  readonly synonyms: readonly string[]
}

/** Loaded once for a batch: some 200 rows, where each place needs about ten of them. */
export async function loadTermIds(runner: Runner): Promise<TermIds> {
  const { rows } = await runner.query<Row>(termIds())
  // One within the other: twenty times a place, no two names are joined to look one up.
  const terms = new Map<string, Map<string, StoredTerm>>()
  for (const { id, vocabulary, code, label_fr, synonyms } of rows) {
    const ofVocabulary = terms.get(vocabulary) ?? new Map<string, StoredTerm>()
    terms.set(vocabulary, ofVocabulary.set(code, { id, words: telling([label_fr, ...synonyms]) }))
  }
  return (vocabulary, code) => {
    const term = terms.get(vocabulary)?.get(code)
    // A place is checked against the vocabularies long before it is stored, so this is a fault of ours.
    if (!term) throw new Error(`The vocabulary ${vocabulary} has no code ${code}.`)
    return term
  }
}

/** Wordings that add a word to those before: "Médiathèque" after "Bibliothèque / Médiathèque" only costs indexing. */
function telling(wordings: readonly string[]): readonly string[] {
  const known = new Set<string>()
  return wordings.filter((wording) => {
    const words = normaliseLabel(wording).split(' ')
    const adds = words.some((word) => !known.has(word))
    for (const word of words) known.add(word)
    return adds
  })
}
