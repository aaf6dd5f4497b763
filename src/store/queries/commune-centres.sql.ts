import { type Sql, sql } from '../sql.ts'

/** Rounded as positions are shown: a tenth of a metre is finer than any centre. */
export const communeCentres = (codes: readonly string[]): Sql => sql`
SELECT c.code, round(ST_Y(t.centre::geometry)::numeric, 6)::float8 AS lat, round(ST_X(t.centre::geometry)::numeric, 6)::float8 AS lon
FROM commune_code c JOIN territory t ON t.kind = 'commune' AND t.code = c.commune
WHERE c.code = ANY (${codes}::text[]) AND t.centre IS NOT NULL`
