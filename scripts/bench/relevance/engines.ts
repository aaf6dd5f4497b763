// The engines that the judged questions are sent to: this program, and two kinds of search that a database has by
// itself.
import type pg from 'pg'
import type { Deps } from '../../../src/deps.ts'
import type { Point } from '../../../src/domain/geo/geo.ts'
import { searchPlaces } from '../../../src/domain/search/search-places.ts'
import { COUNTED, EVERYTHING } from '../../../src/domain/search/search-question.ts'

export type Asking = { readonly q: string; readonly near: Point | null }

export type Engine = {
  readonly name: string
  /** Returns the ids of the first places. */
  readonly ask: (asking: Asking) => Promise<readonly string[]>
}

export const SHOWN = 10

export const annuaire = (deps: Deps): Engine => ({
  name: 'annuaire',
  ask: async ({ q, near }) => {
    const answer = await searchPlaces(deps, {
      filters: { ...EVERYTHING, q, ...(near && { near }) },
      ...{ sort: 'relevance', limit: SHOWN, facets: [], countMost: COUNTED.none }
    })
    return answer.items.map(({ id }) => id)
  }
})

/** Plain French full-text search: places that contain all words, ordered by `ts_rank`. */
export const fullText = (pool: pg.Pool): Engine => ({
  name: 'full text',
  ask: async ({ q }) =>
    idsOf(
      await pool.query(
        `SELECT id FROM place, websearch_to_tsquery('annuaire_french', $1) AS asked
         WHERE status = 'active' AND search @@ asked ORDER BY ts_rank(search, asked) DESC, id LIMIT ${SHOWN}`,
        [q]
      )
    )
})

/** Search by the trigram similarity of name and city, with `pg_trgm`. */
export const trigrams = (pool: pg.Pool): Engine => ({
  name: 'trigrams',
  ask: async ({ q }) =>
    idsOf(
      await pool.query(
        `SELECT id FROM place WHERE status = 'active'
         ORDER BY similarity(fold(name || ' ' || city), fold($1)) DESC, id LIMIT ${SHOWN}`,
        [q]
      )
    )
})

const idsOf = ({ rows }: pg.QueryResult<{ id: string }>): readonly string[] => rows.map(({ id }) => id)
