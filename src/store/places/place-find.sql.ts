import { type Sql, sql } from '../db/sql.ts'
import { placeColumns } from './place-columns.sql.ts'

/** A place by id, whatever its status. The place into which it was merged may itself have been merged. */
export function placeFind(id: string): Sql {
  return sql`
WITH RECURSIVE line AS (
  SELECT id, status, merged_into FROM place WHERE id = ${id}::uuid
  UNION
  SELECT place.id, place.status, place.merged_into FROM line JOIN place ON place.id = line.merged_into
)
SELECT asked.status, id, ${placeColumns},
       (SELECT id FROM line WHERE status <> 'merged') AS survivor
FROM place asked WHERE id = ${id}::uuid`
}
