import type { TerritoryKind } from '../../domain/territory.ts'
import { type Sql, sql } from '../sql.ts'
import { territoryColumns } from './territory-columns.sql.ts'

export function territoryFind(kind: TerritoryKind, code: string): Sql {
  const wanted =
    kind === 'commune' ? sql`(SELECT commune FROM commune_code WHERE code = ${code})` : sql`${code}`
  return sql`SELECT ${territoryColumns} FROM territory t WHERE t.kind = ${kind} AND t.code = ${wanted}`
}
