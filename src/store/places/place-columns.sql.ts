import { sql } from '../db/sql.ts'

/** What `place-document.ts` shows a place from. The instants come as text: `pg` makes dates of them by a regular expression. */
export const shown = sql`document, schedule,
       (created_at AT TIME ZONE 'UTC')::text AS created_at, (updated_at AT TIME ZONE 'UTC')::text AS updated_at`
