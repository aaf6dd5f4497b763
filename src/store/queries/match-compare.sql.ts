import type { Lookup, ScoredPair } from '../../domain/matching/match-store.ts'
import { type Sql, sql } from '../sql.ts'

export const matchTakeDue = (limit: number): Sql => sql`
DELETE FROM match_due WHERE record IN (SELECT record FROM match_due ORDER BY record LIMIT ${limit})
RETURNING record`

/** Records that make places, with the place that each made. */
export const matchRecords = (rows: readonly number[]): Sql => sql`
SELECT record.id AS row, record.source, mapped, geocoded, first_run AS listed_from,
       CASE WHEN NOT present THEN coalesce(last_run, first_run) END AS listed_until,
       place.id AS place_id, place.status, place.merged_into, place.created_at
FROM source_record record
JOIN source ON source.slug = record.source AND source.gives = 'places'
JOIN place ON place.id = record.place_id
WHERE record.id = ANY (${rows}::bigint[])`

/** Keys as numbers: two that fall together only make a pair that is then found to be different. */
export const matchPutKeys = (lookups: readonly Lookup[]): Sql => sql`
WITH given AS (
  SELECT DISTINCT row AS record, hashtextextended(key, 0) AS key
  FROM jsonb_to_recordset(${JSON.stringify(lookups)}::jsonb) AS g (row bigint, keys jsonb)
  CROSS JOIN LATERAL jsonb_array_elements_text(keys) AS each (key)
), gone AS (
  DELETE FROM match_key old WHERE record = ANY (${lookups.map(({ row }) => row)}::bigint[])
    AND NOT EXISTS (SELECT FROM given WHERE given.record = old.record AND given.key = old.key)
)
INSERT INTO match_key (key, record) SELECT key, record FROM given ORDER BY key ON CONFLICT DO NOTHING`

export const matchPutSpots = (lookups: readonly Lookup[]): Sql => {
  const spots = lookups.flatMap(({ row, position }) => (position === null ? [] : [{ row, ...position }]))
  return sql`
WITH given AS (
  SELECT row AS record, ST_SetSRID(ST_MakePoint(lon, lat), 4326)::geography AS spot
  FROM jsonb_to_recordset(${JSON.stringify(spots)}::jsonb) AS g (row bigint, lat float8, lon float8)
), gone AS (
  DELETE FROM match_spot WHERE record = ANY (${lookups.map(({ row }) => row)}::bigint[])
    AND record NOT IN (SELECT record FROM given)
)
INSERT INTO match_spot AS old (record, spot) SELECT record, spot FROM given
ON CONFLICT (record) DO UPDATE SET spot = excluded.spot WHERE old.spot <> excluded.spot`
}

/** Both ways go by an index: from the keys of each record, and from where it lies. */
export const matchCandidates = (rows: readonly number[], metres: number): Sql => sql`
SELECT DISTINCT least(mine, theirs) AS one, greatest(mine, theirs) AS other FROM (
  SELECT mine.record AS mine, theirs.record AS theirs
  FROM match_key mine JOIN match_key theirs ON theirs.key = mine.key AND theirs.record <> mine.record
  WHERE mine.record = ANY (${rows}::bigint[])
  UNION ALL
  SELECT mine.record, theirs.record
  FROM match_spot mine
  JOIN match_spot theirs ON ST_DWithin(theirs.spot, mine.spot, ${metres}) AND theirs.record <> mine.record
  WHERE mine.record = ANY (${rows}::bigint[])
) pair`

export const matchForgetPairs = (rows: readonly number[]): Sql => sql`
DELETE FROM match_pair WHERE one = ANY (${rows}::bigint[]) OR other = ANY (${rows}::bigint[])
RETURNING one, other`

export const matchPutPairs = (pairs: readonly ScoredPair[]): Sql => sql`
INSERT INTO match_pair (one, other, same, score)
SELECT one, other, same, score
FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS g (one bigint, other bigint, same boolean, score float8)
ORDER BY one, other
ON CONFLICT (one, other) DO UPDATE SET (same, score) = (excluded.same, excluded.score)`

export const matchPairsOf = (rows: readonly number[]): Sql => sql`
SELECT one, other, same, score FROM match_pair
WHERE one = ANY (${rows}::bigint[]) OR other = ANY (${rows}::bigint[])`

export const matchDecisionsOf = (rows: readonly number[]): Sql => sql`
SELECT one, other, same FROM match_decision
WHERE undone_at IS NULL AND (one = ANY (${rows}::bigint[]) OR other = ANY (${rows}::bigint[]))`
