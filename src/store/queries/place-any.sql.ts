import { type Sql, sql } from '../sql.ts'

/** Whether there is, or ever was, a place. */
export const placeAny = (): Sql => sql`SELECT EXISTS (SELECT FROM place) AS any`
