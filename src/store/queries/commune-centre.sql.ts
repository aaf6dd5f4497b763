import { type Sql, sql } from '../sql.ts'

/** Not counting its places, as the whole territory would: a search that begins there asks only where it is. */
export const communeCentre = (code: string): Sql => sql`
SELECT round(ST_Y(t.centre::geometry)::numeric, 6)::float8 AS lat, round(ST_X(t.centre::geometry)::numeric, 6)::float8 AS lon
FROM commune_code c JOIN territory t ON t.kind = 'commune' AND t.code = c.commune
WHERE c.code = ${code} AND t.centre IS NOT NULL`
