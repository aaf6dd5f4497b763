import type { TerritoryKind } from '../../domain/territory.ts'
import { type Sql, sql } from '../sql.ts'

export const territoryExists = (kind: TerritoryKind, code: string): Sql =>
  sql`SELECT FROM territory WHERE kind = ${kind} AND code = ${code}`
