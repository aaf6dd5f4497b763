import { rememberedFor } from '../../domain/concurrency/remembered.ts'
import type { Database } from '../db/database.ts'
import { readScheduleFrequencies, type ScheduleFrequencies } from '../hours/schedule-frequencies.ts'
import { loadTermIds, type TermIds } from '../vocabularies/term-ids.ts'
import { type CodeFrequencies, readCodeFrequencies } from './code-frequencies.ts'

/** The data that a search needs before its statement can be built, cached for a short time. */
export type SearchKnowledge = {
  /** Returns the ids of all terms, including the terms of these sources, even if the sources are new. */
  readonly terms: (sources?: readonly string[]) => Promise<TermIds>
  readonly frequencies: () => Promise<CodeFrequencies>
  readonly schedules: () => Promise<ScheduleFrequencies>
}

/**
 * How long the data is cached. Terms are only added by a release or a new source, and their ids never change. If
 * the cache lacks a requested source, the source was registered in the meantime, and the terms are read again.
 * Frequencies only affect the choice of the index, so an outdated value costs time but never gives a wrong answer.
 */
const KEPT_MS = 60_000

export function searchKnowledge(database: Pick<Database, 'pool'>): SearchKnowledge {
  let terms = rememberedFor(KEPT_MS, () => loadTermIds(database.pool))
  return {
    terms: async (sources = []) => {
      if (!hasSources(await terms(), sources))
        terms = rememberedFor(KEPT_MS, () => loadTermIds(database.pool))
      return terms()
    },
    frequencies: rememberedFor(KEPT_MS, () => readCodeFrequencies(database.pool)),
    schedules: rememberedFor(KEPT_MS, () => readScheduleFrequencies(database.pool))
  }
}

function hasSources(terms: TermIds, sources: readonly string[]): boolean {
  try {
    for (const slug of sources) terms('source', slug)
    return true
  } catch {
    return false
  }
}
