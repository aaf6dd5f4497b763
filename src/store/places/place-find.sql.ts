import { type Sql, sql } from '../db/sql.ts'
import { shown } from './place-columns.sql.ts'

/** One place by its id, whatever has become of it. The survivor of a merge may have been merged in turn. */
export function placeFind(id: string): Sql {
  return sql`
WITH RECURSIVE line AS (
  SELECT id, status, merged_into FROM place WHERE id = ${id}::uuid
  UNION
  SELECT place.id, place.status, place.merged_into FROM line JOIN place ON place.id = line.merged_into
)
SELECT asked.status, id, ${shown},
       (SELECT id FROM line WHERE status <> 'merged') AS survivor
FROM place asked WHERE id = ${id}::uuid`
}
