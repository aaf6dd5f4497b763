import { type Sql, sql } from '../db/sql.ts'

/** The services that each source has ever declared. */
export const sourcesDeclare = (): Sql => sql`SELECT slug, declares FROM source ORDER BY slug`

/** Populations of towns; for an arrondissement, the population of its city. */
export const townPopulations = (codes: readonly string[]): Sql => sql`
SELECT c.code, t.population
FROM commune_code c JOIN territory t ON t.kind = 'commune' AND t.code = c.commune
WHERE c.code = ANY (${codes}::text[])`

/** Stores that a source declares all of these services. */
export const sourceDeclaresAll = (source: string, services: readonly string[]): Sql => sql`
UPDATE source SET declares = ${services}::text[] WHERE slug = ${source} AND declares <> ${services}::text[]`
