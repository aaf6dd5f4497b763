import { type Sql, sql } from '../sql.ts'

/**
 * Communes that merged into another are codes of that other one by now, and no longer territories themselves.
 * Not part of the loading statement, whose parts all see the tables as they were before it.
 */
export const territoriesPrune = (): Sql => sql`
DELETE FROM territory t
WHERE t.kind = 'commune' AND NOT EXISTS (SELECT FROM commune_code c WHERE c.commune = t.code)`
