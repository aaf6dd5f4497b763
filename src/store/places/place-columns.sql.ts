import { sql } from '../db/sql.ts'

/**
 * The columns that `place-document.ts` needs. Instants are text, because `pg` parses dates with a slow
 * regular expression.
 */
export const placeColumns = sql`document, schedule,
       (created_at AT TIME ZONE 'UTC')::text AS created_at, (updated_at AT TIME ZONE 'UTC')::text AS updated_at`
