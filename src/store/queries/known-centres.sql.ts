import { type Sql, sql } from '../sql.ts'

/** Of all communes whose centre is known: of the larger ones always, of all once a territory file was loaded. */
export const knownCentres = (): Sql => sql`
SELECT code, round(ST_Y(centre::geometry)::numeric, 4)::float8 AS lat, round(ST_X(centre::geometry)::numeric, 4)::float8 AS lon
FROM territory WHERE kind = 'commune' AND centre IS NOT NULL ORDER BY code`
