import { LRUCache } from 'lru-cache'
import type { Part } from '../../domain/search/ports.ts'
import { type Filters, TERRITORIES } from '../../domain/search/search-question.ts'
import { type Group, NO_WORDS, type Where } from '../../domain/words/words.ts'
import type { Database } from '../db/database.ts'
import { BY_WORDS } from '../db/index-hints.sql.ts'
import { run } from '../db/prepared.ts'
import type { Asked } from './place-conditions.sql.ts'
import { placeCount } from './place-count.sql.ts'

/** Whether so few places match that reading them all is quick: asked of the database, and remembered. */
export type Commonness = {
  /** That say the words; of what is `named` after a town, its name as well. */
  readonly saidByFew: (filters: Filters, part?: Part) => Promise<boolean>
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
    saidByFew: ({ words }, part = 'inside') => {
      if (!words) return Promise.resolve(false)
      const town = part === 'named' && words.where ? [groupOf(words.where)] : []
      // Where they were said, and how, is not asked here.
      const said = { ...NO_WORDS, groups: [...words.groups, ...town] }
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

const groupOf = ({ typed, says }: Where): Group => ({
  ...{ typed, length: 1, exact: says, same: [], near: [], codes: [] },
  ...{ required: true, weight: 1 }
})

const NOTHING: Filters = { codes: {}, accessibilityUnknown: 'exclude', territory: {} }

/** A territory has an index of its own, which serves where words are too common to be looked up first. */
export const inTerritory = ({ area, territory }: Filters): boolean =>
  area !== undefined || TERRITORIES.some((name) => territory[name] !== undefined)
