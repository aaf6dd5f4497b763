import { type Sql, sql } from '../sql.ts'

/** The planner's statistics, which choose the index of each search, and the map that index-only counts need. */
export const sampleVacuum = (): Sql => sql`VACUUM (ANALYZE) place, place_label, source_record, change`
