import { LRUCache } from 'lru-cache'
import type { Filters } from '../domain/search-question.ts'
import { TERRITORIES } from '../domain/search-question.ts'
import type { Database } from './database.ts'
import { run } from './prepared.ts'
import { BY_WORDS } from './queries/doors.sql.ts'
import type { Asked } from './queries/place-conditions.sql.ts'
import { placeCount } from './queries/place-count.sql.ts'

/** Whether so few places match that reading them all is quick: asked of the database, and remembered. */
export type Commonness = {
  /** That say the words. */
  readonly saidByFew: (filters: Filters) => Promise<boolean>
  /** That meet all the other filters; `ask` makes of filters what a statement is made from. */
  readonly restMetByFew: (filters: Filters, ask: (filters: Filters) => Promise<Asked>) => Promise<boolean>
}

/** So many are read and put in order in some 40 ms. */
const FEW = 4_000
/** Of a territory, so many are looked through for words: a département, not a région. */
const FEW_IN_TERRITORY = 20_000

/** It only chooses the way, so that an old answer costs time and is never wrong. */
const KEPT_MS = 600_000
const KEPT_MOST = 5_000

export function commonness(database: Pick<Database, 'pool' | 'kind'>): Commonness {
  const known = new LRUCache<string, boolean>({ max: KEPT_MOST, ttl: KEPT_MS })
  const fewMeet = async (filters: Filters, few: number, ask: (filters: Filters) => Promise<Asked>) => {
    const key = JSON.stringify(filters)
    const before = known.get(key)
    if (before !== undefined) return before
    const [row] = await run<{ value: number }>(database, placeCount(await ask(filters), few))
    const met = (row?.value ?? 0) <= few
    known.set(key, met)
    return met
  }
  return {
    saidByFew: ({ words }) => {
      if (!words) return Promise.resolve(false)
      // Where they were said, and how, is not asked here.
      const said = { groups: words.groups, where: null, readings: [], whole: '' }
      const filters: Filters = { ...NOTHING, words: said }
      return fewMeet(filters, FEW, async () => ({
        filters,
        part: 'inside',
        codes: null,
        open: null,
        door: BY_WORDS
      }))
    },
    restMetByFew: ({ q: _q, words: _words, ...rest }, ask) =>
      fewMeet(rest, inTerritory(rest) ? FEW_IN_TERRITORY : FEW, ask)
  }
}

const NOTHING: Filters = { codes: {}, accessibilityUnknown: 'exclude', territory: {} }

/** A territory has an index of its own, which serves where words are too common to be looked up first. */
export const inTerritory = ({ area, territory }: Filters): boolean =>
  area !== undefined || TERRITORIES.some((name) => territory[name] !== undefined)
