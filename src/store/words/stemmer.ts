import { LRUCache } from 'lru-cache'
import type { Stemmer } from '../../domain/search/ports.ts'
import type { Database } from '../db/database.ts'
import { run } from '../db/prepared.ts'
import { stems } from './words.sql.ts'

/** Most texts say few words: these are 3 MB. */
const KEPT_MOST = 20_000

/** Asked of the database, which alone knows how it stems; a word's stem never changes, so it is asked once. */
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
