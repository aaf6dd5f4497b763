import { type Sql, sql } from './sql.ts'

export const migrationRecord = (name: string, checksum: string): Sql => sql`
INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
-- Start of the transaction, and the current time.
VALUES (gen_random_uuid()::text, ${checksum}, ${name}, now(), clock_timestamp(), 1)`

/**
 * The migrations that have been applied. Those that `prisma migrate resolve` marked as rolled back are excluded,
 * because they must be applied again.
 */
export const migrationsApplied = (): Sql => sql`
SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
FROM _prisma_migrations
WHERE rolled_back_at IS NULL
ORDER BY started_at, migration_name`

/** The lock number of `prisma migrate`, so that it never runs at the same time as our migrations. */
const PRISMA_MIGRATE_LOCK = 72_707_369

/**
 * Locks migrations until the end of the transaction. Such a lock also works behind PgBouncer, and is released if
 * the process dies.
 */
export const migrationsLock = (): Sql => sql`SELECT pg_advisory_xact_lock(${PRISMA_MIGRATE_LOCK})`

/** Creates Prisma's own table, so that `prisma migrate status` and `deploy` can read which migrations we applied. */
export const migrationsTable = (): Sql => sql`
CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  varchar(36) PRIMARY KEY NOT NULL,
  checksum            varchar(64) NOT NULL,
  finished_at         timestamptz,
  migration_name      varchar(255) NOT NULL,
  logs                text,
  rolled_back_at      timestamptz,
  started_at          timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0
)`
