// What two directories have in common that went through the same acts: everything but ids, times and failed runs.
import type { Database } from '../../src/store/db/database.ts'
import { changesIn, recordsIn, rowsOf, runsIn, versionOf } from '../support/inspect.ts'
import { appOver } from './acts.ts'

/** A run that was killed remains as failed, and what is kept of each run with it. */
const OF_RUNS = ['run', 'run_rejection', 'run_unmapped']

export type DirectoryState = {
  readonly version: number
  readonly export: readonly unknown[]
  readonly records: readonly unknown[]
  readonly changes: readonly unknown[]
  /** Rows of each table: more or fewer than in the other directory are orphans or losses. */
  readonly rows: Readonly<Record<string, number>>
  readonly unfinishedRuns: number
}

export async function directoryState(database: Database): Promise<DirectoryState> {
  const records = await recordsIn(database)
  const names = new Map<string, string>()
  for (const { source, id, place } of records)
    if (place !== null) names.set(place, [names.get(place), `${source}/${id}`].filter(Boolean).join(' '))
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? 'no record'))
  return {
    version: await versionOf(database),
    export: await exported(database, nameOf),
    records: records.map(({ source, id, present, fingerprint, place, placed_by, raw, mapped }) => ({
      ...{ source, id, present, fingerprint, placed_by, raw, mapped },
      place: nameOf(place)
    })),
    changes: (await changesIn(database)).map(({ place, survivor, ...change }) => ({
      ...change,
      place: nameOf(place),
      survivor: nameOf(survivor)
    })),
    rows: await rowsIn(database),
    unfinishedRuns: (await runsIn(database)).filter(({ status }) => status === 'running').length
  }
}

async function exported(
  database: Database,
  nameOf: (id: string) => string | null
): Promise<readonly unknown[]> {
  const { statusCode, body } = await (await appOver(database)).inject('/v1/exports/places.ndjson')
  if (statusCode !== 200) throw new Error(`${statusCode} ${body}`)
  return body
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => withoutTimes(JSON.parse(line)))
    .map((place) => ({ ...place, id: nameOf(String(place.id)) }))
    .sort((one, other) => (String(one.id) < String(other.id) ? -1 : 1))
}

type Line = Readonly<Record<string, unknown>>

/** The instants at which our program wrote, at any depth. */
const TIMES = new Set(['created_at', 'updated_at', 'read_at', 'retrieved_at'])

const withoutTimes = (line: object): Line =>
  JSON.parse(JSON.stringify(line, (name, value) => (TIMES.has(name) ? undefined : value)))

async function rowsIn(database: Database): Promise<Readonly<Record<string, number>>> {
  const tables = await rowsOf<{ name: string }>(
    database,
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables.filter((table) => !OF_RUNS.includes(table.name))) {
    const [row] = await rowsOf<{ rows: number }>(database, `SELECT count(*)::int AS rows FROM "${name}"`)
    counts[name] = row?.rows ?? 0
  }
  return counts
}

/** What a first start made: tables with their columns and rows, indexes, constraints and migrations. */
export const schemaState = async (database: Database): Promise<object> => ({
  rows: await rowsIn(database),
  columns: await rowsOf(
    database,
    `SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
     WHERE table_schema = 'public' ORDER BY 1, ordinal_position`
  ),
  indexes: await rowsOf(
    database,
    `SELECT pg_get_indexdef(indexrelid) AS definition, indisvalid FROM pg_index
     JOIN pg_class ON pg_class.oid = indrelid WHERE relnamespace = 'public'::regnamespace ORDER BY 1`
  ),
  constraints: await rowsOf(
    database,
    `SELECT conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`
  ),
  migrations: await rowsOf(
    database,
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS is_finished FROM _prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY 1`
  )
})
