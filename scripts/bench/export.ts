// `npm run bench -- export`: the speed of streaming everything as NDJSON, compared with PostgreSQL's own COPY
// of the same documents, and the memory of the API's process. Run it after a change of the exports.
//
//   npm run bench -- export [--sizes 1000000] [--rounds 1] [--profile] [--fresh] [--json FILE]
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { buildProgram, startApi } from './api-process.ts'
import { benchDatabase } from './database.ts'
import { type Options, readOptions } from './options.ts'
import { topOfProfile } from './profile.ts'
import { median } from './statistics.ts'
import { table } from './text-table.ts'

const MOST_MEMORY_MB = 300

type Streamed = {
  readonly rows: number
  readonly megabytes: number
  readonly seconds: number
  /** Seconds until the first byte. */
  readonly waited: number
}

type Exported = {
  readonly size: number
  readonly api: readonly Streamed[]
  readonly copy: readonly Streamed[]
  readonly peakMemory: number | null
}

export async function exportAll(args: readonly string[]): Promise<boolean> {
  const options = readOptions(args, '1000000')
  buildProgram()
  const exported: Exported[] = []
  for (const size of options.sizes) exported.push(await measure(size, options))
  console.log(`\n${reportTable(exported)}`)
  if (options.json) await writeFile(options.json, `${JSON.stringify(exported, null, 2)}\n`)
  return exported.every(({ size, api }) => api.every(({ rows }) => rows === size))
}

async function measure(size: number, options: Options): Promise<Exported> {
  const url = await benchDatabase(options, size)
  const profiles = options.profile ? await mkdtemp(join(tmpdir(), 'annuaire-profile-')) : undefined
  const process = await startApi({ DATABASE_URL: url }, profiles)
  const api: Streamed[] = []
  const copy: Streamed[] = []
  const work = [
    async () => void api.push(await read(() => exportOf(process.port))),
    async () => void copy.push(await copyOf(url))
  ]
  try {
    for (let round = 0; round < options.rounds; round++) {
      for (const each of round % 2 === 0 ? work : work.toReversed()) await each()
    }
    return { size, api, copy, peakMemory: process.peakMemory() }
  } finally {
    await process.stop()
    if (profiles) {
      console.log(`\n${await topOfProfile(profiles)}`)
      await rm(profiles, { recursive: true })
    }
  }
}

function exportOf(port: number): Promise<Readable> {
  return new Promise<IncomingMessage>((resolve, reject) => {
    const path = '/v1/exports/places.ndjson'
    get({ host: '127.0.0.1', port, path, agent: false }, (answer) => {
      if (answer.statusCode === 200) return resolve(answer)
      reject(new Error(`The export was answered ${answer.statusCode}.`))
    }).on('error', reject)
  })
}

async function copyOf(url: string): Promise<Streamed> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await read(async () => client.query(copyTo('COPY (SELECT document FROM place) TO STDOUT')))
  } finally {
    await client.end()
  }
}

const NEWLINE = 10

/** Reads a stream to its end, and counts its lines and bytes. */
async function read(open: () => Promise<Readable>): Promise<Streamed> {
  const begun = performance.now()
  let waited: number | undefined
  let bytes = 0
  let rows = 0
  for await (const chunk of (await open()) as AsyncIterable<Buffer>) {
    waited ??= performance.now() - begun
    bytes += chunk.length
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) rows++
  }
  const seconds = (performance.now() - begun) / 1000
  return { rows, megabytes: bytes / 1e6, seconds, waited: (waited ?? 0) / 1000 }
}

const rateOf = (runs: readonly Streamed[]): number => median(runs.map(({ rows, seconds }) => rows / seconds))

function reportTable(exported: readonly Exported[]): string {
  const rows = exported.map(({ size, api, copy, peakMemory }) => [
    String(size),
    String(Math.round(rateOf(api))),
    String(Math.round(rateOf(copy))),
    (rateOf(api) / rateOf(copy)).toFixed(2),
    median(api.map(({ megabytes }) => megabytes)).toFixed(0),
    median(api.map(({ waited }) => waited)).toFixed(1),
    peakMemory?.toFixed(0) ?? '?',
    [
      ...(api.some((run) => run.rows !== size) ? ['not all places came'] : []),
      ...(peakMemory !== null && peakMemory > MOST_MEMORY_MB ? [`> wanted ${MOST_MEMORY_MB} MB`] : [])
    ].join('; ')
  ])
  const head = ['places', 'API rows/s', 'COPY rows/s', 'API÷COPY', 'MB', 'first byte s', 'peak memory MB', '']
  return table([head, ...rows])
}
