import { LRUCache } from 'lru-cache'
import type { Stemmer } from '../../domain/search/ports.ts'
import type { Database } from '../db/database.ts'
import { run } from '../db/prepared.ts'
import { stems } from './words.sql.ts'

/** Cache size, about 3 MB; texts mostly repeat the same words. */
const KEPT_MOST = 20_000

/**
 * Stems words with the database, so that they agree with its index. Stems never change, so each word is
 * looked up once.
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
