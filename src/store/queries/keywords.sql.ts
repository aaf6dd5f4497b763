import { type Sql, sql } from '../sql.ts'

/** The next places, with what their keywords are made from. */
export const keywordsNext = (after: string, limit: number): Sql => sql`
SELECT id, document::text AS document FROM place
WHERE id > ${after}::uuid ORDER BY id LIMIT ${limit} FOR UPDATE`

/** Of those that are found otherwise by them. `keywords` is text of a `tsvector` each. */
export const keywordsPut = (ids: readonly string[], keywords: readonly string[]): Sql => sql`
UPDATE place SET search = place_search(name, city, keywords::tsvector, summary)
FROM unnest(${ids}::uuid[], ${keywords}::text[]) AS given (id, keywords)
WHERE place.id = given.id AND search <> place_search(name, city, keywords::tsvector, summary)`
