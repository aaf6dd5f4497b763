import { type Sql, sql } from '../sql.ts'

/** Those of these texts that are the whole name of a place, without accents, case and punctuation. */
export const namesKnown = (names: readonly string[]): Sql => sql`
SELECT asked.whole FROM unnest(${names}::text[]) AS asked (whole)
WHERE EXISTS (
  SELECT FROM place WHERE status = 'active' AND words_of_name(sort_name) COLLATE "C" = asked.whole)`
