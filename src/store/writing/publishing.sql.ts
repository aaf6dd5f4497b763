import { writingByIndex } from '../db/index-hints.sql.ts'
import { writersLock } from '../db/locks.sql.ts'
import { type Sql, sql } from '../db/sql.ts'

/** Begins a transaction that holds the writers' lock, in one round trip. */
export const writingBegin = (): Sql => sql`BEGIN; ${writersLock()}; ${writingByIndex(true)}`

/**
 * Publishes and commits, in one round trip. The version is raised last, so that transactions commit in the order of
 * their versions.
 */
export const writingCommit = (): Sql => sql`${changesPublish()}; COMMIT`

/**
 * Moves the noted changes to the feed, under the next version of the data. If there are none, the version stays
 * unchanged.
 */
export const changesPublish = (): Sql => sql`
WITH noted AS (
  DELETE FROM change_noted RETURNING place_id, kind, fields, survivor
), next AS (
  UPDATE data_version SET version = version + 1, changed_at = clock_timestamp()
  WHERE EXISTS (SELECT FROM noted)
  RETURNING version, changed_at
)
INSERT INTO change (version, kind, place_id, survivor, fields, at)
SELECT next.version, noted.kind, noted.place_id, noted.survivor, noted.fields, next.changed_at FROM next, noted
ORDER BY noted.place_id`
