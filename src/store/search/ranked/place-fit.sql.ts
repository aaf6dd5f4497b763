import { type Sql, sql } from '../../db/sql.ts'
import { isGood, isOpen } from '../place-conditions.sql.ts'
import type { Compiled } from './compile.ts'
import type { TimeWish } from './score.sql.ts'
import type { WishParameters } from './wish-parameters.ts'

/**
 * Returns, for each of these places, how well it fits each wish and then the time, and whether it meets all main
 * wishes.
 */
export function placeFit(
  ids: readonly string[],
  wishes: readonly WishParameters[],
  { time, good }: Pick<Compiled, 'time' | 'good'>
): Sql {
  const fits = [...wishes.map(fitOfWish), ...(time ? [fitOfTime(time)] : [])]
  const all = fits.reduce((list, each) => sql`${list}, ${each}`)
  return sql`SELECT id, ARRAY[${all}] AS fit, ${good ? isGood(good) : sql`true`} AS fits FROM place WHERE id = ANY (${ids}::uuid[])`
}

function fitOfWish({ ids: [meant, possible, related], said, isKind }: WishParameters): Sql {
  const akin = [...possible, ...related]
  const says = (text: string) => sql`search @@ (SELECT to_tsquery('annuaire_french', nullif(${text}, '')))`
  return sql`
    CASE WHEN codes_declared && ${meant}::integer[] OR kinds && ${meant}::integer[] OR ${says(said.declared)} THEN 'declared'
         WHEN codes_likely && ${meant}::integer[] OR ${says(said.implied)} THEN 'implied'
         WHEN codes_denied && ${meant}::integer[] THEN 'no'
         WHEN codes && ${akin}::integer[] OR kinds && ${akin}::integer[] THEN 'unknown'
         WHEN ${isKind}::boolean AND kinds <> '{}' THEN 'no' ELSE 'unknown' END`
}

const fitOfTime = ({ open, notClosed }: TimeWish): Sql => sql`
  CASE WHEN ${isOpen(open)} THEN 'declared' WHEN ${isOpen(notClosed)} THEN 'unknown' ELSE 'no' END`
