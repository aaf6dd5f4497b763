import { type Sql, sql } from '../sql.ts'

/** The next places, with what their keywords are made from. */
export const keywordsNext = (after: string, limit: number): Sql => sql`
SELECT id, document::text AS document, keywords FROM place
WHERE id > ${after}::uuid ORDER BY id LIMIT ${limit} FOR UPDATE`

export const keywordsPut = (ids: readonly string[], keywords: readonly string[]): Sql => sql`
UPDATE place SET keywords = given.keywords
FROM unnest(${ids}::uuid[], ${keywords}::text[]) AS given (id, keywords)
WHERE place.id = given.id`
