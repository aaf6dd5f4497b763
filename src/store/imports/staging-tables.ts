import { Sql } from '../db/sql.ts'

/** The temporary tables of one run of an import. */
export type StagingTables = {
  /** Every record of the file, by its id. */
  readonly seen: Sql
  /** Raw and mapped records that change something. */
  readonly contents: Sql
  /** Records that change nothing but had to be read anew: as they came, and what the mapping reported of them. */
  readonly reread: Sql
  /** Positions found for records that have none. */
  readonly positions: Sql
  /** The places that records of a source without places of its own describe. */
  readonly placed: Sql
  readonly rejections: Sql
  /** Places to be composed anew: they lost a record, or one of a source without places was found to describe them. */
  readonly bereft: Sql
}

/**
 * Named after the run: on the embedded database, all connections are one session and share their temporary
 * tables. `run` is our own UUID, so only letters and digits reach the text of a statement.
 */
export function stagingTables(run: string): StagingTables {
  const suffix = run.replace(/[^0-9a-z]/gi, '')
  const named = (what: string) => new Sql([`${what}_${suffix}`], [])
  return {
    seen: named('import_seen'),
    contents: named('import_contents'),
    reread: named('import_reread'),
    positions: named('import_positions'),
    placed: named('import_placed'),
    rejections: named('import_rejections'),
    bereft: named('import_bereft')
  }
}
