import { CONTRIBUTED } from '../../domain/contributions/new-place.ts'
import { type Sql, sql } from '../db/sql.ts'

/**
 * Withdraws the record of a proposal, as a complete file without it would. Its place is composed again, or that into which it
 * was merged. What was compared with the record is compared again.
 */
export const contributedWithdraw = (reference: string): Sql => sql`
WITH RECURSIVE gone AS (
  UPDATE source_record SET present = false
  WHERE source = ${CONTRIBUTED.source} AND record_id = ${reference} AND present
  RETURNING id, place_id
), due AS (
  INSERT INTO match_due SELECT id FROM gone ON CONFLICT DO NOTHING
), line AS (
  SELECT place.id, place.merged_into FROM gone JOIN place ON place.id = gone.place_id
  UNION
  SELECT place.id, place.merged_into FROM line JOIN place ON place.id = line.merged_into
)
SELECT id FROM line WHERE merged_into IS NULL`
