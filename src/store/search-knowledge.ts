import { type CodeFrequencies, readCodeFrequencies } from './code-frequencies.ts'
import type { Database } from './database.ts'
import { kept } from './kept.ts'
import { loadTermIds, type TermIds } from './term-ids.ts'

/** What a search must know before it asks, kept in memory for a little while. */
export type SearchKnowledge = {
  readonly terms: () => Promise<TermIds>
  readonly frequencies: () => Promise<CodeFrequencies>
}

/**
 * Terms come with a release or a new source, and ids never change: a minute late is soon enough. How common they
 * are only chooses the index, so an old figure costs time and never a wrong answer.
 */
const KEPT_MS = 60_000

export function searchKnowledge(database: Pick<Database, 'pool'>): SearchKnowledge {
  return {
    terms: kept(KEPT_MS, () => loadTermIds(database.pool)),
    frequencies: kept(KEPT_MS, () => readCodeFrequencies(database.pool))
  }
}
