import { type Sql, sql } from '../db/sql.ts'

/** The next places, with the data from which their keywords are made. */
export const keywordsNext = (after: string, limit: number): Sql => sql`
SELECT id, document::text AS document FROM place
WHERE id > ${after}::uuid ORDER BY id LIMIT ${limit} FOR UPDATE`

/**
 * Updates the search words of places, but only where they change. Each element of `keywords` is the text of a
 * `tsvector`.
 */
export const keywordsPut = (ids: readonly string[], keywords: readonly string[]): Sql => sql`
UPDATE place SET search = place_search(name, city, keywords::tsvector, summary)
FROM unnest(${ids}::uuid[], ${keywords}::text[]) AS given (id, keywords)
WHERE place.id = given.id AND search <> place_search(name, city, keywords::tsvector, summary)
  || place_marks(codes_declared, codes, codes_likely, kinds)`

/**
 * Places whose codes differ from the labels that are valid on this day. If one source gives dates for a label and
 * another source gives none, the label counts as valid.
 */
export const labelsDue = (day: string): Sql => sql`
WITH dated AS (
  SELECT place_id, term_id,
         bool_or(daterange(valid_from, valid_until, '[]') @> ${day}::date) AS valid
  FROM place_label
  WHERE place_id IN (SELECT place_id FROM place_label WHERE valid_from IS NOT NULL OR valid_until IS NOT NULL)
  GROUP BY place_id, term_id
), due AS (
  SELECT place_id,
         coalesce(array_agg(term_id) FILTER (WHERE valid), '{}') AS valid,
         coalesce(array_agg(term_id) FILTER (WHERE NOT valid), '{}') AS over
  FROM dated GROUP BY place_id
)
SELECT id FROM due JOIN place ON id = place_id
WHERE NOT codes @> valid OR codes && over
ORDER BY id`
