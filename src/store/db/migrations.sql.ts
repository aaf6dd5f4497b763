import { type Sql, sql } from './sql.ts'

export const migrationRecord = (name: string, checksum: string): Sql => sql`
INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
-- The transaction's start, and now.
VALUES (gen_random_uuid()::text, ${checksum}, ${name}, now(), clock_timestamp(), 1)`

/** Without those that `prisma migrate resolve` marked as rolled back: they are to be applied again. */
export const migrationsApplied = (): Sql => sql`
SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
FROM _prisma_migrations
WHERE rolled_back_at IS NULL
ORDER BY started_at, migration_name`

/** The number that `prisma migrate` locks too, so that neither runs while the other does. */
const PRISMA_MIGRATE_LOCK = 72_707_369

/** Held to the end of the transaction: also behind PgBouncer, and by nobody who died. */
export const migrationsLock = (): Sql => sql`SELECT pg_advisory_xact_lock(${PRISMA_MIGRATE_LOCK})`

/** Prisma's own table, column by column, so that `prisma migrate status` and `deploy` read what we wrote. */
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
