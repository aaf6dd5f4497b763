import { type Sql, sql } from '../db/sql.ts'

export const termIds = (): Sql => sql`SELECT id, vocabulary, code, label_fr, synonyms FROM term ORDER BY id`
