import { LRUCache } from 'lru-cache'
import type { Filters } from '../../domain/search/search-question.ts'
import { TERRITORIES } from '../../domain/territories/territory-parameters.ts'
import type { Database } from '../db/database.ts'
import { BY_WORDS } from '../db/index-hints.sql.ts'
import { run } from '../db/prepared.ts'
import type { Asked } from './place-conditions.sql.ts'
import { placeCount, placesSaying } from './place-count.sql.ts'

/** Whether so few places match that it is quick to read them all. Counted in the database, and cached. */
export type Commonness = {
  /** Whether at most `few` places match the text of a tsquery. */
  readonly saidByFew: (query: string, few: number) => Promise<boolean>
  /** Whether few places match the filters, apart from the words. `ask` prepares filters for a statement. */
  readonly demandedOfFew: (filters: Filters, ask: (filters: Filters) => Promise<Asked>) => Promise<boolean>
}

/** Maximum number of places that count as few. So many places are read and sorted in about 40 ms. */
const FEW = 4_000

/**
 * The number of matches up to which reading all of them is faster than walking the index to the nearest hundred, in
 * a directory with `places` places. For each match that it finds, such a walk passes as many other places as there
 * are places per match, and passing a place costs a seventh of reading and scoring one.
 */
export const fewOf = (places: number): number => Math.min(FEW, Math.round(Math.sqrt((100 / 7) * places)))

/**
 * How long an answer is cached. Answers only decide which index is used, so an outdated one costs time but never
 * gives a wrong result.
 */
const KEPT_MS = 600_000
const KEPT_MOST = 5_000

export function commonness(database: Pick<Database, 'pool' | 'kind'>): Commonness {
  const known = new LRUCache<string, boolean>({ max: KEPT_MOST, ttl: KEPT_MS })
  const remembered = async (
    key: string,
    count: () => Promise<{ value: number } | undefined>,
    few: number
  ) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const met = ((await count())?.value ?? 0) <= few
    known.set(key, met)
    return met
  }
  return {
    saidByFew: (query, few) =>
      remembered(
        `${few} ${query}`,
        async () => (await run<{ value: number }>(database, placesSaying(query, BY_WORDS, few)))[0],
        few
      ),
    demandedOfFew: ({ q: _q, words: _words, where: _where, known: _known, ...rest }, ask) =>
      remembered(
        JSON.stringify(rest),
        async () => (await run<{ value: number }>(database, placeCount(await ask(rest), FEW)))[0],
        FEW
      )
  }
}

/**
 * Whether the search is limited to a territory. If the words are too common to be looked up first, the index of the
 * territory is used.
 */
export const inTerritory = ({ where, territory }: Filters): boolean =>
  where?.kind === 'area' || TERRITORIES.some((name) => territory[name] !== undefined)
