import { Readable } from 'node:stream'
import fc from 'fast-check'
import t from 'tap'
import { v7 as uuidv7 } from 'uuid'
import { openBytes } from '../../src/importers/parse/bytes.ts'
import { ImportRefused } from '../../src/importers/refused.ts'
import type { Report } from '../../src/importers/run/report.ts'
import { type ImportOptions, runImport } from '../../src/importers/run/run-import.ts'
import type { Source } from '../../src/importers/source.ts'
import { MEDNUM } from '../../src/importers/sources/mednum.ts'
import type { Database } from '../../src/store/db/database.ts'
import { createImportStore } from '../../src/store/imports/import-store.ts'
import { testDatabase } from '../support/database.ts'
import { placesIn, recordOf, recordsIn, stateOf } from '../support/inspect.ts'
import { LOOKUPS } from './mapping.ts'

type Reader = { readonly program?: string; readonly edition?: string; readonly slug?: string }
type Raw = Readonly<Record<string, unknown>>

/** Runs an import, and counts the records that it read. */
async function run(
  { batch }: Database,
  records: readonly Raw[],
  { program = '1.0.0', edition = '', slug = MEDNUM.source, ...options }: Partial<ImportOptions> & Reader = {}
): Promise<Report & { readonly mapped: number }> {
  const clock = { newId: uuidv7, now: () => new Date() }
  const store = createImportStore({ batch, ...clock })
  const body = Readable.from([Buffer.from(JSON.stringify(records))])
  const input = { origin: 'test', open: () => openBytes('-', body, 10) }
  let mapped = 0
  const source: Source = {
    ...MEDNUM,
    source: slug,
    map: (raw, lookups) => {
      mapped++
      return MEDNUM.map(raw, lookups)
    }
  }
  const deps = { store, lookups: { ...LOOKUPS, edition }, geocoder: null, program, ...clock }
  const report = await runImport(source, input, deps, { dryRun: false, maxWithdrawn: 100, ...options })
  return { ...report, mapped }
}

const summaryOf = ({ counts, unmapped, repairs, rejections }: Report) => ({
  counts: {
    ...counts,
    created: 0,
    updated: 0,
    unchanged: counts.created + counts.updated + counts.unchanged
  },
  unmapped,
  repairs,
  rejections
})

const BAYEUX = {
  id: 'bayeux',
  nom: 'EPN &amp; fablab de Bayeux',
  commune: 'BAYEUX',
  code_postal: '14400',
  latitude: '49,2764',
  longitude: '-0,7024',
  services: 'Danser',
  Colonne: 'x'
}
const NEVERS = { id: 'nevers', nom: 'EPN de Nevers', commune: 'Nevers', code_postal: '58000' }

const database = await testDatabase(t)

t.test('identical records are not read again, and are reported in the same way', async (t) => {
  const first = await run(database, [BAYEUX, NEVERS, { id: 'sans nom' }])
  t.match(first, {
    mapped: 3,
    counts: { created: 2, rejected: 1 },
    positions: { source: 1, municipality: 1, repaired: 1 }
  })
  const state = await stateOf(database)
  const second = await run(database, [NEVERS, BAYEUX, { id: 'sans nom' }])
  t.match(second, { mapped: 1, counts: { unchanged: 2 }, positions: { source: 1, kept: 1, repaired: 1 } })
  const lines = ({ unmapped, repairs }: Report) =>
    [...unmapped, ...repairs].map(({ line: _, ...tally }) => tally)
  t.same(lines(second), lines(first))
  t.same(await stateOf(database), state)
  t.equal((await run(database, [BAYEUX, NEVERS], { dryRun: true })).mapped, 0, 'and not by a dry run')
})

t.test('another release, or --force, reads everything again and changes nothing', async (t) => {
  const places = () => placesIn(database)
  const before = await places()
  t.match(await run(database, [BAYEUX, NEVERS], { anew: true }), { mapped: 2, counts: { unchanged: 2 } })
  t.match(await run(database, [BAYEUX, NEVERS], { program: '1.1.0' }), {
    mapped: 2,
    counts: { unchanged: 2 }
  })
  t.equal(
    (await run(database, [BAYEUX, NEVERS], { program: '1.1.0' })).mapped,
    0,
    'and recalls it from then on'
  )
  const located = { program: '1.1.0', edition: 'centres of all communes' }
  t.equal(
    (await run(database, [BAYEUX, NEVERS], located)).mapped,
    2,
    'and reads again if the centres of communes have changed'
  )
  await run(database, [BAYEUX, NEVERS], { program: '1.1.0' })
  t.same(await places(), before)
})

t.test(
  'a change without a mapping is read once, reported each time, and kept in the raw record',
  async (t) => {
    const noted = { ...NEVERS, Remarque: 'ouvert depuis peu' }
    for (const mapped of [1, 0]) {
      const report = await run(database, [BAYEUX, noted], { program: '1.1.0' })
      t.match(report, { mapped, counts: { unchanged: 2 } })
      t.ok(report.unmapped.some(({ field, count }) => field === 'Remarque' && count === 1))
    }
    t.match((await recordOf(database, 'nevers')).raw, noted)
  }
)

t.test('if an id has two contents, the first in the file counts, recalled or not', async (t) => {
  const renamed = { ...BAYEUX, nom: 'Le Radar' }
  const program = '1.1.0'
  const report = await run(database, [renamed, BAYEUX, NEVERS], { program })
  t.match(report, { counts: { updated: 1, rejected: 1 }, rejections: [{ line: 2, record_id: 'bayeux' }] })
  t.match(await run(database, [BAYEUX, renamed, BAYEUX, NEVERS], { program }), {
    counts: { updated: 1, unchanged: 2, rejected: 1 },
    repeated: 1
  })
})

t.test(
  'for any sequence of files, the directory and the reports are as if each were read again',
  async (t) => {
    const files = fc.sample(
      fc.array(
        fc.record({
          id: fc.constantFrom('a', 'b', 'c', 'd'),
          nom: fc.constantFrom('EPN', 'Fablab &amp; co', ''),
          commune: fc.constantFrom('NEVERS', 'Bayeux'),
          Divers: fc.constantFrom('', 'x'),
          latitude: fc.constantFrom('', '0', '46,99'),
          longitude: fc.constantFrom('', '0', '3,16')
        }),
        { minLength: 1, maxLength: 6 }
      ),
      8
    )
    // Each import has its own database, because places would otherwise be merged with places of other sources.
    const [recalling, reading] = [await testDatabase(t), await testDatabase(t)]
    const recordsOf = async (database: Database) => {
      const places = new Map((await placesIn(database)).map((place) => [place.id, place]))
      return (await recordsIn(database, 'same')).map(({ id, present, raw, mapped, told, located, place }) => {
        const made = places.get(place ?? '')
        const { status, name } = places.get(made?.merged_into ?? '') ?? made ?? {}
        return { id, present, raw, mapped, told, located, status, name }
      })
    }
    // If most ids of a file belong to other places, the file seems to come from another producer.
    const outcomeOf = async (
      database: Database,
      records: readonly Raw[],
      reader: Parameters<typeof run>[2] = {}
    ) => {
      try {
        return await run(database, records, { slug: 'same', ...reader })
      } catch (error) {
        if (error instanceof ImportRefused) return { refused: error.message }
        throw error
      }
    }
    let spared = 0
    for (const file of [...files, ...files.slice(0, 2).flatMap((each) => [each, each])]) {
      const records = [NEVERS, ...file]
      const [left, right] = [
        await outcomeOf(recalling, records),
        await outcomeOf(reading, records, { anew: true })
      ]
      if ('refused' in left || 'refused' in right) {
        t.same(left, right, 'a file that is refused is refused by both')
        continue
      }
      t.same(summaryOf(left), summaryOf(right))
      t.same(left.positions, right.positions)
      spared += right.mapped - left.mapped
    }
    t.same(await recordsOf(recalling), await recordsOf(reading))
    t.ok(spared > 3, `${spared} records were recalled`)
  }
)
