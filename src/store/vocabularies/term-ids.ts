import { normaliseLabel } from '../../domain/vocabularies/read-label.ts'
import type { Runner } from '../db/sql.ts'
import { termIds } from './term-ids.sql.ts'

/** A term as it is stored with a place: by its id in the column `codes`, and by its words in the column `search`. */
export type StoredTerm = { readonly id: number; readonly words: readonly string[] }

/** Returns the stored term of a code; throws if the vocabulary does not have the code. */
export type TermIds = (vocabulary: string, code: string) => StoredTerm

type Row = {
  readonly id: number
  readonly vocabulary: string
  readonly code: string
  readonly label_fr: string
  readonly synonyms: readonly string[]
}

/** Loads the terms once per transaction: about 200 rows, of which each place needs about ten. */
export async function loadTermIds(runner: Runner): Promise<TermIds> {
  const { rows } = await runner.query<Row>(termIds())
  // The maps are nested, because each place looks up about twenty terms, and a joined key would have to be built
  // each time.
  const byVocabulary = new Map<string, Map<string, Row>>()
  for (const row of rows) {
    const byCode = byVocabulary.get(row.vocabulary) ?? new Map<string, Row>()
    byVocabulary.set(row.vocabulary, byCode.set(row.code, row))
  }
  // Terms are built on first use: a correction needs only ten terms, and splitting the words of all terms takes as
  // long as storing the correction.
  const terms = new Map<Row, StoredTerm>()
  return (vocabulary, code) => {
    const row = byVocabulary.get(vocabulary)?.get(code)
    // Places are validated against the vocabularies before they are stored, so an unknown code is a bug.
    if (!row) throw new Error(`The vocabulary ${vocabulary} has no code ${code}.`)
    const known = terms.get(row)
    if (known) return known
    const term = { id: row.id, words: withoutRepeats([row.label_fr, ...row.synonyms]) }
    terms.set(row, term)
    return term
  }
}

/**
 * Keeps only wordings that add a word to the wordings before them: "Médiathèque" after "Bibliothèque / Médiathèque"
 * would only take space in the index.
 */
function withoutRepeats(wordings: readonly string[]): readonly string[] {
  const known = new Set<string>()
  return wordings.filter((wording) => {
    const words = normaliseLabel(wording).split(' ')
    const adds = words.some((word) => !known.has(word))
    for (const word of words) known.add(word)
    return adds
  })
}
