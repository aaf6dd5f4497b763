import type { ComparedContent } from '../../domain/matching/comparable.ts'
import { type Crowds, KEY_SORTS } from '../../domain/matching/pair-keys.ts'
import type { WeighedPair } from '../../domain/matching/pairs.ts'
import type { Lookup, Stretch } from '../../domain/merging/match-writer.ts'
import type { PlaceContent } from '../../domain/places/place.ts'
import { EMPTY, type Sql, sql } from '../db/sql.ts'

/**
 * Makes all records due for comparison if the rules have changed, or if it is unknown by which rules they were
 * compared. Records of the sample are left out, because its places are invented, and so are records of sources that
 * create no places.
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

/** Forgets by which rules the records were compared, so that all records become due again. */
export const matchForgetRules = (): Sql => sql`DELETE FROM derivation WHERE name = 'matching'`

/**
 * Creates temporary tables for the records to compare, and for the records whose places may have to be merged or
 * split.
 */
export const matchListsOpen = (): readonly Sql[] => [
  sql`CREATE TEMPORARY TABLE match_waiting (
    nth bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, record bigint NOT NULL
  ) ON COMMIT DROP`,
  sql`CREATE TEMPORARY TABLE match_touched (
    record bigint PRIMARY KEY, nth bigint GENERATED ALWAYS AS IDENTITY UNIQUE
  ) ON COMMIT DROP`
]

/**
 * Lists the due records in the order of their positions or communes, because all keys except identifiers are
 * limited to a town or to an area.
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
 * planner has no current statistics, and would read all records of a source for each page. Their places are not
 * joined, because they are scattered on the disk and none of their data is compared.
 */
const recordsAs = (said: Sql, rows: readonly number[]): Sql => sql`
WITH record AS MATERIALIZED (
  SELECT id, source, record_id, mapped, geocoded, present, first_run, last_run
  FROM source_record WHERE id = ANY (${rows}::bigint[]) AND place_id IS NOT NULL
)
SELECT record.id AS row, record.source, record_id AS id, mapped -> 'quotes' AS quotes, source.may_quote, source.priority,
  ${said}, geocoded, ${LISTED}
FROM record JOIN source ON source.slug = record.source AND source.gives = 'places'`

export const matchRecords = (rows: readonly number[]): Sql => recordsAs(sql`mapped`, rows)

/**
 * The records without the fields that are not compared, which are three fifths of a record. This reduces what is
 * written, sent and read.
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
 * The places of records, with their status. OFFSET 0 makes PostgreSQL look up each place; without statistics, as in
 * a first import, it would read all places for each page.
 */
export const matchStandings = (rows: readonly number[]): Sql => sql`
SELECT record.id AS row, ${LISTED}, place.*
FROM source_record record CROSS JOIN LATERAL (
  SELECT id AS place_id, status, merged_into, created_at FROM place WHERE place.id = record.place_id OFFSET 0
) place
WHERE record.id = ANY (${rows}::bigint[])`

/**
 * Encodes a key as a number. Its two lowest bits are the kind of the key, the third bit is set if the record is
 * withdrawn, and the other bits are a hash. If two keys collide, the pair is compared and found to be different.
 */
export const keyAsNumber = (text: Sql, sort: Sql, present: Sql): Sql =>
  sql`((hashtextextended(${text}, 0) & -8) | CASE WHEN ${present} THEN 0 ELSE ${WITHDRAWN} END | ${sort})`

const WITHDRAWN = sql`4`

/**
 * Encodes a directory as a number. If two directories collide, the records that share a key are counted together
 * for both.
 */
export const directoryAsNumber = (directory: Sql): Sql => sql`hashtext(${directory})`

const sortOf = (key: Sql): Sql => sql`(${key} & 3)::integer`

/**
 * The maximum number of records of a directory that may share a key, by the kind of the key. With more, the key is
 * crowded.
 */
export const crowdOf = (key: Sql, crowds: Crowds): Sql =>
  sql`(${KEY_SORTS.map((sort) => crowds[sort])}::integer[])[1 + ${sortOf(key)}]`

/**
 * Replaces the lookup keys of records. If a key is no longer crowded, its records become due. All parts of the
 * statement see the state before it, so the current count of a key is the old count plus the added minus the
 * deleted rows.
 */
export const matchPutLookups = (lookups: readonly Lookup[], crowds: Crowds): Sql => {
  const rows = lookups.map(({ row }) => row)
  const each = lookups.flatMap(({ row, keys }) => keys.map((key) => [row, key] as const))
  const crowd = crowdOf(sql`crowded.key`, crowds)
  return sql`
WITH asked AS (
  SELECT record, families, ${directoryAsNumber(sql`name`)} AS directory, present
  FROM unnest(${rows}::bigint[], ${lookups.map(({ families }) => families)}::integer[],
              ${lookups.map(({ directory }) => directory)}::text[], ${lookups.map(({ present }) => present)}::boolean[])
    AS g (record, families, name, present)
), given AS (
  SELECT DISTINCT record, directory, ${keyAsNumber(sql`key`, sql`sort`, sql`present`)} AS key
  FROM unnest(${each.map(([row]) => row)}::bigint[], ${each.map(([, { text }]) => text)}::text[],
              ${each.map(([, { sort }]) => KEY_SORTS.indexOf(sort))}::integer[]) AS g (record, key, sort)
  JOIN asked USING (record)
), before AS (
  SELECT record, directory, unnest(keys) AS key FROM match_lookup WHERE record = ANY (${rows}::bigint[])
), come AS (
  INSERT INTO match_key (key, directory, record)
  SELECT key, directory, record FROM given EXCEPT SELECT key, directory, record FROM before
  ORDER BY key, directory, record RETURNING key, directory
), lost AS (
  DELETE FROM match_key old USING (
    SELECT key, directory, record FROM before EXCEPT SELECT key, directory, record FROM given
  ) gone
  WHERE old.key = gone.key AND old.directory = gone.directory AND old.record = gone.record
  RETURNING old.key, old.directory
), kept AS (
  INSERT INTO match_lookup AS old (record, families, directory, present, keys)
  SELECT record, families, asked.directory, present,
         coalesce(array_agg(key ORDER BY key) FILTER (WHERE key IS NOT NULL), '{}')
  FROM asked LEFT JOIN given USING (record)
  GROUP BY record, families, asked.directory, present
  ON CONFLICT (record) DO UPDATE SET (families, directory, present, keys) =
    (excluded.families, excluded.directory, excluded.present, excluded.keys)
  WHERE (old.families, old.directory, old.present, old.keys) IS DISTINCT FROM
    (excluded.families, excluded.directory, excluded.present, excluded.keys)
), telling AS (
  DELETE FROM match_crowd crowded
  WHERE (key, directory) IN (SELECT key, directory FROM lost) AND ${crowd} >=
    (SELECT count(*) FROM (SELECT FROM match_key known
                           WHERE known.key = crowded.key AND known.directory = crowded.directory
                           LIMIT ${crowd} + 1 + (SELECT count(*) FROM lost WHERE ${IN_CROWD})) had)
    - (SELECT count(*) FROM lost WHERE ${IN_CROWD})
    + (SELECT count(*) FROM come WHERE ${IN_CROWD})
  RETURNING key, directory
)
INSERT INTO match_due
SELECT DISTINCT record FROM ${recordsWith(sql`telling`)}
ON CONFLICT DO NOTHING`
}

/**
 * The records that have these keys in these directories. OFFSET 0 makes PostgreSQL look up each key and record;
 * without statistics, as in a first import, it would read all of them. The table may still contain keys of deleted
 * records.
 */
const recordsWith = (keys: Sql): Sql => sql`${keys} AS held CROSS JOIN LATERAL (
  SELECT filed.record
  FROM match_key
  CROSS JOIN LATERAL (SELECT record FROM match_lookup WHERE match_lookup.record = match_key.record OFFSET 0) filed
  WHERE match_key.key = held.key AND match_key.directory = held.directory OFFSET 0
) listed`

const IN_CROWD = sql`key = crowded.key AND directory = crowded.directory`

/**
 * Pairs of present records that share a key, and pairs of a record with its possible predecessors in the same
 * directory.
 *
 * A key counts for the records of a directory if not too many of them have it. How many records of other
 * directories have the key does not matter, so no third directory can keep two records from being compared. Most
 * keys have fewer records than the limit in all directories together, and are read at once; the other keys are read
 * by directory, and only until the directory is known to exceed the limit. The newest withdrawn records of a
 * directory may have been replaced by its new ones. Other pairs with a withdrawn record are not looked for, but
 * existing pairs are compared again, so that a list with new ids at each import keeps its places.
 *
 * `shared` has one bit per kind of key that two records share. If it is a single kind that is not sufficient alone
 * (2, 4 or 8), the families of both records are checked, which costs a tenth of reading and comparing them.
 */
export const matchCandidates = (rows: readonly number[], crowds: Crowds): Sql => {
  const crowd = (key: Sql) => crowdOf(key, crowds)
  const mine = sql`(SELECT unnest(${rows}::bigint[]))`
  return sql`
WITH RECURSIVE mine AS MATERIALIZED (
  SELECT record, directory, present, key & ~${WITHDRAWN}::bigint AS key
  FROM match_lookup CROSS JOIN LATERAL unnest(keys) AS filed (key)
  WHERE record = ANY (${rows}::bigint[])
), asked AS MATERIALIZED (
  SELECT key, first.directories, first.records, cardinality(first.records) > ${crowd(sql`key`)} AS many
  FROM (SELECT DISTINCT key FROM mine) each CROSS JOIN LATERAL (
    SELECT array_agg(directory) AS directories, array_agg(record) AS records
    FROM (SELECT directory, record FROM match_key WHERE match_key.key = each.key
          LIMIT ${crowd(sql`each.key`)} + 1) found
  ) first
), step (key, directory) AS (
  SELECT key, (SELECT min(directory) FROM match_key WHERE match_key.key = asked.key) FROM asked WHERE many
  UNION ALL
  SELECT key, (SELECT min(directory) FROM match_key
               WHERE match_key.key = step.key AND match_key.directory > step.directory)
  FROM step WHERE directory IS NOT NULL
), block AS MATERIALIZED (
  SELECT step.key, step.directory, theirs.records, cardinality(theirs.records) > ${crowd(sql`step.key`)} AS crowded
  FROM step CROSS JOIN LATERAL (
    SELECT array_agg(record) AS records
    FROM (SELECT record FROM match_key WHERE match_key.key = step.key AND match_key.directory = step.directory
          LIMIT ${crowd(sql`step.key`)} + 1) found
  ) theirs
  WHERE step.directory IS NOT NULL
), crowded AS (
  INSERT INTO match_crowd SELECT key, directory FROM block WHERE crowded
  ON CONFLICT DO NOTHING RETURNING key, directory
), due AS (
  INSERT INTO match_due
  SELECT DISTINCT record FROM ${recordsWith(sql`crowded`)}
  WHERE record NOT IN ${mine}
  ON CONFLICT DO NOTHING
), present AS MATERIALIZED (
  SELECT key, each.directory, each.record
  FROM asked CROSS JOIN LATERAL unnest(directories, records) AS each (directory, record) WHERE NOT many
  UNION ALL
  SELECT key, directory, record FROM block CROSS JOIN LATERAL unnest(records) AS each (record) WHERE NOT crowded
), former AS (
  SELECT key, directory, gone.record
  FROM (SELECT DISTINCT key, directory FROM mine) each CROSS JOIN LATERAL (
    SELECT record FROM match_key
    WHERE match_key.key = each.key | ${WITHDRAWN} AND match_key.directory = each.directory
    ORDER BY record DESC LIMIT ${crowd(sql`each.key`)}
  ) gone
), taking AS (
  SELECT key, directory, record, true AS present FROM present WHERE record IN ${mine}
  UNION ALL
  SELECT key, directory, record, false FROM mine WHERE NOT present
), met AS (
  SELECT taking.record AS mine, present.record AS theirs, key
  FROM taking JOIN present USING (key)
  WHERE taking.present OR taking.directory = present.directory
  UNION ALL
  SELECT taking.record, former.record, key FROM taking JOIN former USING (key, directory)
), pairs AS (
  SELECT least(mine, theirs) AS one, greatest(mine, theirs) AS other, bit_or(1 << ${sortOf(sql`key`)}) AS shared
  FROM met WHERE mine <> theirs
  GROUP BY 1, 2
), standing AS (
  SELECT one, other FROM match_pair WHERE one = ANY (${rows}::bigint[]) OR other = ANY (${rows}::bigint[])
), all_pairs AS (
  SELECT one, other FROM pairs
  WHERE shared NOT IN (2, 4, 8) OR (
    SELECT 0 IN (mine.families, theirs.families) OR mine.families & theirs.families <> 0
    FROM match_lookup mine CROSS JOIN match_lookup theirs
    WHERE mine.record = pairs.one AND theirs.record = pairs.other)
  UNION
  SELECT one, other FROM standing
  WHERE EXISTS (SELECT FROM match_lookup WHERE record IN (one, other) AND NOT present)
)
SELECT one, other FROM all_pairs
WHERE NOT EXISTS (SELECT FROM match_due WHERE record IN (one, other) AND record NOT IN ${mine})`
}

export const matchForgetPairs = (rows: readonly number[]): Sql => sql`
WITH gone AS (
  DELETE FROM match_pair pair WHERE (one = ANY (${rows}::bigint[]) OR other = ANY (${rows}::bigint[]))
    AND NOT EXISTS (SELECT FROM match_due WHERE match_due.record IN (pair.one, pair.other))
  RETURNING one, other
)
INSERT INTO match_touched SELECT one FROM gone UNION SELECT other FROM gone ON CONFLICT DO NOTHING`

export const matchPutPairs = (pairs: readonly WeighedPair[]): Sql => sql`
WITH put AS (
  INSERT INTO match_pair (one, other, same, score, misled)
  SELECT one, other, same, score, misled
  FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb)
       AS g (one bigint, other bigint, same boolean, score float8, misled float8)
  ORDER BY one, other
  ON CONFLICT (one, other) DO UPDATE SET (same, score, misled) = (excluded.same, excluded.score, excluded.misled)
  RETURNING one, other
)
INSERT INTO match_touched SELECT one FROM put UNION SELECT other FROM put ON CONFLICT DO NOTHING`

/**
 * Touched records that may be in the wrong place. A record is already in the right place if no pair or decision
 * connects it with another record and its place is not merged; records merged into its place are checked
 * themselves. Most touched records only have pairs left for review. The conditions are sub-selects with LIMIT 1 in
 * a `coalesce`, which are evaluated one after another; for EXISTS, the planner might hash a whole table.
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
