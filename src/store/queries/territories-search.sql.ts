import type { TerritoryQuestion } from '../../domain/territory.ts'
import { normaliseLabel } from '../../domain/vocabularies/read-label.ts'
import { and, type Sql, sql } from '../sql.ts'
import { territoryColumns } from './territory-columns.sql.ts'

/** Best first: the very name, code or postcode, names that begin so, then any word of a name; in each the most peopled first. */
export function territoriesSearch({ q, kind, limit }: TerritoryQuestion): Sql {
  const pattern = q === undefined ? '' : likePattern(q)
  const code = q?.trim().toUpperCase() ?? ''
  const rank = sql`CASE WHEN t.code = ${code} OR t.postcodes @> ARRAY[${code}::text] OR t.folded LIKE ${pattern} THEN 0
       WHEN t.folded LIKE ${`${pattern}%`} THEN 1 ELSE 2 END`
  // Places are counted for the rows that are shown, not for all that matched.
  return sql`
SELECT ${territoryColumns}
FROM (
  SELECT t.*, ${rank} AS rank FROM territory t
  WHERE ${and([kind && sql`t.kind = ${kind}`, q !== undefined && matches(pattern, code)])}
  ORDER BY rank, t.population DESC NULLS LAST, t.kind, t.code
  LIMIT ${limit}
) t
ORDER BY t.rank, t.population DESC NULLS LAST, t.kind, t.code`
}

function matches(pattern: string, code: string): Sql {
  const known = sql`t.code = ${code} OR t.postcodes @> ARRAY[${code}::text]
    OR t.kind = 'commune' AND t.code = (SELECT commune FROM commune_code WHERE code = ${code})`
  if (pattern === '') return sql`(${known})`
  const words = [`${pattern}%`, `% ${pattern}%`, `%-${pattern}%`, `%'${pattern}%`]
  return sql`(${known} OR t.folded LIKE ANY (${words}::text[]))`
}

/**
 * Any one sign may stand between two words, so that "saint lo" finds "Saint-Lô". Only letters and digits are
 * left of what was typed: nothing in it can be a wildcard.
 */
const likePattern = (q: string): string =>
  normaliseLabel(q)
    .replace(/\bst(e?)\b/g, 'saint$1')
    .replaceAll(' ', '_')
