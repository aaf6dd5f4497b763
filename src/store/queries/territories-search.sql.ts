import type { TerritoryQuestion } from '../../domain/territory.ts'
import { normaliseLabel } from '../../domain/vocabularies/read-label.ts'
import { and, type Sql, sql } from '../sql.ts'
import { territoryColumns } from './territory-columns.sql.ts'

/**
 * Words apart by one space: "saint lo" must find "Saint-Lô", and "faucigny glieres" "CC Faucigny - Glières". No
 * index is asked: one pass over all 36 000 names takes 10 ms, and any word of a name may be the one looked for.
 */
const words = sql`replace(translate(t.folded, '-''', '  '), '   ', ' ')`

/** Best first: the very name, code or postcode, then names that begin so, then any word; in each the most peopled. */
export function territoriesSearch({ q, kind, limit }: TerritoryQuestion): Sql {
  const typed = q === undefined ? '' : typedWords(q)
  const code = q?.trim().toUpperCase() ?? ''
  const rank = sql`CASE WHEN t.code = ${code} OR t.postcodes @> ARRAY[${code}::text] OR ${words} = ${typed} THEN 0
       WHEN ${words} LIKE ${`${typed}%`} THEN 1 ELSE 2 END`
  // Places are counted for the rows that are shown, not for all that matched.
  return sql`
SELECT ${territoryColumns}
FROM (
  SELECT t.*, ${rank} AS rank FROM territory t
  WHERE ${and([kind && sql`t.kind = ${kind}`, q !== undefined && matches(typed, code)])}
  ORDER BY rank, t.population DESC NULLS LAST, t.kind, t.code
  LIMIT ${limit}
) t
ORDER BY t.rank, t.population DESC NULLS LAST, t.kind, t.code`
}

function matches(typed: string, code: string): Sql {
  const known = sql`t.code = ${code} OR t.postcodes @> ARRAY[${code}::text]
    OR t.kind = 'commune' AND t.code = (SELECT commune FROM commune_code WHERE code = ${code})`
  if (typed === '') return sql`(${known})`
  // The first word alone, asked first, spares nearly all names the arranging of their words.
  const likely = sql`t.folded LIKE ${`%${typed.split(' ')[0]}%`}`
  return sql`(${known} OR (${likely} AND ' ' || ${words} LIKE ${`% ${typed}%`}))`
}

/** Only letters, digits and single spaces are left of what was typed: nothing in it can be a wildcard. */
const typedWords = (q: string): string => normaliseLabel(q).replace(/\bst(e?)\b/g, 'saint$1')
