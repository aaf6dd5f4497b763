import { type Sql, sql } from '../sql.ts'

export const migrationRecord = (name: string, checksum: string): Sql => sql`
INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
-- The transaction's start, and now.
VALUES (gen_random_uuid()::text, ${checksum}, ${name}, now(), clock_timestamp(), 1)`
