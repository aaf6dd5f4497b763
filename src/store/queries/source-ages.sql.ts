import { type Sql, sql } from '../sql.ts'

export const sourceAges = (): Sql => sql`
SELECT source, extract(epoch FROM now() - max(finished_at))::float8 AS seconds
FROM run WHERE status = 'done' GROUP BY source ORDER BY source`
