import { type Sql, sql } from '../sql.ts'

/** What the index on words keeps of each of these; null for words of grammar. */
export const stems = (words: readonly string[]): Sql => sql`
SELECT word, (tsvector_to_array(to_tsvector('annuaire_french', word)))[1] AS stem FROM unnest(${words}::text[]) AS word`
