import { type Sql, sql } from '../sql.ts'
import type { StagingTables } from '../staging-tables.ts'

/**
 * The row stays as it last was: its id still answers, and it may come back. Of a place that came, or came back, in this
 * very transaction nobody has heard, so nothing is told of it.
 */
export const placeWithdraw = (tables: StagingTables, placeIds: readonly string[], now: string): Sql => sql`
WITH gone AS (
  UPDATE place SET status = 'withdrawn', updated_at = ${now}::timestamptz
  WHERE id = ANY (${placeIds}::uuid[]) AND status = 'active'
  RETURNING id
), unheard AS (
  DELETE FROM ${tables.changes} noted USING gone
  WHERE noted.place_id = gone.id AND noted.kind IN ('created', 'restored')
  RETURNING noted.place_id
)
INSERT INTO ${tables.changes} AS noted (place_id, kind)
SELECT id, 'withdrawn' FROM gone WHERE id NOT IN (SELECT place_id FROM unheard)
ON CONFLICT (place_id) DO UPDATE SET (kind, fields) = ('withdrawn', '{}')`
