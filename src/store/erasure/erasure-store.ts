import type {
  ErasableCell,
  ErasableCorrection,
  ErasablePlace,
  ErasableRecord,
  ErasureWriter,
  NamedPerson
} from '../../domain/erasure/erasure-ports.ts'
import type { Person } from '../../domain/erasure/person.ts'
import type { Publishing } from '../../domain/publishing/publishing.ts'
import type { Database } from '../db/database.ts'
import type { Runner } from '../db/sql.ts'
import { storableJson } from '../db/storable-json.ts'
import { matchWriter } from '../merging/match-writer.ts'
import type { Writing } from '../writing/place-writer.ts'
import { publishing } from '../writing/publishing.ts'
import { SEARCHED, type SearchedTable } from './columns.ts'
import * as erasure from './erasure.sql.ts'
import { readHolds, readSecret } from './hold-reader.ts'
import { needleOf } from './needle.ts'

export const erasurePublishing = (database: Pick<Database, 'batch'>): Publishing<ErasureWriter> =>
  publishing(database, erasureWriter, { many: true })

type PlaceRow = Omit<ErasablePlace, 'document'> & { readonly document: string }
type CellRow = { readonly row: string; readonly values: Readonly<Record<string, unknown>> }

async function erasureWriter(writing: Writing): Promise<ErasureWriter> {
  const { runner, by, now } = writing
  return { ...(await matchWriter(writing)), ...readers(runner), ...writers(runner, by, now) }
}

/** Answers nothing for a person of whom nothing is known. */
const searching =
  <Row>(search: (needle: string) => Promise<readonly Row[]>) =>
  async (person: Person): Promise<readonly Row[]> => {
    const needle = needleOf(person)
    return needle === null ? [] : search(needle)
  }

const placesOf = (rows: readonly PlaceRow[]): readonly ErasablePlace[] =>
  rows.map(({ document, ...row }) => ({ ...row, document: JSON.parse(document) }))

type Reading = Pick<
  ErasureWriter,
  | 'secret'
  | 'holds'
  | 'persons'
  | 'recordsNaming'
  | 'corrections'
  | 'cells'
  | 'dormant'
  | 'around'
  | 'recordsAt'
  | 'correctionsAt'
  | 'recordsNamed'
  | 'sourceExists'
  | 'earlier'
>

const readers = (runner: Runner): Reading => ({
  secret: () => readSecret(runner),
  holds: () => readHolds(runner),
  persons: searching(async (needle) => {
    const { rows } = await runner.query<{ person: NamedPerson }>(erasure.erasurePersons(needle))
    return rows.map(({ person }) => person)
  }),
  recordsNaming: searching(
    async (needle) => (await runner.query<ErasableRecord>(erasure.erasureRecords(needle))).rows
  ),
  corrections: searching(
    async (needle) => (await runner.query<ErasableCorrection>(erasure.erasureCorrections(needle))).rows
  ),
  cells: searching(async (needle) => {
    const cells: ErasableCell[] = []
    for (const table of SEARCHED) cells.push(...(await cellsOf(runner, table, needle)))
    return cells
  }),
  dormant: searching(async (needle) =>
    placesOf((await runner.query<PlaceRow>(erasure.erasureDormant(needle))).rows)
  ),
  around: async (places) => placesOf((await runner.query<PlaceRow>(erasure.erasureAround(places))).rows),
  recordsAt: async (places) => (await runner.query<ErasableRecord>(erasure.erasureRecordsAt(places))).rows,
  correctionsAt: async (places) =>
    (await runner.query<ErasableCorrection>(erasure.erasureCorrectionsAt(places))).rows,
  recordsNamed: async (names) => {
    if (names.length === 0) return []
    const patterns = names.map((words) => `^[^a-z0-9]*${words.join('[^a-z0-9]+')}[^a-z0-9]*$`)
    const asked = erasure.erasureRecordsNamed([...new Set(patterns)].join('|'))
    return (await runner.query<ErasableRecord>(asked)).rows
  },
  sourceExists: async (source) => (await runner.query(erasure.erasureSource(source))).rowCount === 1,
  earlier: async (holds) =>
    (await runner.query<{ id: string; at: string }>(erasure.erasureEarlier(holds))).rows[0] ?? null
})

async function cellsOf(
  runner: Runner,
  table: SearchedTable,
  needle: string
): Promise<readonly ErasableCell[]> {
  const { rows } = await runner.query<CellRow>(erasure.erasureCells(table, needle))
  const { doubtful, isRowDeleted } = table
  return rows.flatMap(({ row, values }) =>
    Object.entries(values)
      .filter(([, value]) => value !== null)
      .map(([column, value]) => ({ table: table.table, row, column, value, doubtful, isRowDeleted }))
  )
}

type Writer = Pick<
  ErasureWriter,
  | 'putRecords'
  | 'deleteRecords'
  | 'putCorrections'
  | 'deleteCorrections'
  | 'putCells'
  | 'deleteCells'
  | 'putDormant'
  | 'emptyPlaces'
  | 'sweep'
  | 'keepHolds'
  | 'keepJournal'
  | 'release'
>

const writers = (runner: Runner, by: string, now: string): Writer => ({
  putRecords: async (records) => {
    if (records.length === 0) return
    const rows = records.map(({ row, raw, mapped, told, geocoded, fingerprint }) => {
      return { row, record_id: mapped.id, raw, mapped, told, geocoded, fingerprint }
    })
    await runner.query(erasure.erasureRecordsPut(storableJson(rows)))
  },
  deleteRecords: async (records) => {
    if (records.length === 0) return
    const rows = records.map(({ row }) => row)
    for (const statement of erasure.erasureRecordsForget(rows)) await runner.query(statement)
    for (const statement of erasure.erasureReportsDelete(rows)) await runner.query(statement)
    await runner.query(erasure.erasureRecordsDelete(rows))
  },
  putCorrections: async (corrections) => {
    if (corrections.length > 0) await runner.query(erasure.erasureCorrectionsPut(storableJson(corrections)))
  },
  deleteCorrections: async (ids) => {
    if (ids.length > 0) await runner.query(erasure.erasureCorrectionsDelete(ids))
  },
  putCells: async (cells) => {
    for (const cell of cells) await runner.query(erasure.erasureCellPut(tableOf(cell), cell))
  },
  deleteCells: async (cells) => {
    for (const cell of cells) await runner.query(erasure.erasureRowsDelete(tableOf(cell), [cell.row]))
  },
  putDormant: (places) => putDormant(runner, places),
  emptyPlaces: async (places) => {
    if (places.length === 0) return
    await putDormant(runner, places)
    await runner.query(erasure.erasurePlacesEmpty(places.map(({ id }) => id)))
  },
  sweep: async (person, addresses) => {
    const needle = person === null ? null : needleOf(person)
    await runner.query(erasure.erasureWordsSweep())
    if (needle !== null) await runner.query(erasure.erasureSchedulesSweep(needle))
    if (addresses.length > 0) await runner.query(erasure.erasureGeocodesDelete(addresses))
  },
  keepHolds: async (id, holds) => {
    await runner.query(erasure.erasureHold(id, holds))
  },
  release: async (id) => {
    const [row] = (await runner.query<{ again: boolean }>(erasure.erasureRelease(id, by, now))).rows
    if (row === undefined) return 'unknown'
    return row.again ? 'again' : 'released'
  },
  keepJournal: async ({ counts, ...entry }) => {
    await runner.query(erasure.erasureKeep({ ...entry, counts: JSON.stringify(counts) }, by, now))
  }
})

function tableOf({ table }: ErasableCell): SearchedTable {
  const known = SEARCHED.find((each) => each.table === table)
  if (known === undefined) throw new RangeError(`The table ${table} is not searched.`)
  return known
}

type Shown = {
  readonly name: string
  readonly summary: string | null
  readonly description: string | null
  readonly address: { readonly city: string | null }
}

async function putDormant(
  runner: Runner,
  places: readonly Pick<ErasablePlace, 'id' | 'document'>[]
): Promise<void> {
  if (places.length === 0) return
  const rows = places.map(({ id, document }) => {
    const { name, summary, description, address } = document as Shown
    const texts = [summary, description].filter((text) => text !== null)
    return {
      id,
      name,
      summary: texts.join('\n'),
      city: address.city ?? '',
      document: JSON.stringify(document)
    }
  })
  await runner.query(erasure.erasureDormantPut(storableJson(rows)))
}
