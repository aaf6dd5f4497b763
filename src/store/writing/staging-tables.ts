import { Sql } from '../db/sql.ts'

/** The temporary tables of one run. */
export type StagingTables = {
  /** Every record of the file, by its id. */
  readonly seen: Sql
  /** Raw and mapped, of those that change something. */
  readonly contents: Sql
  /** Of those that change nothing but had to be read anew: as they came, and what was told of them. */
  readonly reread: Sql
  /** Found for those of them that tell none. */
  readonly positions: Sql
  /** The places that records of a source without places of its own are of. */
  readonly placed: Sql
  readonly rejections: Sql
  /** Places to be composed anew: they lost a record, or one that lists no places was found to be of them. */
  readonly bereft: Sql
  /** What became of each place, once, however many of its records changed. */
  readonly changes: Sql
  /** Records that are due to be compared, in the order of where they lie. */
  readonly waiting: Sql
  /** Records whose company may be another now. */
  readonly touched: Sql
  /** Places to be composed anew because they were merged into, or parted. */
  readonly composing: Sql
}

/**
 * Named after the run: on the embedded database all connections are one session, and share their temporary tables.
 * `run` is a UUID of ours; letters and digits are all that can reach the text of a statement.
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
    bereft: named('import_bereft'),
    changes: named('import_changes'),
    waiting: named('match_waiting'),
    touched: named('match_touched'),
    composing: named('match_composing')
  }
}
