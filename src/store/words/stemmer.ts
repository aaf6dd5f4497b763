import { LRUCache } from 'lru-cache'
import type { Stemmer } from '../../domain/search/ports.ts'
import type { Database } from '../db/database.ts'
import { run } from '../db/prepared.ts'
import { stems } from './words.sql.ts'

/** Maximum number of cached words, about 3 MB. Texts mostly repeat the same words. */
const KEPT_MOST = 20_000

/**
 * Stems words with the database, so that the stems agree with its index. The stem of a word never changes, so each
 * word is looked up only once.
 */
export function stemmer(database: Pick<Database, 'pool' | 'kind'>): Stemmer {
  const known = new LRUCache<string, { readonly stem: string | null }>({ max: KEPT_MOST })
  return async (words) => {
    const stemmed = new Map(words.map((word) => [word, known.get(word)]))
    const others = words.filter((word) => !stemmed.get(word))
    if (others.length > 0) {
      for (const { word, stem } of await run<StemRow>(database, stems(others))) {
        known.set(word, { stem })
        stemmed.set(word, { stem })
      }
    }
    return (word) => stemmed.get(word)?.stem ?? null
  }
}

type StemRow = { readonly word: string; readonly stem: string | null }
