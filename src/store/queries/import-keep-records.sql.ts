import type { RecordLink } from '../../domain/import-ports.ts'
import { type Sql, sql } from '../sql.ts'
import type { StagingTables } from '../staging-tables.ts'

/**
 * Each stays a record of the place that it made, even while that is merged into another: to split them again is then to
 * undo that alone. What came or changed is due to be compared with other records. Raw and mapped go from staging to
 * where they stay without another journey.
 */
export function importKeepRecords(
  tables: StagingTables,
  {
    run,
    source,
    links
  }: { readonly run: string; readonly source: string; readonly links: readonly RecordLink[] }
): Sql {
  return sql`
WITH taken AS (
INSERT INTO source_record AS kept
  (source, record_id, place_id, raw, mapped, fingerprint, changed_on, present, first_run, last_run,
   geocoded, geocode_again, raw_key, told, located)
SELECT ${source}, staged.record_id, link.place_id, staged.raw, staged.mapped, staged.fingerprint,
       (staged.mapped ->> 'changed_on')::date, true, ${run}::uuid, ${run}::uuid,
       found.geocoded, coalesce(found.again, false), staged.raw_key, staged.told, staged.located
FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS link (position bigint, place_id uuid)
JOIN ${tables.contents} staged USING (position)
LEFT JOIN ${tables.positions} found ON found.record_id = staged.record_id
ORDER BY position
ON CONFLICT (source, record_id) DO UPDATE SET
  (place_id, raw, mapped, fingerprint, changed_on, present, last_run, geocoded, geocode_again,
   raw_key, told, located) =
  (coalesce(kept.place_id, excluded.place_id), excluded.raw, excluded.mapped, excluded.fingerprint,
   excluded.changed_on, true, excluded.last_run, excluded.geocoded, excluded.geocode_again,
   excluded.raw_key, excluded.told, excluded.located)
RETURNING id
)
INSERT INTO match_due SELECT id FROM taken ON CONFLICT DO NOTHING`
}
