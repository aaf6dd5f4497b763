import { CONTRIBUTED } from '../../domain/contributions/new-place.ts'
import { KEY_SORTS, type Key } from '../../domain/matching/pair-keys.ts'
import { type Sql, sql } from '../db/sql.ts'
import { keyAsNumber } from '../merging/match-compare.sql.ts'

/** Records of one key, of all directories together. A key with more ("bibliothèque" in Paris) tells none of them apart. */
const MOST_PER_KEY = 60

/** Present records that share one of these keys, with their places. */
export const recordsSharing = (keys: readonly Key[]): Sql => sql`
WITH asked AS MATERIALIZED (
  SELECT DISTINCT ${keyAsNumber(sql`key`, sql`sort`, sql`true`)} AS key
  FROM unnest(${keys.map(({ text }) => text)}::text[],
              ${keys.map(({ sort }) => KEY_SORTS.indexOf(sort))}::integer[]) AS g (key, sort)
), near AS MATERIALIZED (
  SELECT DISTINCT found.record
  FROM asked CROSS JOIN LATERAL (
    SELECT record FROM match_key WHERE match_key.key = asked.key LIMIT ${MOST_PER_KEY}
  ) found
)
SELECT known.row, known.place
FROM near CROSS JOIN LATERAL (
  SELECT id AS row, place_id AS place FROM source_record
  WHERE source_record.id = near.record AND present AND place_id IS NOT NULL OFFSET 0
) known`

/** The place to which the record of a proposal belongs, or the one into which that was merged. */
export const placeContributed = (reference: string): Sql => sql`
WITH RECURSIVE line AS (
  SELECT place.id, place.merged_into
  FROM source_record known JOIN place ON place.id = known.place_id
  WHERE known.source = ${CONTRIBUTED.source} AND known.record_id = ${reference}
  UNION ALL
  SELECT place.id, place.merged_into FROM line JOIN place ON place.id = line.merged_into
)
SELECT id FROM line WHERE merged_into IS NULL`
