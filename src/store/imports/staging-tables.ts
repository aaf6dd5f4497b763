import { Sql } from '../db/sql.ts'

/** The temporary tables of one run of an import. */
export type StagingTables = {
  /** The id, line and fingerprint of every record of the file. */
  readonly seen: Sql
  /** Raw and mapped records that change something. */
  readonly contents: Sql
  /**
   * Records that change nothing but had to be mapped again: their raw data, and what the mapping reported about
   * them.
   */
  readonly reread: Sql
  /** Positions that were found for records without one. */
  readonly positions: Sql
  /** For a source that creates no places: the places that its records describe. */
  readonly placed: Sql
  readonly rejections: Sql
  /**
   * Places to be composed again, because they lost a record, or because a record of a source that creates no places
   * was found to describe them.
   */
  readonly bereft: Sql
}

/**
 * The tables are named after the run, because in the embedded database, all connections share one session and its
 * temporary tables. `run` is our own UUID, so only letters and digits become part of a statement.
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
