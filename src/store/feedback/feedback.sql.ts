import type { Period } from '../../domain/feedback/feedback-ports.ts'
import { type Sql, sql } from '../db/sql.ts'

/**
 * A place that a source lists, by a record of its own or of a place that was merged into it. A withdrawn place is not
 * listed any more.
 */
const listed = (source: string): Sql => sql`
SELECT FROM source_record JOIN place AS home ON home.id = source_record.place_id
WHERE source_record.source = ${source} AND present AND (home.id = place.id OR home.merged_into = place.id)`

const PLACE = sql`jsonb_build_object('id', place.id, 'name', place.document ->> 'display_name', 'city', nullif(place.city, ''))`

/** Values that were set in this period and stand. Those of a place that was merged stand on the place that it is now. */
export const valuesSet = (source: string, { after, until }: Period): Sql => sql`
SELECT ${PLACE} AS place, correction.field, correction.value::text AS value, made_at AS at
FROM correction
JOIN place AS corrected ON corrected.id = correction.place_id
JOIN place ON place.id = coalesce(corrected.merged_into, corrected.id)
WHERE made_at > ${after} AND made_at <= ${until} AND undone_at IS NULL AND place.status = 'active'
      AND EXISTS (${listed(source)})
ORDER BY correction.id`

/** Reports that were accepted in this period for one of these reasons. */
export const reportsFor = (source: string, { after, until }: Period, outcomes: readonly string[]): Sql => sql`
SELECT ${PLACE} AS place, outcome, CASE WHEN outcome = 'passed-on' THEN text END AS text
FROM contribution
JOIN place AS reported ON reported.id = contribution.place_id
JOIN place ON place.id = coalesce(reported.merged_into, reported.id)
WHERE closed_at > ${after} AND closed_at <= ${until} AND state = 'accepted' AND outcome = ANY (${outcomes}::text[])
      AND place.status = 'active' AND EXISTS (${listed(source)})
ORDER BY closed_at, contribution.id`
