// `npm run bench -- import`: measures a first import and a second import of the same file. Compares both with COPY of
// the rows that they stored, and reports the memory of the process. Run it after a change of the mapping, the staging
// or the writing of places.
//
// The first import stores records and their places, so it is compared with COPY of both. The second import only reads
// the records, so it is compared with COPY of the records. Plain COPY writes into tables without indexes or
// constraints, which is the least that storing the rows can cost. The time of COPY with all indexes and computed
// columns is reported too. With --rounds, each COPY is the median of several.
//
//   npm run bench -- import [--sizes 100000,1000000] [--rounds 3] [--profile] [--json FILE]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { readConfig } from '../../src/config.ts'
import type { PlaceText } from '../../src/domain/places/place.ts'
import { writeCsv } from '../../src/http/v1/present/standard-csv.ts'
import { prepareDirectory } from '../../src/prepare-directory.ts'
import { generatePlaces } from '../../src/seed/generate.ts'
import { openDatabase } from '../../src/store/db/database.ts'
import { communeRows } from '../../src/store/territories/administrative-data.ts'
import { buildProgram } from './api-process.ts'
import { onServer } from './database.ts'
import { type Options, readOptions } from './options.ts'
import { topOfProfile } from './profile.ts'
import { median } from './statistics.ts'
import { table } from './text-table.ts'

const MOST = { first: 12, again: 4, memoryMb: 400 } as const

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const DATABASE = 'annuaire_bench_import'
const BATCH = 1_000

type Run = { readonly seconds: number; readonly peakMb: number | null; readonly unchanged: number }

/**
 * Seconds that COPY takes. `records` and `places` are copied into plain tables; for `indexed`, both are copied into
 * tables like the program's own.
 */
type CopySeconds = { readonly records: number; readonly places: number; readonly indexed: number }

type Imported = {
  readonly size: number
  readonly megabytes: number
  readonly first: Run
  readonly again: Run
  readonly copySeconds: CopySeconds
}

export async function importAll(args: readonly string[]): Promise<boolean> {
  const options = readOptions(args, '100000')
  buildProgram()
  const folder = await mkdtemp(join(tmpdir(), 'annuaire-bench-'))
  const imported: Imported[] = []
  try {
    for (const size of options.sizes) imported.push(await measure(size, folder, options))
  } finally {
    await rm(folder, { recursive: true })
    await onServer(options.server, (client) =>
      client.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`)
    )
  }
  console.log(`\n${reportTable(imported)}`)
  if (options.json) await writeFile(options.json, `${JSON.stringify(imported, null, 2)}\n`)
  return imported.every(({ again, size }) => again.unchanged === size)
}

async function measure(
  size: number,
  folder: string,
  { server, profile, rounds }: Options
): Promise<Imported> {
  console.log(`Writing a file of ${size} records`)
  const file = join(folder, `${size}.csv`)
  await pipeline(Readable.from(writeCsv(batches(size))), createWriteStream(file))
  const url = await emptyDatabase(server)
  const profiles = profile ? await mkdtemp(join(tmpdir(), 'annuaire-profile-')) : undefined
  console.log('Importing it')
  const first = await run(url, file, folder)
  console.log('Importing it again')
  const again = await run(url, file, folder, profiles)
  if (profiles) {
    console.log(`\n${await topOfProfile(profiles)}`)
    await rm(profiles, { recursive: true })
  }
  console.log('Copying its rows')
  const copySeconds = await copyAll(url, folder, rounds)
  return { size, megabytes: (await stat(file)).size / 1e6, first, again, copySeconds }
}

/** Yields sample places in the format in which a producer publishes the national standard. */
async function* batches(size: number): AsyncIterable<readonly PlaceText[]> {
  let batch: PlaceText[] = []
  let index = 0
  for (const content of generatePlaces({ count: size, seed: 1, communes: communeRows() })) {
    const id = String(++index)
    const sources = [{ source: 'bench', id, url: null, licence: 'etalab-2.0', updated_at: '2026-11-01' }]
    batch.push({ id, json: JSON.stringify({ id, ...content, sources }) } as PlaceText)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

async function emptyDatabase(server: string): Promise<string> {
  await onServer(server, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${DATABASE}`)
  })
  const address = new URL(server)
  address.pathname = `/${DATABASE}`
  const database = await openDatabase(readConfig({ DATABASE_URL: address.href }))
  await prepareDirectory(database).finally(() => database.close())
  return address.href
}

/** Imports the file in a separate process, as users do, so that the memory of the import can be measured. */
async function run(url: string, file: string, folder: string, profiles?: string): Promise<Run> {
  const report = join(folder, 'report.json')
  const profiling = profiles ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`] : []
  const args = ['dist/cli.js', 'import', 'mednum', file, '--max-size', '4096', '--report', report]
  const child = spawn(process.execPath, [...profiling, ...args], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'inherit']
  })
  let peakMb: number | null = null
  const watch = setInterval(() => {
    peakMb = peakMemory(child.pid) ?? peakMb
  }, 100)
  const [status] = await once(child, 'exit')
  clearInterval(watch)
  if (status !== 0) throw new Error('The import failed.')
  const { counts, duration_ms } = JSON.parse(await readFile(report, 'utf8'))
  return { seconds: duration_ms / 1000, peakMb, unchanged: counts.unchanged }
}

/** Peak memory of a running process so far, in MB; the system discards the figure when the process ends. */
function peakMemory(pid: number | undefined): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) / 1024
  } catch {
    return null
  }
}

async function copyAll(url: string, folder: string, rounds: number): Promise<CopySeconds> {
  const timed = { records: [] as number[], places: [] as number[], indexed: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    timed.records.push(await copy(url, folder, 'source_record', false))
    timed.places.push(await copy(url, folder, 'place', false))
    const records = await copy(url, folder, 'source_record', true)
    timed.indexed.push(records + (await copy(url, folder, 'place', true)))
  }
  return { records: median(timed.records), places: median(timed.places), indexed: median(timed.indexed) }
}

/**
 * Copies the rows out to a file, then into a table; returns the seconds of the second step only. Computed columns are
 * left out, because the table computes them. The search words, which derive from other columns, are only copied into
 * indexed tables.
 */
function copy(
  url: string,
  folder: string,
  rows: 'source_record' | 'place',
  indexed: boolean
): Promise<number> {
  const path = join(folder, `${rows}.copy`)
  return onServer(url, async (client) => {
    const { rows: found } = await client.query<{ columns: string }>(
      `SELECT string_agg(attname, ', ' ORDER BY attnum) AS columns FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity = ''
         AND ($2 OR attname <> 'search')`,
      [rows, indexed]
    )
    const columns = found[0]?.columns ?? ''
    await pipeline(client.query(copyTo(`COPY ${rows} (${columns}) TO STDOUT`)), createWriteStream(path))
    const like = indexed ? `(LIKE ${rows} INCLUDING ALL)` : `AS SELECT ${columns} FROM ${rows} LIMIT 0`
    await client.query(`CREATE TABLE copied ${like}`)
    const begun = performance.now()
    await pipeline(createReadStream(path), client.query(copyFrom(`COPY copied (${columns}) FROM STDIN`)))
    const seconds = (performance.now() - begun) / 1000
    await client.query('DROP TABLE copied')
    return seconds
  })
}

function reportTable(imported: readonly Imported[]): string {
  const head = [
    ...['records', 'file MB', 'COPY of records s', 'and of places s', 'with indexes s'],
    ...[
      'first s',
      '÷COPY of both',
      '÷with indexes',
      'again s',
      '÷COPY of records',
      'peak MB first',
      'again',
      ''
    ]
  ]
  const rows = imported.map(({ size, megabytes, first, again, copySeconds }) => {
    const { records, places, indexed } = copySeconds
    const ratios = { first: first.seconds / (records + places), again: again.seconds / records }
    const peak = Math.max(first.peakMb ?? 0, again.peakMb ?? 0)
    return [
      String(size),
      megabytes.toFixed(0),
      ...[records, places, indexed, first.seconds].map((seconds) => seconds.toFixed(1)),
      ratios.first.toFixed(1),
      (first.seconds / indexed).toFixed(1),
      again.seconds.toFixed(1),
      ratios.again.toFixed(1),
      ...[first, again].map(({ peakMb }) => peakMb?.toFixed(0) ?? ''),
      [
        ...(again.unchanged === size ? [] : ['not all unchanged']),
        ...(ratios.first > MOST.first ? [`first > wanted ${MOST.first}`] : []),
        ...(ratios.again > MOST.again ? [`again > wanted ${MOST.again}`] : []),
        ...(peak > MOST.memoryMb ? [`> wanted ${MOST.memoryMb} MB`] : [])
      ].join('; ')
    ]
  })
  return table([head, ...rows])
}
