import { Sql, sql } from '../sql.ts'

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
