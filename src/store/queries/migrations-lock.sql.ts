import { type Sql, sql } from '../sql.ts'

/** The number that `prisma migrate` locks too, so that neither runs while the other does. */
const PRISMA_MIGRATE_LOCK = 72_707_369

/** Held to the end of the transaction: also behind PgBouncer, and by nobody who died. */
export const migrationsLock = (): Sql => sql`SELECT pg_advisory_xact_lock(${PRISMA_MIGRATE_LOCK})`
