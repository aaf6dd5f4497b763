import type { ComparedContent } from '../../domain/matching/comparable.ts'
import { type Crowds, KEY_SORTS } from '../../domain/matching/pair-keys.ts'
import type { ScoredPair } from '../../domain/matching/pairs.ts'
import type { Lookup, Stretch } from '../../domain/merging/match-writer.ts'
import type { PlaceContent } from '../../domain/places/place.ts'
import { EMPTY, type Sql, sql } from '../db/sql.ts'

/**
 * Makes all records due if the rules have changed, or if it is not known by which rules they were compared.
 * Left out: records of the sample, whose places are invented, and of sources that create no places.
 */
export const matchRenew = (rules: string): Sql => sql`
WITH other AS (
  INSERT INTO derivation AS known (name, rules) VALUES ('matching', ${rules})
  ON CONFLICT (name) DO UPDATE SET rules = excluded.rules WHERE known.rules <> excluded.rules
  RETURNING name
)
INSERT INTO match_due
SELECT record.id FROM source_record record JOIN source ON source.slug = record.source
WHERE source.gives = 'places' AND record.source <> 'sample' AND record.place_id IS NOT NULL
  AND EXISTS (SELECT FROM other)
ON CONFLICT DO NOTHING`

/** Forgets by which rules records were compared. */
export const matchForgetRules = (): Sql => sql`DELETE FROM derivation WHERE name = 'matching'`

/** Temporary tables: records to compare, and records whose places may have to be merged or split. */
export const matchListsOpen = (): readonly Sql[] => [
  sql`CREATE TEMPORARY TABLE match_waiting (
    nth bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, record bigint NOT NULL
  ) ON COMMIT DROP`,
  sql`CREATE TEMPORARY TABLE match_touched (
    record bigint PRIMARY KEY, nth bigint GENERATED ALWAYS AS IDENTITY UNIQUE
  ) ON COMMIT DROP`
]

/**
 * In the order of their positions or communes, because all keys except identifiers are limited to a town or
 * to an area.
 */
export const matchListDue = (most: number | undefined): Sql => sql`
INSERT INTO match_waiting (record)
SELECT due.record FROM match_due due JOIN source_record known ON known.id = due.record
LEFT JOIN place ON place.id = known.place_id
ORDER BY place.point, place.commune, due.record
${most === undefined ? EMPTY : sql`LIMIT ${most}`}`

export const matchListed = ({ after, last }: Stretch): Sql =>
  sql`SELECT record FROM match_waiting WHERE nth > ${after} AND nth <= ${last} ORDER BY nth`

export const matchTakeDue = (rows: readonly number[]): Sql => sql`
DELETE FROM match_due WHERE record = ANY (${rows}::bigint[])`

const LISTED = sql`first_run AS listed_from, CASE WHEN NOT present THEN coalesce(last_run, first_run) END AS listed_until`

/**
 * Records that created places. They are looked up by row before their source is checked: during an import the
 * planner has no current statistics, and would read all records of a source for each page. Their places are
 * not joined, because they are scattered on the disk and nothing of them is compared.
 */
const recordsAs = (said: Sql, rows: readonly number[]): Sql => sql`
WITH record AS MATERIALIZED (
  SELECT id, source, record_id, mapped, geocoded, present, first_run, last_run
  FROM source_record WHERE id = ANY (${rows}::bigint[]) AND place_id IS NOT NULL
)
SELECT record.id AS row, record.source, record_id AS id, mapped -> 'quotes' AS quotes, source.may_quote, ${said},
  geocoded, ${LISTED}
FROM record JOIN source ON source.slug = record.source AND source.gives = 'places'`

export const matchRecords = (rows: readonly number[]): Sql => recordsAs(sql`mapped`, rows)

/**
 * Without the fields that are not compared, three fifths of a record, to reduce what is written, sent and
 * read.
 */
export const matchCompared = (rows: readonly number[]): Sql =>
  recordsAs(sql`(mapped -> 'content') - ${UNCOMPARED}::text[] AS content`, rows)

const UNCOMPARED = Object.keys({
  summary: true,
  description: true,
  audiences: true,
  needs: true,
  fees: true,
  access: true,
  support: true,
  labels: true,
  accessibility: true,
  booking_url: true,
  parent_organisation: true,
  opening_hours: true
} satisfies Record<Exclude<keyof PlaceContent, keyof ComparedContent>, true>)

/**
 * OFFSET 0 makes the planner look up each place; without statistics, as in a first import, it would read all
 * places for each page.
 */
export const matchStandings = (rows: readonly number[]): Sql => sql`
SELECT record.id AS row, ${LISTED}, place.*
FROM source_record record CROSS JOIN LATERAL (
  SELECT id AS place_id, status, merged_into, created_at FROM place WHERE place.id = record.place_id OFFSET 0
) place
WHERE record.id = ANY (${rows}::bigint[])`

/**
 * A key as a number: its two lowest bits are its kind, the others a hash. If two keys collide, the pair is
 * compared and found to be different.
 */
export const keyAsNumber = (text: Sql, sort: Sql): Sql => sql`((hashtextextended(${text}, 0) & -4) | ${sort})`

const sortOf = (key: Sql): Sql => sql`(${key} & 3)::integer`

/** The maximum number of records per key, by its kind. */
export const crowdOf = (key: Sql, crowds: Crowds): Sql =>
  sql`(${KEY_SORTS.map((sort) => crowds[sort])}::integer[])[1 + ${sortOf(key)}]`

/**
 * All parts of the statement see the state before it, so the current count of a key is the old one plus the
 * added minus the deleted rows.
 */
export const matchPutLookups = (lookups: readonly Lookup[], crowds: Crowds): Sql => {
  const rows = lookups.map(({ row }) => row)
  const families = lookups.map((lookup) => lookup.families)
  const each = lookups.flatMap(({ row, keys }) => keys.map((key) => [row, key] as const))
  const crowd = crowdOf(sql`crowded.key`, crowds)
  return sql`
WITH given AS (
  SELECT DISTINCT record, ${keyAsNumber(sql`key`, sql`sort`)} AS key
  FROM unnest(${each.map(([row]) => row)}::bigint[], ${each.map(([, { text }]) => text)}::text[],
              ${each.map(([, { sort }]) => KEY_SORTS.indexOf(sort))}::integer[]) AS g (record, key, sort)
), before AS (
  SELECT record, unnest(keys) AS key FROM match_lookup WHERE record = ANY (${rows}::bigint[])
), come AS (
  INSERT INTO match_key (record, key) SELECT record, key FROM given EXCEPT SELECT record, key FROM before
  ORDER BY key, record RETURNING key
), lost AS (
  DELETE FROM match_key old USING (SELECT key, record FROM before EXCEPT SELECT key, record FROM given) gone
  WHERE old.key = gone.key AND old.record = gone.record RETURNING old.key
), kept AS (
  INSERT INTO match_lookup AS old (record, families, keys)
  SELECT record, families, coalesce(array_agg(key ORDER BY key) FILTER (WHERE key IS NOT NULL), '{}')
  FROM unnest(${rows}::bigint[], ${families}::integer[]) AS asked (record, families) LEFT JOIN given USING (record)
  GROUP BY record, families
  ON CONFLICT (record) DO UPDATE SET (families, keys) = (excluded.families, excluded.keys)
  WHERE (old.families, old.keys) IS DISTINCT FROM (excluded.families, excluded.keys)
), telling AS (
  DELETE FROM match_crowd crowded
  WHERE key IN (SELECT key FROM lost) AND ${crowd} >=
    (SELECT count(*) FROM (SELECT FROM match_key WHERE match_key.key = crowded.key
                           LIMIT ${crowd} + 1 + (SELECT count(*) FROM lost WHERE lost.key = crowded.key)) had)
    - (SELECT count(*) FROM lost WHERE lost.key = crowded.key)
    + (SELECT count(*) FROM come WHERE come.key = crowded.key)
  RETURNING key
)
INSERT INTO match_due
SELECT DISTINCT record FROM match_key JOIN match_lookup USING (record) WHERE key IN (SELECT key FROM telling)
ON CONFLICT DO NOTHING`
}

/**
 * A key is read only until it is known to be crowded, so large towns take no longer. `shared` has one bit per
 * kind of key that two records share; if it is a single kind that is not sufficient alone (2, 4 or 8), the
 * families of both records are checked, which costs a tenth of reading and comparing them.
 */
export const matchCandidates = (rows: readonly number[], crowds: Crowds): Sql => sql`
WITH mine AS (
  SELECT key, array_agg(record) AS records
  FROM match_lookup CROSS JOIN LATERAL unnest(keys) AS filed (key)
  WHERE record = ANY (${rows}::bigint[])
  GROUP BY key
), block AS MATERIALIZED (
  SELECT mine.key, mine.records AS mine, theirs.records AS theirs, ${crowdOf(sql`mine.key`, crowds)} AS crowd
  FROM mine CROSS JOIN LATERAL (
    SELECT array_agg(record) AS records
    FROM (SELECT record FROM match_key WHERE match_key.key = mine.key
          LIMIT ${crowdOf(sql`mine.key`, crowds)} + 1) first
  ) theirs
), crowded AS (
  INSERT INTO match_crowd SELECT key FROM block WHERE cardinality(theirs) > crowd
  ON CONFLICT DO NOTHING RETURNING key
), due AS (
  INSERT INTO match_due
  SELECT DISTINCT record FROM match_key JOIN match_lookup USING (record)
  WHERE key IN (SELECT key FROM crowded) AND record NOT IN (SELECT unnest(${rows}::bigint[]))
  ON CONFLICT DO NOTHING
), later AS MATERIALIZED (
  SELECT record FROM match_due WHERE record = ANY (ARRAY(
    SELECT DISTINCT unnest(theirs) FROM block WHERE cardinality(theirs) BETWEEN 2 AND crowd))
), met AS (
  SELECT least(a.one, b.other) AS one, greatest(a.one, b.other) AS other, bit_or(1 << ${sortOf(sql`key`)}) AS shared
  FROM block CROSS JOIN LATERAL unnest(mine) AS a (one) CROSS JOIN LATERAL unnest(theirs) AS b (other)
  WHERE cardinality(theirs) BETWEEN 2 AND crowd AND a.one <> b.other
    AND b.other NOT IN (SELECT record FROM later)
  GROUP BY 1, 2
)
SELECT one, other FROM met
WHERE shared NOT IN (2, 4, 8) OR (
  SELECT 0 IN (mine.families, theirs.families) OR mine.families & theirs.families <> 0
  FROM match_lookup mine CROSS JOIN match_lookup theirs
  WHERE mine.record = met.one AND theirs.record = met.other)`

export const matchForgetPairs = (rows: readonly number[]): Sql => sql`
WITH gone AS (
  DELETE FROM match_pair pair WHERE (one = ANY (${rows}::bigint[]) OR other = ANY (${rows}::bigint[]))
    AND NOT EXISTS (SELECT FROM match_due WHERE match_due.record IN (pair.one, pair.other))
  RETURNING one, other
)
INSERT INTO match_touched SELECT one FROM gone UNION SELECT other FROM gone ON CONFLICT DO NOTHING`

export const matchPutPairs = (pairs: readonly ScoredPair[]): Sql => sql`
WITH put AS (
  INSERT INTO match_pair (one, other, same, score)
  SELECT one, other, same, score
  FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS g (one bigint, other bigint, same boolean, score float8)
  ORDER BY one, other
  ON CONFLICT (one, other) DO UPDATE SET (same, score) = (excluded.same, excluded.score)
  RETURNING one, other
)
INSERT INTO match_touched SELECT one FROM put UNION SELECT other FROM put ON CONFLICT DO NOTHING`

/**
 * A record that no pair or decision connects, and whose place is not merged, is already in the right place;
 * records merged into its place are checked themselves. Most touched records only have pairs left for review.
 * The conditions are sub-selects with LIMIT 1 in a `coalesce`, evaluated one after another; for EXISTS, the
 * planner might hash a whole table.
 */
export const matchTouched = (after: number, limit: number): Sql => sql`
SELECT nth, record AS row FROM match_touched listed
WHERE nth > ${after} AND coalesce(
  (SELECT true FROM match_pair WHERE one = listed.record AND same LIMIT 1),
  (SELECT true FROM match_pair WHERE other = listed.record AND same LIMIT 1),
  (SELECT true FROM match_decision WHERE one = listed.record AND same AND undone_at IS NULL LIMIT 1),
  (SELECT true FROM match_decision WHERE other = listed.record AND same AND undone_at IS NULL LIMIT 1),
  (SELECT merged_into IS NOT NULL FROM source_record known JOIN place ON place.id = known.place_id
   WHERE known.id = listed.record))
ORDER BY nth LIMIT ${limit}`

export const matchSettled = (rows: readonly number[]): Sql => sql`
DELETE FROM match_touched WHERE record = ANY (${rows}::bigint[])`

export const matchPairsOf = (rows: readonly number[]): Sql => sql`
SELECT one, other, same, score FROM match_pair
WHERE one = ANY (${rows}::bigint[]) OR other = ANY (${rows}::bigint[])`

export const matchDecisionsOf = (rows: readonly number[]): Sql => sql`
SELECT one, other, same FROM match_decision
WHERE undone_at IS NULL AND (one = ANY (${rows}::bigint[]) OR other = ANY (${rows}::bigint[]))`
