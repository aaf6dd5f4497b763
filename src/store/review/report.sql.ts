import { type Sql, sql } from '../db/sql.ts'
import { HOME_ONE, HOME_OTHER } from './review.sql.ts'

/** The number of active places that have records of two sources, or several records of one source. */
export const reportMerged = (): Sql => sql`
WITH share AS MATERIALIZED (
  SELECT coalesce(place.merged_into, place.id) AS place, record.source, count(*) AS records
  FROM source_record record
  JOIN source ON source.slug = record.source AND source.gives = 'places'
  JOIN place ON place.id = record.place_id
  WHERE record.present AND record.source <> 'sample'
  GROUP BY 1, 2
)
SELECT one.source AS one, other.source AS other, count(*)::integer AS places
FROM share one JOIN share other ON other.place = one.place
  AND (one.source < other.source OR (one.source = other.source AND one.records > 1))
GROUP BY 1, 2`

/**
 * For every two places that are connected by stored pairs but not merged: their likeliest pair, whether decided or
 * not.
 */
export const reportApart = (): Sql => sql`
SELECT one, other FROM (
  SELECT DISTINCT ON (least(${HOME_ONE}, ${HOME_OTHER}), greatest(${HOME_ONE}, ${HOME_OTHER})) pair.one, pair.other
  FROM match_pair pair
  JOIN source_record one ON one.id = pair.one AND one.present
  JOIN source_record other ON other.id = pair.other AND other.present
  JOIN place place_one ON place_one.id = one.place_id
  JOIN place place_other ON place_other.id = other.place_id
  WHERE ${HOME_ONE} <> ${HOME_OTHER}
  ORDER BY least(${HOME_ONE}, ${HOME_OTHER}), greatest(${HOME_ONE}, ${HOME_OTHER}), pair.score DESC, pair.id
) likeliest
ORDER BY one, other`
