import { MEANING_WORDS } from '../../src/domain/words/meaning-index.ts'
import type { Knowledge } from '../../src/domain/words/walk.ts'
import { type Gazetteer, gazetteerOf, wordsOfNames } from '../../src/domain/words/where/gazetteer.ts'
import type { Named } from '../../src/domain/words/where/named.ts'
import { type KnownWord, lexiconOf } from '../../src/domain/words/word-lexicon.ts'
import { communeRows, territoryRows } from '../../src/store/territories/administrative-data.ts'
import { communeNameRows } from '../../src/store/territories/commune-names.ts'
import { everydayWords } from '../../src/store/words/everyday-words.ts'

/**
 * The knowledge for reading words: the names of territories, and words with their frequency in an imagined
 * directory.
 */
export function knowledgeOf(frequencies: Readonly<Record<string, number>>): Knowledge {
  const words = Object.entries(frequencies).map(([word, places]): KnownWord => ({ word, places, cities: 0 }))
  const meanings = [...MEANING_WORDS].map((word): KnownWord => ({ word, places: 100, cities: 0 }))
  const all = [...words, ...meanings, ...wordsOfNames(NAMES)]
  return { gazetteer: GAZETTEER, lexicon: lexiconOf(all, 10_000, everydayWords()) }
}

const TERRITORIES: readonly Named[] = territoryRows().map((row) => ({
  ...row,
  population: row.population ?? 0,
  centre: null,
  whole: null
}))

const COMMUNES = new Map(TERRITORIES.flatMap((each) => (each.kind === 'commune' ? [[each.code, each]] : [])))

/** The names of parts of communes, computed like `namesAll` in the store. */
const PARTS: readonly Named[] = communeNameRows(communeRows()).flatMap(
  ({ commune, name, code, postcodes }) => {
    const whole = COMMUNES.get(commune)
    const population =
      whole && code === commune && postcodes.length === 0 ? Math.floor(whole.population / 2) : 0
    return whole
      ? [{ ...whole, code, name, population, postcodes, whole: { code: commune, name: whole.name } }]
      : []
  }
)

export const NAMES: readonly Named[] = [...TERRITORIES, ...PARTS]

export const GAZETTEER: Gazetteer = gazetteerOf(NAMES)
