import type { ChangeRequest } from '../../domain/places/changes.ts'
import { type Sql, sql } from '../db/sql.ts'
import { placeColumns } from './place-columns.sql.ts'

/** A page of changes with their places. A single statement reads both, so that they are from the same snapshot. */
export function changes({ after, limit, withPlaces }: ChangeRequest): Sql {
  return sql`
SELECT change.id AS change_id, version, change.kind, change.place_id, change.survivor, change.fields, change.at,
       place.id, ${placeColumns}
FROM change
LEFT JOIN place ON ${withPlaces}::boolean AND place.id = change.place_id AND place.status = 'active'
WHERE (version, change.id) > (${after.version}::bigint, ${after.id}::bigint)
ORDER BY version, change.id LIMIT ${limit}`
}

/**
 * The position after all current changes. Changes of later versions come after it, and the changes of the current
 * version are either all visible or none of them is.
 */
export const changesEnd = (): Sql =>
  sql`SELECT version, coalesce((SELECT max(id) FROM change), 0) AS id FROM data_version`
