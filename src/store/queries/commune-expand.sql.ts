import { type Sql, sql } from '../sql.ts'

/**
 * All the codes of the commune that bears this one today: places are filed under its arrondissements, and
 * under the codes of communes that merged since. An arrondissement stands for itself alone.
 */
export const communeExpand = (code: string): Sql => sql`
SELECT own.code FROM commune_code asked
JOIN commune_code own ON own.commune = asked.commune
  AND (asked.relation <> 'arrondissement' OR own.code = asked.code)
WHERE asked.code = ${code} ORDER BY own.code`
