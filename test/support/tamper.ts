import type { Database } from '../../src/store/db/database.ts'

// Puts a database into states that no use case produces, or not as quickly: the state in which an older release
// left it, or its state after some time has passed.

type Tampered = Pick<Database, 'batch'>

const run = async ({ batch }: Tampered, text: string, values: readonly unknown[] = []): Promise<void> => {
  await batch.query(text, [...values])
}

/** Makes it look as if a place had been merged into another, without comparing records. */
export const merge = (database: Tampered, place: string, survivor: string): Promise<void> =>
  run(database, `UPDATE place SET status = 'merged', merged_into = $2 WHERE id = $1`, [place, survivor])

/** Makes it look as if the records of a place described another place. */
export const moveRecords = (database: Tampered, from: string, to: string): Promise<void> =>
  run(database, 'UPDATE source_record SET place_id = $2 WHERE place_id = $1', [from, to])

/**
 * Makes it look as if a complete file had not contained a record, and the place of this record had therefore been
 * withdrawn.
 */
export async function withdraw(database: Tampered, record: string): Promise<void> {
  await run(database, 'UPDATE source_record SET present = false WHERE record_id = $1', [record])
  await run(
    database,
    `UPDATE place SET status = 'withdrawn' WHERE id IN (SELECT place_id FROM source_record WHERE record_id = $1)`,
    [record]
  )
}

/**
 * Makes it look as if data derived from places and records (`matching`, `keywords` or `offers`) had been derived by
 * the rules of another release.
 */
export const derivedByOtherRules = (database: Tampered, name: string): Promise<void> =>
  run(database, `UPDATE derivation SET rules = 'of another release' WHERE name = $1`, [name])

/** Makes it look as if no records had ever been compared, and no places merged. */
export async function forgetMatching(database: Tampered): Promise<void> {
  await run(database, 'DELETE FROM match_pair')
  await run(database, 'TRUNCATE match_key, match_lookup, match_crowd')
  await run(database, `UPDATE place SET status = 'active', merged_into = NULL WHERE status = 'merged'`)
}

/** Removes the records of these sources and the places of a commune, as if they had never existed. */
export async function forgetSources(
  database: Tampered,
  sources: readonly string[],
  commune: string
): Promise<void> {
  await run(database, 'DELETE FROM change WHERE place_id IN (SELECT id FROM place WHERE commune = $1)', [
    commune
  ])
  await run(database, 'DELETE FROM source_record WHERE source = ANY ($1)', [sources])
  await run(database, 'DELETE FROM match_key WHERE record NOT IN (SELECT record FROM match_lookup)')
  await run(database, 'DELETE FROM match_pair WHERE one NOT IN (SELECT record FROM match_lookup)')
  await run(database, 'DELETE FROM match_pair WHERE other NOT IN (SELECT record FROM match_lookup)')
  await run(database, 'DELETE FROM match_crowd')
  await run(database, `UPDATE place SET status = 'withdrawn', merged_into = NULL WHERE commune = $1`, [
    commune
  ])
  await run(database, 'DELETE FROM place WHERE commune = $1', [commune])
}

/** Makes all places be found by this one word instead of the words of their terms. */
export const foundByOtherWord = (database: Tampered, word: string): Promise<void> =>
  run(
    database,
    `UPDATE place SET search = place_search(name, city, to_tsvector('annuaire_french', $1), summary)`,
    [word]
  )

/** Makes it look as if keywords had been derived by these rules up to this place. */
export const keywordsReached = (database: Tampered, rules: string, place: string): Promise<void> =>
  run(database, `UPDATE derivation SET rules = $1, reached = $2 WHERE name = 'keywords'`, [rules, place])

/** Puts places into the state in which they were stored by a release that did not infer what they offer. */
export async function forgetOffers(database: Tampered): Promise<void> {
  await run(
    database,
    `UPDATE place SET codes = codes_declared, codes_declared = '{}', codes_likely = '{}', codes_denied = '{}', kinds = '{}',
      uncertainty_m = NULL, weight = 1,
      document = regexp_replace(document::text,
        '"(services|audiences|fees)_implied":\\[[^]]*\\],|,"uncertainty_m":[^}]*', '', 'g')::json`
  )
  await run(database, 'UPDATE data_version SET version = version + 1')
}

/** Makes it look as if another release of the program had made all runs. */
export const ranByOtherProgram = (database: Tampered): Promise<void> =>
  run(database, `UPDATE run SET program = '0.0.1'`)

/** Makes it look as if all runs had been made earlier by this interval, for example `2 hours`. */
export const ranBefore = (database: Tampered, interval: string): Promise<void> =>
  run(
    database,
    'UPDATE run SET started_at = started_at - $1::interval, finished_at = finished_at - $1::interval',
    [interval]
  )

/** Makes it look as if geocoders had been asked earlier by this interval. */
export const geocodedBefore = (database: Tampered, interval: string): Promise<void> =>
  run(database, 'UPDATE geocode SET asked_at = asked_at - $1::interval', [interval])

export const forgetGeocodes = (database: Tampered): Promise<void> => run(database, 'DELETE FROM geocode')

/** Cuts the database connections of imports, as a server that restarts does. */
export const cutImports = (database: Tampered): Promise<void> =>
  run(
    database,
    `SELECT pg_terminate_backend(pid) FROM pg_locks
     WHERE locktype = 'advisory' AND classid = 7301 AND objid <> 0
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
  )

/**
 * Sets the tablespace in which later connections keep their temporary tables. An empty name stands for the default
 * tablespace.
 */
export const stageIn = (database: Tampered, tablespace: string): Promise<void> =>
  run(
    database,
    `DO $$ BEGIN
       EXECUTE format('ALTER DATABASE %I SET temp_tablespaces = %L', current_database(), '${tablespace}');
     END $$`
  )

/** Moves half of the places to the end of their table, as writing them again would. */
export const rewriteSome = (database: Tampered): Promise<void> =>
  run(database, 'UPDATE place SET weight = weight WHERE hashtext(id::text) % 2 = 0')
