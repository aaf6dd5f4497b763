import type { ErasableCell } from '../../domain/erasure/erasure-ports.ts'
import type { Hold } from '../../domain/erasure/holds.ts'
import { type Sql, Sql as SqlText, sql } from '../db/sql.ts'
import type { SearchedTable } from './columns.ts'

export const erasureSecret = (): Sql => sql`SELECT secret FROM erasure_secret`

export const erasureHolds = (): Sql => sql`
SELECT DISTINCT kind, encode(digest, 'hex') AS digest FROM erasure_hold`

/** Grows with each erasure and each release: tells whether holds that were read earlier are still the same. */
export const erasureEdition = (): Sql => sql`SELECT count(*) + count(released_at) AS held FROM erasure`

/** All erasures, the latest first. */
export const erasureJournal = (): Sql => sql`
SELECT id, to_json(at) #>> '{}' AS at, what, by, places,
  (SELECT count(*)::integer FROM erasure_hold WHERE erasure_hold.erasure = erasure.id) AS holds,
  to_json(released_at) #>> '{}' AS released_at, released_by
FROM erasure ORDER BY erasure.at DESC, id DESC`

/** Releases an erasure. Returns no row if there is none, and `again` if it was released before. */
export const erasureRelease = (id: string, by: string, at: string): Sql => sql`
WITH before AS (
  SELECT id, released_at IS NOT NULL AS again FROM erasure WHERE id = ${id}::uuid
), unheld AS (
  DELETE FROM erasure_hold USING before WHERE erasure_hold.erasure = before.id
), noted AS (
  UPDATE erasure SET released_at = ${at}::timestamptz, released_by = ${by}
  FROM before WHERE erasure.id = before.id AND NOT before.again
)
SELECT again FROM before`

const PERSON = sql`(mapped #> '{content,contacts,person}')`

export const erasurePersons = (needle: string): Sql => sql`
SELECT DISTINCT ${PERSON} AS person FROM source_record
WHERE ${PERSON}::text ~* ${needle} AND jsonb_typeof(${PERSON}) = 'object'`

const RECORD = sql`id AS row, source, place_id AS place, raw, mapped, told, geocoded`

export const erasureRecords = (needle: string): Sql => sql`
SELECT ${RECORD} FROM source_record
WHERE raw::text ~* ${needle} OR mapped::text ~* ${needle} OR told::text ~* ${needle}
ORDER BY id`

export const erasureRecordsAt = (places: readonly string[]): Sql => sql`
SELECT ${RECORD} FROM source_record WHERE place_id = ANY (${places}::uuid[]) ORDER BY id`

/** `names` are regular expressions of folded names. */
export const erasureRecordsNamed = (names: string): Sql => sql`
SELECT ${RECORD} FROM source_record WHERE fold(mapped #>> '{content,name}') ~ ${names} ORDER BY id`

const CORRECTION = sql`id, place_id AS place, field, value::jsonb AS value, replaced::jsonb AS replaced, made_by, note`

export const erasureCorrections = (needle: string): Sql => sql`
SELECT ${CORRECTION} FROM correction
WHERE concat_ws(' ', value::text, replaced::text, made_by, note) ~* ${needle} ORDER BY id`

export const erasureCorrectionsAt = (places: readonly string[]): Sql => sql`
SELECT ${CORRECTION} FROM correction WHERE place_id = ANY (${places}::uuid[]) ORDER BY id`

/** A place that is not merged is its own survivor. Documents are json, which is read as text. */
export const erasureAround = (places: readonly string[]): Sql => sql`
WITH RECURSIVE up AS (
  SELECT id, merged_into FROM place WHERE id = ANY (${places}::uuid[])
  UNION
  SELECT place.id, place.merged_into FROM up JOIN place ON place.id = up.merged_into
), line AS (
  SELECT id AS survivor, id FROM up WHERE merged_into IS NULL
  UNION
  SELECT line.survivor, place.id FROM line JOIN place ON place.merged_into = line.id
)
SELECT line.id, line.survivor, status, document FROM line JOIN place ON place.id = line.id ORDER BY line.id`

export const erasureDormant = (needle: string): Sql => sql`
SELECT id, id AS survivor, status, document FROM place
WHERE status <> 'active' AND document::text ~* ${needle} ORDER BY id`

/** The rows of a table with the person, with all their values that are searched. */
export const erasureCells = ({ table, key, columns }: SearchedTable, needle: string): Sql => {
  const names = Object.keys(columns)
  const values = named(names.map((name) => `'${name}', ${name}`).join(', '))
  const texts = named(names.map((name) => `${name}::text`).join(', '))
  return sql`
SELECT ${named(key)} AS row, jsonb_build_object(${values}) AS values FROM ${named(table)}
WHERE concat_ws(' ', ${texts}) ~* ${needle}`
}

export const erasureCellPut = (
  { table, key, columns, digests }: SearchedTable,
  { row, column, value }: ErasableCell
): Sql => {
  const given = columns[column] === 'jsonb' ? sql`${JSON.stringify(value)}::jsonb` : sql`${value}`
  // By the digest, and an address that is known, one could still find what its owner sent.
  const emptied = (digests?.[column] ?? []).map((digest) => `, ${digest} = NULL`).join('')
  return sql`UPDATE ${named(table)} SET ${named(column)} = ${given}${named(emptied)} WHERE ${named(key)} = ${row}`
}

export const erasureRowsDelete = ({ table, key }: SearchedTable, rows: readonly string[]): Sql =>
  sql`DELETE FROM ${named(table)} WHERE ${named(key)} = ANY (${rows}::text[])`

/** Names of tables and columns, and SQL of keys, all from `columns.ts`. */
const named = (text: string): Sql => new SqlText([text], [])

/** Records are read again by the next import, because what they were recognised by may name the person. */
export const erasureRecordsPut = (records: string): Sql => sql`
WITH put AS (
  UPDATE source_record record SET record_id = given.record_id, raw = given.raw, mapped = given.mapped,
    told = given.told, geocoded = given.geocoded, fingerprint = given.fingerprint, raw_key = NULL
  FROM jsonb_to_recordset(${records}::jsonb)
    AS given (row bigint, record_id text, raw jsonb, mapped jsonb, told jsonb, geocoded jsonb, fingerprint text)
  WHERE record.id = given.row
  RETURNING record.id, record.place_id
)
INSERT INTO match_due SELECT id FROM put WHERE place_id IS NOT NULL ON CONFLICT DO NOTHING`

/**
 * What else depends on records that are deleted. Records that were compared with them are compared again, and their
 * places settled: without the deleted ones they may belong to others.
 */
export const erasureRecordsForget = (rows: readonly number[]): readonly Sql[] => [
  sql`
INSERT INTO match_touched (record)
SELECT DISTINCT id FROM (
  SELECT other AS id FROM match_pair WHERE one = ANY (${rows}::bigint[])
  UNION ALL SELECT one FROM match_pair WHERE other = ANY (${rows}::bigint[])
  UNION ALL SELECT other FROM match_decision WHERE one = ANY (${rows}::bigint[])
  UNION ALL SELECT one FROM match_decision WHERE other = ANY (${rows}::bigint[])
) partner WHERE id <> ALL (${rows}::bigint[])
ON CONFLICT DO NOTHING`,
  sql`DELETE FROM match_pair WHERE one = ANY (${rows}::bigint[]) OR other = ANY (${rows}::bigint[])`,
  sql`DELETE FROM match_decision WHERE one = ANY (${rows}::bigint[]) OR other = ANY (${rows}::bigint[])`,
  sql`DELETE FROM match_key USING match_lookup
WHERE match_lookup.record = ANY (${rows}::bigint[]) AND match_key.record = match_lookup.record
  AND match_key.directory = match_lookup.directory AND match_key.key = ANY (match_lookup.keys)`
]

/** What runs reported of the records: their rejections, and values that only one record had. */
export const erasureReportsDelete = (rows: readonly number[]): readonly Sql[] => [
  sql`
DELETE FROM run_rejection rejection USING run, source_record record
WHERE record.id = ANY (${rows}::bigint[]) AND run.source = record.source AND rejection.run_id = run.id
  AND rejection.record_id = record.record_id`,
  sql`
DELETE FROM run_unmapped unmapped USING run, (
  SELECT source, finding ->> 'field' AS field, left(finding ->> 'value', 200) AS value
  FROM source_record, jsonb_array_elements(told) finding
  WHERE id = ANY (${rows}::bigint[]) AND jsonb_typeof(told) = 'array'
) told
WHERE run.source = told.source AND unmapped.run_id = run.id AND unmapped.count = 1
  AND unmapped.field = told.field AND unmapped.value = told.value`
]

export const erasureRecordsDelete = (rows: readonly number[]): Sql =>
  sql`DELETE FROM source_record WHERE id = ANY (${rows}::bigint[])`

export const erasureCorrectionsPut = (corrections: string): Sql => sql`
UPDATE correction SET value = given.value, replaced = given.replaced, made_by = given.made_by, note = given.note
FROM json_to_recordset(${corrections}::json) AS given (id bigint, value json, replaced json, made_by text, note text)
WHERE correction.id = given.id`

export const erasureCorrectionsDelete = (ids: readonly number[]): Sql =>
  sql`DELETE FROM correction WHERE id = ANY (${ids}::bigint[])`

/** What is searched of a place is written again when it becomes active. `places` has the documents as text. */
export const erasureDormantPut = (places: string): Sql => sql`
UPDATE place SET name = given.name, sort_name = sort_key(given.name), summary = given.summary, city = given.city,
  search = '', schedule = 0, document = given.document::json
FROM jsonb_to_recordset(${places}::jsonb) AS given (id uuid, name text, summary text, city text, document text)
WHERE place.id = given.id AND status <> 'active'`

export const erasurePlacesEmpty = (places: readonly string[]): Sql => sql`
WITH unlabelled AS (
  DELETE FROM place_label WHERE place_id = ANY (${places}::uuid[])
)
UPDATE place SET lat = NULL, lon = NULL, commune = NULL, postcode = NULL, epci = NULL, department = NULL, region = NULL,
  codes = '{}', codes_declared = '{}', codes_likely = '{}', codes_denied = '{}', kinds = '{}', uncertainty_m = NULL,
  itinerant = NULL, quality = 0
WHERE id = ANY (${places}::uuid[]) AND status <> 'active'`

/** Deletes words that no place contains any more, because one of them may be the person's name. */
export const erasureWordsSweep = (): Sql => sql`DELETE FROM word WHERE places <= 0 AND cities <= 0`

export const erasureSchedulesSweep = (needle: string): Sql => sql`
DELETE FROM schedule WHERE id <> 0 AND osm ~* ${needle}
  AND NOT EXISTS (SELECT FROM place WHERE place.schedule = schedule.id)`

export const erasureGeocodesDelete = (keys: readonly string[]): Sql =>
  sql`DELETE FROM geocode WHERE key = ANY (${keys}::text[])`

export const erasureKeep = (
  { id, what, places, counts }: { id: string; what: string; places: readonly string[]; counts: string },
  by: string,
  at: string
): Sql => sql`
INSERT INTO erasure (id, at, what, by, places, counts)
VALUES (${id}::uuid, ${at}::timestamptz, ${what}, ${by}, ${places}::uuid[], ${counts}::jsonb)`

export const erasureHold = (erasure: string, holds: readonly Hold[]): Sql => sql`
INSERT INTO erasure_hold (kind, digest, erasure)
SELECT kind, decode(digest, 'hex'), ${erasure}::uuid
FROM unnest(${holds.map(({ kind }) => kind)}::text[], ${holds.map(({ digest }) => digest)}::text[]) AS g (kind, digest)
ON CONFLICT DO NOTHING`

export const erasureEarlier = (holds: readonly Hold[]): Sql => sql`
SELECT erasure.id, to_json(erasure.at) #>> '{}' AS at FROM erasure WHERE id IN (
  SELECT erasure FROM erasure_hold
  JOIN unnest(${holds.map(({ kind }) => kind)}::text[], ${holds.map(({ digest }) => digest)}::text[]) AS g (kind, digest)
    ON erasure_hold.kind = g.kind AND erasure_hold.digest = decode(g.digest, 'hex')
  WHERE g.kind IN ('sure', 'email', 'phone', 'record')
)
ORDER BY erasure.at, id LIMIT 1`

export const erasureSource = (slug: string): Sql => sql`SELECT FROM source WHERE slug = ${slug}`
