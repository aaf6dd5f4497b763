import { type Sql, sql } from '../sql.ts'
import type { StagingTables } from '../staging-tables.ts'

/** The row stays as it last was: its id still answers, and it may come back. */
export const placeWithdraw = (tables: StagingTables, placeIds: readonly string[], now: string): Sql => sql`
WITH gone AS (
  UPDATE place SET status = 'withdrawn', updated_at = ${now}::timestamptz
  WHERE id = ANY (${placeIds}::uuid[]) AND status = 'active'
  RETURNING id
)
INSERT INTO ${tables.changes} (place_id, kind) SELECT id, 'withdrawn' FROM gone
ON CONFLICT (place_id) DO NOTHING`
