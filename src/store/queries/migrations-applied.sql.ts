import { type Sql, sql } from '../sql.ts'

/** Without those that `prisma migrate resolve` marked as rolled back: they are to be applied again. */
export const migrationsApplied = (): Sql => sql`
SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
FROM _prisma_migrations
WHERE rolled_back_at IS NULL
ORDER BY started_at, migration_name`
