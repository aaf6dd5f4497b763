import { type Gazetteer, gazetteerOf, type Named, wordsOfNames } from '../../src/domain/words/gazetteer.ts'
import { MEANING_WORDS } from '../../src/domain/words/meaning-index.ts'
import type { Knowledge } from '../../src/domain/words/read-words.ts'
import { type KnownWord, lexiconOf } from '../../src/domain/words/word-lexicon.ts'
import { territoryRows } from '../../src/store/territories/administrative-data.ts'

/** The names of territories, and words with their frequency in an imagined directory. */
export function knowledgeOf(frequencies: Readonly<Record<string, number>>): Knowledge {
  const words = Object.entries(frequencies).map(([word, places]): KnownWord => ({ word, places, cities: 0 }))
  const meanings = [...MEANING_WORDS].map((word): KnownWord => ({ word, places: 100, cities: 0 }))
  return { gazetteer: GAZETTEER, lexicon: lexiconOf([...words, ...meanings, ...wordsOfNames(NAMES)], 10_000) }
}

const NAMES: readonly Named[] = territoryRows().flatMap((row) => {
  const { kind, code, name, department, postcodes, population } = row
  return kind === 'epci'
    ? []
    : [{ kind, code, name, department, postcodes, population: population ?? 0, centre: null }]
})

const GAZETTEER: Gazetteer = gazetteerOf(NAMES)
