import { Sql, sql } from './sql.ts'

export type PlaceIndex = { readonly name: string; readonly definition: string }

/**
 * Of places and of when they are open: all but the primary keys, which foreign keys and the loading itself need, and the one
 * by which merged places are found. It is empty while none is merged; without it all places were read for each that is told.
 */
export const placeIndexes = (): Sql => sql`
SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
FROM pg_index WHERE indrelid IN ('place'::regclass, 'opening'::regclass)
  AND NOT indisunique AND indexrelid <> 'place_merged_into'::regclass
ORDER BY 1`

/** Nobody may put a place in between the look and the loading. */
export const placeLock = (): Sql => sql`LOCK TABLE place IN ACCESS EXCLUSIVE MODE`

export const placeIsEmpty = (): Sql => sql`SELECT NOT EXISTS (SELECT FROM place) AS empty`

/** Names and definitions are the database's own. */
export const placeIndexDrop = ({ name }: PlaceIndex): Sql => new Sql([`DROP INDEX ${name}`], [])
export const placeIndexCreate = ({ definition }: PlaceIndex): Sql => new Sql([definition], [])

/** Index builds that fit in memory take a third of the time; the default is 64 MB. */
export const placeIndexMemory = (): Sql => sql`SET LOCAL maintenance_work_mem = '512MB'`

/** The triggers of `place` that count the words of what each statement writes. */
export const wordsCounting = (on: boolean): Sql => {
  const turned = on ? sql`ENABLE` : sql`DISABLE`
  return sql`
ALTER TABLE place
  ${turned} TRIGGER place_inserted_words_counted,
  ${turned} TRIGGER place_updated_words_counted`
}

/** What they would have counted of all places, of a table in which there was none when they were turned off. */
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
  OFFSET 0 -- Else the planner asks of each word that is said whether it is one, and not of each that was counted.
) known
WHERE lexeme ~ '^[a-z]{2,30}$'
ORDER BY lexeme
ON CONFLICT (word) DO UPDATE SET (places, cities) = (excluded.places, excluded.cities)`
