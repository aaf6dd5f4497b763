import { Sql, sql } from './sql.ts'

export type PlaceIndex = { readonly name: string; readonly definition: string }

/**
 * The indexes of places and openings that can be dropped while loading: all except the primary keys, which foreign
 * keys and the loading itself need, and the index on merged places. That index is empty before the first merge, and
 * without it every lookup would read all places.
 */
export const placeIndexes = (): Sql => sql`
SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
FROM pg_index WHERE indrelid IN ('place'::regclass, 'opening'::regclass)
  AND NOT indisunique AND indexrelid <> 'place_merged_into'::regclass
ORDER BY 1`

/** Locks the table, so that no place is inserted between the check and the loading. */
export const placeLock = (): Sql => sql`LOCK TABLE place IN ACCESS EXCLUSIVE MODE`

export const placeIsEmpty = (): Sql => sql`SELECT NOT EXISTS (SELECT FROM place) AS empty`

/** Names and definitions come from the database, so they can be used as SQL text. */
export const placeIndexDrop = ({ name }: PlaceIndex): Sql => new Sql([`DROP INDEX ${name}`], [])
export const placeIndexCreate = ({ definition }: PlaceIndex): Sql => new Sql([definition], [])

/** More memory for building indexes (the default is 64 MB): a build that fits in memory takes a third of the time. */
export const placeIndexMemory = (): Sql => sql`SET LOCAL maintenance_work_mem = '512MB'`

/** Turns the triggers of `place` that count words on or off. */
export const wordsCounting = (on: boolean): Sql => {
  const turned = on ? sql`ENABLE` : sql`DISABLE`
  return sql`
ALTER TABLE place
  ${turned} TRIGGER place_inserted_words_counted,
  ${turned} TRIGGER place_updated_words_counted`
}

/**
 * Counts the words of all places, for a table that was empty when the triggers were turned off: the triggers would
 * have made the same counts.
 */
export const wordsCount = (): Sql => sql`
INSERT INTO word (word, places, cities)
SELECT lexeme, places, cities FROM (
  SELECT lexeme, sum(in_place) AS places, sum(in_city) AS cities FROM (
    SELECT lexeme, 1 AS in_place, 0 AS in_city
    FROM place, unnest(tsvector_to_array(to_tsvector('annuaire_words', concat_ws(' ', name, city, summary)))) AS lexeme
    WHERE status = 'active'
    UNION ALL
    SELECT lexeme, 0, said
    FROM (SELECT city, count(*) AS said FROM place WHERE status = 'active' GROUP BY city) by_city,
         unnest(tsvector_to_array(to_tsvector('annuaire_words', city))) AS lexeme
  ) counted
  GROUP BY lexeme
  OFFSET 0 -- Otherwise the planner checks the pattern for each occurrence instead of each distinct word.
) known
WHERE lexeme ~ '^[a-z]{2,30}$'
ORDER BY lexeme
ON CONFLICT (word) DO UPDATE SET (places, cities) = (excluded.places, excluded.cities)`
