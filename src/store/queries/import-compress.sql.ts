import { type Sql, sql } from '../sql.ts'

/**
 * What a run writes is compressed by lz4, where the server knows it (the embedded one does not): by pglz, the default, it
 * was a twelfth of what a first import took in the database.
 */
export const importCompress = (): Sql => sql`
SELECT set_config('default_toast_compression', 'lz4', false) FROM pg_settings
WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)`
