import { LRUCache } from 'lru-cache'
import { rememberedFor, remembering } from '../../domain/concurrency/remembered.ts'
import { MEANING_WORDS } from '../../domain/words/meaning-index.ts'
import type { Reader, Understood } from '../../domain/words/understand.ts'
import { type Gazetteer, gazetteerOf, wordsOfNames } from '../../domain/words/where/gazetteer.ts'
import type { Named } from '../../domain/words/where/named.ts'
import { type KnownWord, lexiconOf } from '../../domain/words/word-lexicon.ts'
import type { Database } from '../db/database.ts'
import { run } from '../db/prepared.ts'
import type { Sql } from '../db/sql.ts'
import { everydayWords } from './everyday-words.ts'
import { nameSpread, namesAll, placesAbout, wordNewest, wordSpread, wordsAll } from './words.sql.ts'

/** Maximum age of the list of words. A new word that is not in it yet is still found by an exact search. */
const NEW_MS = 1_000
/**
 * Maximum age of word frequencies and names. The frequency of words only affects the choice between corrections, and
 * the positions of towns hardly change.
 */
const CHANGED_MS = 600_000

/** Number of cached questions. They take 10 MB at most, if all have 200 characters. */
const REMEMBERED = 1_000

/**
 * Returns a function that reads the known words and names. They are kept in memory (about 50 000 words and 40 000
 * names, 30 MB) and read again if the database has changed, which takes half a second.
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
  /** For a part of a commune, the code and name of the current commune. */
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
    // Read now, and not at the first misspelt word, which would block all other questions for half a second.
    everydayWords()
  )
  return { gazetteer, lexicon, memory: new LRUCache<string, Understood>({ max: REMEMBERED }) }
}

/** The words of vocabulary terms count as common, because any place may have any term. */
function* wordsOfMeanings(): Iterable<KnownWord> {
  for (const word of MEANING_WORDS) yield { word, places: 100, cities: 0 }
}
