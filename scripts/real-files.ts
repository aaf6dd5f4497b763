import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { declaredSource } from '../src/importers/declared/declared-source.ts'
import { readMapping } from '../src/importers/declared/read-mapping.ts'
import { openBytes } from '../src/importers/parse/bytes.ts'
import { openRows } from '../src/importers/parse/open-rows.ts'
import type { Row, Rows } from '../src/importers/parse/row.ts'
import { openLedger, repairsOf, type Tally, tally, unmappedOf } from '../src/importers/run/report.ts'
import type { Mapped, Raw, Source } from '../src/importers/source.ts'
import { joinServices } from '../src/importers/sources/data-inclusion.ts'
import { findSource } from '../src/importers/sources/sources.ts'
import { officialCommunes } from '../src/store/territories/official-towns.ts'

export const SHARED =
  process.env.ANNUAIRE_SHARED_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url))

/** Files as published by producers, each with the source or the example mapping (`*.yaml`) that reads it. */
export const FILES: readonly (readonly [file: string, by: string])[] = [
  ['mednum/carto-nationale-source-standard.json', 'mednum'],
  ['mednum/hub-du-sud-paca-20230516-standard.json', 'mednum'],
  ['mednum/hub-du-sud-paca-20230517-standard.json', 'mednum'],
  ['mednum/cnfs-permanences.json', 'mednum'],
  ['mednum/data-inclusion-structures.json', 'data-inclusion'],
  ['mednum/data-inclusion-services.json', 'data-inclusion'],
  ['mednum/hinaura.json', 'hinaura'],
  ['mednum/paca.json', 'paca.yaml'],
  ['mednum/gironde.json', 'gironde.yaml'],
  ['mednum/corse.json', 'corse.yaml'],
  ['mednum/epernay.json', 'epernay.yaml'],
  ['mednum/hub-siilab-hdf-2020.csv', 'siilab.yaml'],
  ['mednum/hub-siilab-hdf-2020.transformed.csv', 'paca.yaml'],
  ['mednum/hub-bfc-ternum-2020.csv', 'bfc.yaml'],
  ['mednum/hub-bfc-ternum-2020.transformed.csv', 'paca.yaml'],
  ['mednum/aidants-connect-structures-2024.csv', 'aidants-connect'],
  ['epn/epn-normandie.csv', 'netpublic'],
  ['epn/epn-normandie.transformed.csv', 'paca.yaml'],
  ['epn/epn-auvergne.csv', 'netpublic'],
  ['epn/epn-auvergne.transformed.csv', 'paca.yaml'],
  ['fablabs/fablabs-io-france.json', 'fablabs'],
  ['fablabs/archipel-fablabs-auvergne.json', 'archipel-fablabs.yaml'],
  ['public-services/france-services-20221201.csv', 'france-services'],
  ['public-services/france-services-20240801.csv', 'france-services'],
  ['public-services/centres-sociaux.csv', 'centres-sociaux.yaml'],
  ['public-services/tiers-lieux-mel-lille.csv', 'tiers-lieux-mel.yaml'],
  ['accessibility/import-generic.csv', 'acceslibre'],
  ['accessibility/generic-erp.csv', 'acceslibre']
]

const EXAMPLES = fileURLToPath(new URL('../src/importers/declared/examples/', import.meta.url))

export async function sourceBy(by: string): Promise<Source> {
  const source = by.endsWith('.yaml') ? declaredSource(await readMapping(join(EXAMPLES, by))) : findSource(by)
  if (source === undefined) throw new Error(`There is no source ${by}.`)
  return source
}

export const LOOKUPS = { communes: officialCommunes() }

export type Tried = {
  readonly rows: number
  readonly mapped: readonly Extract<Mapped, { ok: true }>['record'][]
  /** Number of rejected rows by reason; ids are removed from the reasons. */
  readonly rejected: ReadonlyMap<string, number>
  readonly unmapped: readonly Tally[]
  readonly repairs: readonly Tally[]
}

/** Reads a whole file like an import, without a database. */
export const tryFile = async (file: string, source: Source): Promise<Tried> =>
  tryRows(await rowsOf(file, source.workbook), source)

/**
 * Joins a list of services to the organisations that offer them, and reads the organisations, because services are
 * not places.
 */
async function joinedRows(file: string): Promise<Rows> {
  const listOf = async (path: string): Promise<readonly Raw[]> => JSON.parse(await readFile(path, 'utf8'))
  const structures = await listOf(file.replace(SERVICES, 'data-inclusion-structures.json'))
  const joined = joinServices(structures, await listOf(file))
  async function* rows() {
    for (const [index, raw] of joined.entries()) yield { line: index + 1, raw }
  }
  return { format: 'json', columns: [], rows: rows() }
}

const SERVICES = 'data-inclusion-services.json'

async function rowsOf(file: string, workbook?: Source['workbook']): Promise<Rows> {
  if (file.endsWith(SERVICES)) return joinedRows(file)
  const { bytes } = await openBytes(file, process.stdin, 512)
  return (await openRows(bytes, workbook)).rows
}

export async function readAll(file: string): Promise<readonly Row[]> {
  const rows: Row[] = []
  for await (const row of (await rowsOf(file)).rows) rows.push(row)
  return rows
}

export async function tryRows({ rows }: Pick<Rows, 'rows'>, source: Source): Promise<Tried> {
  const ledger = openLedger()
  const records = new Map<string, { readonly text: string; readonly record: Tried['mapped'][number] }>()
  const mapped: Tried['mapped'][number][] = []
  const rejected = new Map<string, number>()
  let read = 0
  for await (const { raw, line, broken } of source.arrange?.(rows) ?? rows) {
    read++
    const result = broken === undefined ? source.map(raw, LOOKUPS) : null
    tally(ledger, result?.findings ?? [], line)
    const reason = reasonOf(result, broken, records)
    if (reason !== null) rejected.set(reason, (rejected.get(reason) ?? 0) + 1)
    else if (result?.ok) mapped.push(result.record)
  }
  return { rows: read, mapped, rejected, unmapped: unmappedOf(ledger), repairs: repairsOf(ledger) }
}

/**
 * Why a row is rejected, or null. As in the staging step, an id is contested if it occurs twice with different
 * content.
 */
function reasonOf(
  result: Mapped | null,
  broken: string | undefined,
  records: Map<string, { readonly text: string; readonly record: Tried['mapped'][number] }>
): string | null {
  if (result === null) return broken ?? 'broken'
  if (!result.ok) return result.reasons.map((reason) => reason.replace(/: .*$/, '')).join('; ')
  const text = JSON.stringify(result.record)
  const known = records.get(result.record.id)
  if (known !== undefined) return known.text === text ? null : 'an id twice, with two contents'
  records.set(result.record.id, { text, record: result.record })
  return null
}
