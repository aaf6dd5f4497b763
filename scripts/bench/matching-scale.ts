// `npm run bench -- matching-scale`: compares the cost of matching new records with ten thousand stored records and
// with many more. Run it after a change of the keys or of the statements in src/store/merging/match-compare.sql.ts.
//
// The stored records are the sample places of the other benches, in a copy of their database. The bench gives them
// the program's own keys in bulk, and treats them as already compared. The new records come through a real import, as
// the records of another directory: half of them describe stored places, the other half do not. There are --records
// of them, but at most a fifth of the number of stored records, because otherwise they would mostly match each other.
// They are imported before the timing starts, so that only their matching is timed: candidates, decisions, merges and
// recomposed places, as in `annuaire match run`. A few records are matched first to warm the caches.
//
// The first size takes two seconds and varies from run to run. If it is given twice, before and after the large one,
// the other sizes are compared with the median of its measurements.
//
//   npm run bench -- matching-scale [--sizes 10000,1000000,10000] [--records 100000] [--json FILE]
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { importFrom } from '../../src/commands/imports/import-from.ts'
import { readConfig } from '../../src/config.ts'
import { ready } from '../../src/domain/matching/compared-record.ts'
import { familiesOf } from '../../src/domain/matching/families.ts'
import { CROWDS, KEY_SORTS, keysOf } from '../../src/domain/matching/pair-keys.ts'
import { matchDue } from '../../src/domain/merging/match-due.ts'
import type { PlaceContent, PlaceText } from '../../src/domain/places/place.ts'
import { writeCsv } from '../../src/http/v1/present/standard-csv.ts'
import { MEDNUM } from '../../src/importers/sources/mednum.ts'
import { generatePlaces } from '../../src/seed/generate.ts'
import { type Database, openDatabase } from '../../src/store/db/database.ts'
import { sql } from '../../src/store/db/sql.ts'
import {
  crowdOf,
  directoryAsNumber,
  keyAsNumber,
  matchCandidates
} from '../../src/store/merging/match-compare.sql.ts'
import { matchPublishing } from '../../src/store/merging/match-writer.ts'
import { comparedRecords } from '../../src/store/merging/stored-records.ts'
import { communeRows } from '../../src/store/territories/administrative-data.ts'
import { officialTowns } from '../../src/store/territories/official-towns.ts'
import { addressOf, benchDatabase, onServer } from './database.ts'
import { readOptions } from './options.ts'
import { median } from './statistics.ts'
import { table } from './text-table.ts'

/** Maximum cost of matching a record at a larger size, as a multiple of the cost at the first size. */
const MOST = 2

const WARMING = 200
const PAGE = 5_000
const DATABASE = 'annuaire_bench_matching'

type Measured = {
  readonly stored: number
  readonly records: number
  readonly seconds: number
  /** Pairs compared per record. */
  readonly pairs: number
  readonly merged: number
}

export async function matchingScale(args: readonly string[]): Promise<boolean> {
  const options = readOptions(args, '10000,100000')
  const folder = await mkdtemp(join(tmpdir(), 'annuaire-bench-'))
  const measured: Measured[] = []
  try {
    for (const size of options.sizes) {
      const file = join(folder, `new-${size}.csv`)
      const records = Math.min(options.records, Math.ceil(size / 5))
      await pipeline(Readable.from(writeCsv(newRecords(records))), createWriteStream(file))
      await copyOf(options.server, await benchDatabase(options, size))
      const database = await openDatabase(readConfig({ DATABASE_URL: addressOf(options.server, DATABASE) }))
      measured.push(await measure(database, size, file).finally(() => database.close()))
    }
  } finally {
    await rm(folder, { recursive: true })
    await onServer(options.server, (client) =>
      client.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`)
    )
  }
  console.log(`\n${reportTable(measured)}`)
  if (options.json) await writeFile(options.json, `${JSON.stringify(measured, null, 2)}\n`)
  return true
}

async function* newRecords(count: number): AsyncGenerator<readonly PlaceText[]> {
  const communes = communeRows()
  const known = generatePlaces({ count: Math.ceil(count / 2), seed: 1, communes })
  const others = generatePlaces({ count: Math.floor(count / 2), seed: 2, communes })
  let index = 0
  // Both kinds of records alternate, so that the records that warm the caches are like the others.
  for (const place of known) {
    const other = others.next()
    const both: readonly PlaceContent[] = other.done ? [place] : [place, other.value]
    yield both.map((content) => {
      const id = String(++index)
      const sources = [{ source: 'bench', id, url: null, licence: 'etalab-2.0', updated_at: '2026-11-01' }]
      return { id, json: JSON.stringify({ id, ...content, sources }) } as PlaceText
    })
  }
}

const copyOf = (server: string, template: string): Promise<void> =>
  onServer(server, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${DATABASE} TEMPLATE ${new URL(template).pathname.slice(1)}`)
  })

async function measure(database: Database, stored: number, file: string): Promise<Measured> {
  const { batch } = database
  console.log(`Importing new records beside ${stored}, which stand compared`)
  await importFrom(database, MEDNUM, file, { maxSize: 512, accept: true })
  const { rows } = await batch.query<{ id: number }>(
    `SELECT id FROM source_record WHERE source = $1 ORDER BY id`,
    [MEDNUM.source]
  )
  const added = rows.map(({ id }) => id)
  await fileStored(database)
  const due = (ids: readonly number[]) =>
    batch.query('INSERT INTO match_due SELECT unnest($1::bigint[]) ON CONFLICT DO NOTHING', [ids])
  await due(added.slice(0, WARMING))
  await matchDue(matchPublishing(database), officialTowns())
  const timed = added.slice(WARMING)
  await due(timed)
  const begun = performance.now()
  await matchDue(matchPublishing(database), officialTowns())
  const seconds = (performance.now() - begun) / 1_000
  const compared = await batch.query(matchCandidates(timed, CROWDS))
  const merged = await batch.query(
    `SELECT FROM place JOIN source_record record ON record.place_id = place.id
     WHERE record.source = $1 AND status = 'merged'`,
    [MEDNUM.source]
  )
  return {
    stored,
    records: timed.length,
    seconds,
    pairs: (compared.rowCount ?? 0) / timed.length,
    merged: merged.rowCount ?? 0
  }
}

/** Creates the keys as an import does, but builds the index at the end. */
async function fileStored({ batch }: Database): Promise<void> {
  await batch.query('ALTER TABLE match_key DROP CONSTRAINT match_key_pkey')
  const { rows } = await batch.query<{ id: number }>(
    `SELECT id FROM source_record WHERE source <> $1 AND place_id IS NOT NULL ORDER BY id`,
    [MEDNUM.source]
  )
  const ids = rows.map(({ id }) => id)
  const towns = officialTowns()
  for (let from = 0; from < ids.length; from += PAGE) {
    const records = await comparedRecords(batch, ids.slice(from, from + PAGE))
    const each = records.flatMap((record) => {
      const compared = ready(record, towns)
      const filed = { row: record.row, families: familiesOf(compared), directory: compared.directory }
      return keysOf(compared).map((key) => ({ ...filed, ...key }))
    })
    await batch.query(sql`
      WITH given AS (
        SELECT DISTINCT record, families, ${directoryAsNumber(sql`name`)} AS directory,
               ${keyAsNumber(sql`key`, sql`sort`, sql`true`)} AS key
        FROM unnest(${each.map(({ row }) => row)}::bigint[], ${each.map(({ families }) => families)}::integer[],
                    ${each.map(({ directory }) => directory)}::text[], ${each.map(({ text }) => text)}::text[],
                    ${each.map(({ sort }) => KEY_SORTS.indexOf(sort))}::integer[])
          AS g (record, families, name, key, sort)
      ), filed AS (
        INSERT INTO match_lookup (record, families, directory, present, keys)
        SELECT record, families, directory, true, array_agg(key ORDER BY key) FROM given GROUP BY 1, 2, 3
      )
      INSERT INTO match_key (key, directory, record) SELECT key, directory, record FROM given`)
  }
  await batch.query('ALTER TABLE match_key ADD PRIMARY KEY (key, directory, record)')
  // Marks the keys that too many records share. If the stored records had really been compared, these keys would
  // already be marked.
  await batch.query(sql`
    INSERT INTO match_crowd SELECT key, directory FROM match_key
    GROUP BY key, directory HAVING count(*) > ${crowdOf(sql`key`, CROWDS)}
    ON CONFLICT DO NOTHING`)
  await batch.query('VACUUM ANALYZE match_key, match_lookup')
}

function reportTable(measured: readonly Measured[]): string {
  const head = ['stored', 'new records', 'seconds', 'ms a record', '÷ first', 'pairs a record', 'merged', '']
  const costOf = ({ seconds, records }: Measured) => seconds / records
  const first = median(measured.filter(({ stored }) => stored === measured[0]?.stored).map(costOf))
  const rows = measured.map((one) => {
    const { stored, records, seconds, pairs, merged } = one
    const each = costOf(one)
    const ratio = each / first
    return [
      String(stored),
      String(records),
      seconds.toFixed(1),
      (1_000 * each).toFixed(2),
      ratio.toFixed(2),
      pairs.toFixed(1),
      String(merged),
      stored !== measured[0]?.stored && ratio > MOST ? `> wanted ${MOST}` : ''
    ]
  })
  return table([head, ...rows])
}
