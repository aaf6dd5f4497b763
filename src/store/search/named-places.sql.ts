import type { Point } from '../../domain/geo/geo.ts'
import type { NamedQuestion } from '../../domain/search/ports.ts'
import type { Words } from '../../domain/words/words.ts'
import { BY_LOCATION_AND_WORDS, BY_WORDS } from '../db/index-hints.sql.ts'
import { type Sql, sql } from '../db/sql.ts'
import { allInName, allOf } from '../words/tsquery.ts'
import { origin } from './place-conditions.sql.ts'

const whole = sql`words_of_name(sort_name) COLLATE "C"`

/**
 * Returns those of the given texts that are the whole name of a place, ignoring accents, case and punctuation. For
 * each text, the statement reads the next name in the order of the index: with a condition for equality, the
 * planner would instead read all names of a small directory (30 ms for 10 000 places).
 */
export const namesKnown = (names: readonly string[]): Sql => sql`
SELECT asked.whole FROM unnest(${names}::text[]) AS asked (whole) CROSS JOIN LATERAL (
  SELECT ${whole} AS whole FROM place WHERE status = 'active' AND ${whole} >= asked.whole
  ORDER BY ${whole} LIMIT 1
) next
WHERE next.whole = asked.whole`

/*
 * Each of these statements reads a limited number of places, because the indexes do not know whether a word is in
 * the name. A search in names alone would walk the whole country for a word that is common in services but occurs
 * in no name ("accès": 170 ms with 10 000 places, and longer with more places).
 */

const says = (query: string): Sql => sql`search @@ (SELECT to_tsquery('annuaire_french', ${query}))`
const inName = ({ groups }: Words): Sql => says(allInName(groups, []))

const shown = (near: Point | null): Sql =>
  sql`id, name, city, ${near ? sql`round(ST_Distance(location, ${origin(near)}))::float8` : sql`NULL::float8`} AS distance`
const order = (near: Point | null): Sql => (near ? sql`distance, id` : sql`weight DESC, id`)

/**
 * Finds names with rare words: the index on words finds all places that contain the words, and their names are
 * searched.
 */
export const placeNamedRarely = ({ words, near, limit }: NamedQuestion): Sql => sql`
SELECT ${shown(near)} FROM place
WHERE status = 'active' AND ${BY_WORDS} AND ${inName(words)}
ORDER BY ${order(near)} LIMIT ${limit}`

/**
 * Number of nearest places with the words that are read: about as many rows as for the 20 nearest places with a
 * common service.
 */
const NEAREST = 40
/**
 * Distance in metres within which places are read. Without this limit, common words that no name contains together
 * would be searched for in the whole country.
 */
const AROUND = 10_000

export const placeNamedNear = ({ words, limit }: NamedQuestion, near: Point): Sql => sql`
SELECT ${shown(near)} FROM (
  SELECT id, name, city, location, search FROM place
  WHERE status = 'active' AND ${BY_LOCATION_AND_WORDS} AND ${says(allOf(words.groups))}
    AND ST_DWithin(location, ${origin(near)}, ${AROUND}::float8)
  ORDER BY location <-> ${origin(near)} LIMIT ${NEAREST}
) nearest
WHERE ${inName(words)} ORDER BY distance, id LIMIT ${limit}`

/** Number of the best places whose names are searched. */
const BEST = 1_000

export const placeNamedAmongBest = ({ words, limit }: NamedQuestion): Sql => sql`
SELECT ${shown(null)} FROM (
  SELECT id, name, city, search, weight FROM place
  WHERE status = 'active' ORDER BY weight DESC, id LIMIT ${BEST}
) best
WHERE ${inName(words)} ORDER BY weight DESC, id LIMIT ${limit}`

/** Number of places read, in the order of their names. */
const BEGUN = 64

export const placeNamedBegun = ({ words, near, limit }: NamedQuestion): Sql => sql`
SELECT ${shown(near)} FROM (
  SELECT id, name, city, location, weight FROM place
  WHERE status = 'active' AND sort_name >= (SELECT sort_key(${words.whole}))
    AND sort_name < (SELECT sort_key(${words.whole}) || ${'\u{10FFFF}'})
  ORDER BY sort_name, id LIMIT ${BEGUN}
) begun
ORDER BY ${order(near)} LIMIT ${limit}`
