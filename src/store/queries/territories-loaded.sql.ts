import { escapeLiteral } from 'pg'
import { Sql, sql } from '../sql.ts'

/** The table's comment says which list it holds: it lives and dies with the table, and dumps carry it along. */
export const territoriesLoaded = (): Sql => sql`SELECT obj_description('territory'::regclass) AS version`

/** COMMENT is one of the statements that cannot bind a value. */
export const territoriesMarkLoaded = (version: string): Sql =>
  new Sql([`COMMENT ON TABLE territory IS ${escapeLiteral(version)}`], [])
