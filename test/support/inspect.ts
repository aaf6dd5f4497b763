import type { Place } from '../../src/domain/places/place.ts'
import type { Database } from '../../src/store/db/database.ts'

// Reads the tables of a test's database, to check promises that no answer of the API can show. Tests read tables only
// through this file, so a renamed column is changed only here; `test/store/erasure/dump.ts` reads them all.

export type Inspected = Pick<Database, 'batch'>

export async function rowsOf<Row extends object>(
  { batch }: Inspected,
  text: string,
  values: readonly unknown[] = []
): Promise<readonly Row[]> {
  return (await batch.query<Row>(text, [...values])).rows
}

/**
 * The state of everything that an import may write, except the record of its run: if two states are equal, nothing
 * has changed.
 */
export async function stateOf(database: Inspected): Promise<unknown> {
  const [state] = await rowsOf(
    database,
    `SELECT (SELECT version FROM data_version) AS version,
      (SELECT md5(coalesce(string_agg(place::text, E'\\n' ORDER BY id), '')) FROM place) AS places,
      (SELECT md5(coalesce(string_agg(source_record::text, E'\\n' ORDER BY id), '')) FROM source_record) AS records,
      (SELECT md5(coalesce(string_agg(place_label::text, E'\\n' ORDER BY place_label), '')) FROM place_label) AS labels,
      (SELECT md5(coalesce(string_agg(change::text, E'\\n' ORDER BY id), '')) FROM change) AS changes`
  )
  return state
}

/** The version of the data. */
export async function versionOf(database: Inspected): Promise<number> {
  const [row] = await rowsOf<{ version: number }>(database, 'SELECT version FROM data_version')
  return row?.version ?? 0
}

/** How many transactions wait until another one has written. */
export async function writersWaitingIn(database: Inspected): Promise<number> {
  const rows = await rowsOf(
    database,
    `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
  )
  return rows.length
}

export type StoredPlace = {
  readonly id: string
  readonly status: 'active' | 'withdrawn' | 'merged'
  readonly merged_into: string | null
  readonly name: string
  readonly commune: string | null
  readonly department: string | null
  readonly postcode: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly created_at: Date
  readonly updated_at: Date
  /** Ids of the terms by which the place can be filtered. */
  readonly codes: readonly number[]
  readonly document: Omit<Place, 'id' | 'created_at' | 'updated_at'>
  /** The document as it is stored. */
  readonly text: string
}

type PlaceRow = Omit<StoredPlace, 'document'>

const PLACE = `SELECT place.id, place.status, merged_into, name, commune, department, postcode, lat, lon, codes,
  created_at, updated_at, document::text AS text`

const placeFrom = (row: PlaceRow): StoredPlace => ({ ...row, document: JSON.parse(row.text) })

/** All places, ordered by name. */
export const placesIn = async (database: Inspected): Promise<readonly StoredPlace[]> =>
  (await rowsOf<PlaceRow>(database, `${PLACE} FROM place ORDER BY name COLLATE "C", id`)).map(placeFrom)

export const placeOf = async (database: Inspected, id: string): Promise<StoredPlace | undefined> =>
  (await rowsOf<PlaceRow>(database, `${PLACE} FROM place WHERE id = $1`, [id])).map(placeFrom)[0]

/** The words that each place is found by, as text of a `tsvector`, in the order of ids. */
export const searchTextsIn = async (database: Inspected): Promise<readonly string[]> =>
  (await rowsOf<{ search: string }>(database, 'SELECT search::text FROM place ORDER BY id')).map(
    ({ search }) => search
  )

export type StoredOffers = {
  readonly id: string
  readonly name: string
  readonly codes: readonly number[]
  readonly codes_declared: readonly number[]
  readonly codes_likely: readonly number[]
  readonly codes_denied: readonly number[]
}

/** What is inferred about each place, in the order of ids. */
export const offersIn = (database: Inspected): Promise<readonly StoredOffers[]> =>
  rowsOf<StoredOffers>(
    database,
    `SELECT id, name, codes, codes_declared, codes_likely, codes_denied, kinds, uncertainty_m, weight, document::text
     FROM place ORDER BY id`
  )

/** Codes of the labels by which a place can be searched, in alphabetical order. */
export const labelCodesOf = async (database: Inspected, place: string): Promise<readonly string[]> =>
  (
    await rowsOf<{ code: string }>(
      database,
      `SELECT code FROM place_label JOIN term ON term.id = term_id WHERE place_id = $1 ORDER BY code`,
      [place]
    )
  ).map(({ code }) => code)

export type StoredRecord = {
  /** Id of the row. */
  readonly row: number
  readonly source: string
  readonly id: string
  readonly place: string | null
  readonly placed_by: string | null
  readonly present: boolean
  readonly fingerprint: string
  readonly raw: unknown
  readonly mapped: { readonly content: Readonly<Record<string, unknown>> }
  readonly geocoded: Readonly<Record<string, unknown>> | null
  /** The findings that the mapping reported. */
  readonly told: unknown
  readonly located: boolean | null
}

/** All records, or those of a source, in the order of their ids. */
export const recordsIn = (database: Inspected, source?: string): Promise<readonly StoredRecord[]> =>
  rowsOf<StoredRecord>(
    database,
    `SELECT id AS row, source, record_id AS id, place_id AS place, placed_by, present, fingerprint, raw,
       mapped, geocoded, told, located
     FROM source_record WHERE $1::text IS NULL OR source = $1 ORDER BY record_id COLLATE "C", source`,
    [source ?? null]
  )

export async function recordOf(database: Inspected, id: string, source?: string): Promise<StoredRecord> {
  const record = (await recordsIn(database, source)).find((each) => each.id === id)
  if (!record) throw new Error(`No record ${id}.`)
  return record
}

/** The id of a pair of records, each given by its source and its id there. */
export async function pairOf(
  database: Inspected,
  one: readonly [source: string, id: string],
  other: readonly [source: string, id: string]
): Promise<string> {
  const rows = await Promise.all([one, other].map(([source, id]) => recordOf(database, id, source)))
  return rows
    .map(({ row }) => row)
    .sort((low, high) => low - high)
    .join('-')
}

/** The place that a record created, even if it no longer shows the record. */
export async function placeOfRecord(
  database: Inspected,
  id: string,
  source?: string
): Promise<StoredPlace & Pick<StoredRecord, 'raw' | 'present'>> {
  const { place, raw, present } = await recordOf(database, id, source)
  const found = place === null ? undefined : await placeOf(database, place)
  if (!found) throw new Error(`The record ${id} has no place.`)
  return { ...found, raw, present }
}

export type StoredRun = {
  readonly id: string
  readonly source: string
  readonly origin: string
  readonly status: 'running' | 'done' | 'failed'
  readonly error: string | null
  readonly file_hash: string | null
  readonly etag: string | null
  readonly partial: boolean
  readonly not_modified: boolean
} & Readonly<Record<'read' | 'created' | 'updated' | 'unchanged' | 'withdrawn' | 'rejected', number>>

/** All runs, in the order in which they started. */
export const runsIn = (database: Inspected): Promise<readonly StoredRun[]> =>
  rowsOf<StoredRun>(
    database,
    `SELECT id, source, origin, status, error, file_hash, etag, partial, not_modified, read, created, updated, unchanged,
       withdrawn, rejected
     FROM run ORDER BY started_at`
  )

export type StoredRejection = {
  readonly line: number
  readonly record_id: string | null
  readonly reasons: readonly string[]
  readonly raw: unknown
}

/** The records that runs rejected, by line. */
export const rejectionsIn = (database: Inspected): Promise<readonly StoredRejection[]> =>
  rowsOf<StoredRejection>(database, 'SELECT line, record_id, reasons, raw FROM run_rejection ORDER BY line')

export type StoredUnmapped = { readonly field: string; readonly value: string | null; readonly count: number }

/** The values that a run could not map; a null value stands for a whole column that it could not map. */
export const unmappedIn = (
  database: Inspected,
  run: StoredRun | undefined
): Promise<readonly StoredUnmapped[]> =>
  rowsOf<StoredUnmapped>(
    database,
    'SELECT field, value, count FROM run_unmapped WHERE run_id = $1 ORDER BY field, value',
    [run?.id]
  )

export type StoredChange = {
  readonly version: number
  readonly kind: 'created' | 'updated' | 'withdrawn' | 'restored' | 'merged'
  readonly place: string
  readonly survivor: string | null
  readonly fields: readonly string[]
}

/** The feed of changes, in its order. */
export const changesIn = (database: Inspected): Promise<readonly StoredChange[]> =>
  rowsOf<StoredChange>(
    database,
    'SELECT version, kind, place_id AS place, survivor, fields FROM change ORDER BY id'
  )

export type StoredSource = { readonly slug: string; readonly name: string; readonly licence: string }

/** The registered sources, by slug. */
export const sourcesIn = (database: Inspected): Promise<readonly StoredSource[]> =>
  rowsOf<StoredSource>(database, 'SELECT slug, name, licence FROM source ORDER BY slug')

export type StoredDecision = {
  readonly same: boolean
  readonly made_by: string
  readonly undone_by: string | null
}

/** What people decided about pairs of records, in order. */
export const decisionsIn = (database: Inspected): Promise<readonly StoredDecision[]> =>
  rowsOf<StoredDecision>(database, 'SELECT same, made_by, undone_by FROM match_decision ORDER BY id')

/** The stored answers of geocoders, by key. */
export const geocodesIn = (database: Inspected): Promise<readonly { readonly key: string }[]> =>
  rowsOf<{ key: string }>(database, 'SELECT * FROM geocode ORDER BY key')

/** The indexes of a table, with their definitions. */
export const indexesOf = (database: Inspected, table: string): Promise<readonly object[]> =>
  rowsOf(
    database,
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
     FROM pg_index WHERE indrelid = $1::regclass ORDER BY 1`,
    [table]
  )

/** An API key as it is stored: without its secret. */
export async function keyOf(
  database: Inspected,
  id: string
): Promise<{ readonly digest: Buffer; readonly last_used_on: string | null } | undefined> {
  const [key] = await rowsOf<{ digest: Buffer; last_used_on: string | null }>(
    database,
    'SELECT * FROM access_key WHERE id = $1',
    [id]
  )
  return key
}

export async function nameOf(database: Inspected): Promise<string> {
  const [row] = await rowsOf<{ name: string }>(database, 'SELECT current_database() AS name')
  return row?.name ?? ''
}

/** The terms of all vocabularies, by id. */
export const termsIn = (database: Inspected): Promise<readonly object[]> =>
  rowsOf(database, 'SELECT * FROM term ORDER BY id')

/** The secret with which the API signs its cursors. */
export async function cursorSecretOf(database: Inspected): Promise<string> {
  const [row] = await rowsOf<{ cursor_secret: string }>(database, 'SELECT cursor_secret FROM data_version')
  return row?.cursor_secret ?? ''
}
