import { LRUCache } from 'lru-cache'
import { MEANING_WORDS } from '../../domain/words/meaning-index.ts'
import type { Reader, Understood } from '../../domain/words/understand.ts'
import { type Gazetteer, gazetteerOf, wordsOfNames } from '../../domain/words/where/gazetteer.ts'
import type { Named } from '../../domain/words/where/named.ts'
import { type KnownWord, lexiconOf } from '../../domain/words/word-lexicon.ts'
import { rememberedFor, remembering } from '../../domain/work/remembered.ts'
import type { Database } from '../db/database.ts'
import { run } from '../db/prepared.ts'
import type { Sql } from '../db/sql.ts'
import { isEverydayWord } from './everyday-words.ts'
import { nameSpread, namesAll, placesAbout, wordNewest, wordSpread, wordsAll } from './words.sql.ts'

/** How soon a new word is known to be one; whoever searches for it finds it at once all the same. */
const NEW_MS = 1_000
/** How common words are only chooses between corrections, and where towns lie hardly changes. */
const CHANGED_MS = 600_000

/** Questions of at most 200 characters: some 10 MB, were all of them so long. */
const REMEMBERED = 1_000

/**
 * What is known of words and names, kept in memory (some 50 000 words and 40 000 names, 30 MB) until the database has
 * others: reading them takes half a second.
 */
export function wordReader(database: Pick<Database, 'pool' | 'kind'>): () => Promise<Reader> {
  const one = async <Row>(statement: Sql) => JSON.stringify(await run<Row>(database, statement))
  const newest = rememberedFor(NEW_MS, () => one(wordNewest()))
  const spread = rememberedFor(CHANGED_MS, () => one(wordSpread()))
  const territories = rememberedFor(CHANGED_MS, () => one(nameSpread()))
  const names = remembering<Names>({ max: 1 })
  const knowledge = remembering<Reader>({ max: 1 })
  return async () => {
    const state = (await Promise.all([newest(), spread(), territories()])).join()
    return knowledge(state, async () => {
      const all = await names(await territories(), () => readNames(database))
      return readKnowledge(database, all)
    })
  }
}

type Names = { readonly all: readonly Named[]; readonly gazetteer: Gazetteer }
type NameRow = Omit<Named, 'centre' | 'whole'> & {
  readonly lat: number | null
  readonly lon: number | null
  /** Of a part: code and name of today's commune. */
  readonly whole: string | null
  readonly whole_name: string | null
}

async function readNames(database: Pick<Database, 'pool' | 'kind'>): Promise<Names> {
  const rows = await run<NameRow>(database, namesAll())
  const all = rows.map(({ lat, lon, whole, whole_name, ...name }) => ({
    ...name,
    centre: lat === null || lon === null ? null : { lat, lon },
    whole: whole === null || whole_name === null ? null : { code: whole, name: whole_name }
  }))
  return { all, gazetteer: gazetteerOf(all) }
}

async function readKnowledge(
  database: Pick<Database, 'pool' | 'kind'>,
  { all, gazetteer }: Names
): Promise<Reader> {
  const words = await run<KnownWord>(database, wordsAll())
  const [about] = await run<{ places: number }>(database, placesAbout())
  const lexicon = lexiconOf(
    [...words, ...wordsOfNames(all), ...wordsOfMeanings()],
    about?.places ?? 0,
    isEverydayWord
  )
  return { gazetteer, lexicon, memory: new LRUCache<string, Understood>({ max: REMEMBERED }) }
}

/** Every place may carry a term, so its words count as said by many. */
function* wordsOfMeanings(): Iterable<KnownWord> {
  for (const word of MEANING_WORDS) yield { word, places: 100, cities: 0 }
}
