import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { type ImportCommand, importFrom } from '../../src/commands/imports/import-from.ts'
import { loadTerritoryFile } from '../../src/commands/territories/territories.ts'
import { readTerritoryFile } from '../../src/commands/territories/territory-file.ts'
import type { Candidate, Geocoder } from '../../src/domain/geocoding/geocoder.ts'
import { AIDANTS_CONNECT } from '../../src/importers/sources/aidants-connect.ts'
import { MEDNUM } from '../../src/importers/sources/mednum.ts'
import type { Database } from '../../src/store/db/database.ts'
import { testDatabase } from '../support/database.ts'
import { fileServer, refuses, sends } from '../support/file-server.ts'
import { changesIn, geocodesIn, placeOf, placesIn, recordsIn, stateOf } from '../support/inspect.ts'
import { forgetGeocodes, geocodedBefore } from '../support/tamper.ts'
import { correctionsIn } from '../support/writers.ts'

const SHARED =
  process.env.ANNUAIRE_SHARED_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
const AIDANTS = join(SHARED, 'mednum/aidants-connect-structures-2024.csv')
const CENTRES = join(SHARED, 'geo/datanova-codes-postaux-2025.csv')

const folder = await mkdtemp(join(tmpdir(), 'annuaire-geocode-'))
t.teardown(() => rm(folder, { recursive: true, force: true }))
t.setTimeout(280_000)

const OPTIONS = { maxSize: 10 }

const STREETS = ['12 rue du Rempart', '3 rue Perdue', null]
const RECORDS = STREETS.map((adresse, n) => ({
  id: String(n),
  nom: `Espace numérique ${n}`,
  adresse,
  commune: 'Nevers',
  code_postal: '58000',
  source: 'nievre'
}))

const HOUSE: Candidate = { lat: 46.9881, lon: 3.1577, type: 'housenumber', score: 0.9, citycode: '58194' }

/** A geocoder that knows these streets, and records the requests. */
function geocoderThat(
  knows: Readonly<Record<string, Candidate>>
): Geocoder & { readonly requested: string[] } {
  const requested: string[] = []
  return {
    provider: 'addok',
    requested,
    find: async (addresses) => {
      requested.push(...addresses.map(({ street }) => String(street)))
      return addresses.map(({ street }) => knows[street ?? ''] ?? null)
    }
  }
}

const away: Geocoder = { provider: 'addok', find: () => Promise.reject(new Error('it is away')) }
const knowing = () => geocoderThat({ '12 rue du Rempart': HOUSE })

async function imported(
  database: Database,
  geocoder: Geocoder | null,
  records: readonly object[] = RECORDS,
  more: Partial<ImportCommand> = {}
) {
  const file = join(folder, 'records.json')
  await writeFile(file, JSON.stringify(records))
  return importFrom(database, MEDNUM, file, { ...OPTIONS, ...more }, {}, geocoder)
}

const locations = async (database: Database) =>
  (await placesIn(database)).map(({ document }) => document.location)

const precisions = async (database: Database) =>
  (await locations(database)).map((location) => location?.precision ?? null)

t.test('without a network, places are at the centre of their commune, and reported so', async (t) => {
  const database = await testDatabase(t)
  const report = await imported(database, null)
  t.match(report, { positions: { municipality: 3, none: 0, again: 2 }, counts: { created: 3 } })
  t.match(report.warnings.join('\n'), /2 positions may be found better.*GEOCODER is offline/)
  const centre = { origin: 'geocoder', precision: 'municipality' }
  t.match(await locations(database), [centre, centre, centre])
  t.match(
    (await recordsIn(database))[0],
    { mapped: { content: { location: null } }, geocoded: { provider: 'communes', at: null } },
    'the value of the source is stored unchanged'
  )
  const before = await stateOf(database)
  t.match(await imported(database, null), { counts: { unchanged: 3, updated: 0 } })
  t.same(await stateOf(database), before, 'a second import changes nothing')

  await t.test(
    'and move to their house number once it is found, although their file has not changed',
    async (t) => {
      const geocoder = knowing()
      const found = await imported(database, geocoder)
      t.match(found, { counts: { unchanged: 3 }, positions: { housenumber: 1, municipality: 1, again: 1 } })
      t.same(await precisions(database), ['housenumber', 'municipality', 'municipality'])
      t.match(
        (await recordsIn(database)).find(({ id }) => id.endsWith('0')),
        {
          geocoded: { lat: HOUSE.lat, lon: HOUSE.lon, provider: 'addok', score: 0.9, type: 'housenumber' }
        }
      )
      t.same((await changesIn(database)).at(-1)?.fields, ['location', 'quality'])
      t.same(geocoder.requested, ['12 rue du Rempart', '3 rue Perdue', '3 rue Perdue'])

      const settled = await stateOf(database)
      await imported(database, geocoder)
      t.equal(geocoder.requested.length, 3, 'no address is looked up twice, not even one that was not found')
      t.same(await stateOf(database), settled)

      await geocodedBefore(database, '91 days')
      const grown = geocoderThat({ '3 rue Perdue': { ...HOUSE, type: 'street' } })
      t.match(await imported(database, grown), { positions: { street: 1, again: 0 } })
      t.same(grown.requested, ['3 rue Perdue'], 'except, three months later, one that was not found')
      t.same(await precisions(database), ['housenumber', 'street', 'municipality'])
    }
  )
})

t.test('a failing geocoder does not stop a run; the next run tries again', async (t) => {
  const database = await testDatabase(t)
  const failed = await imported(database, away)
  t.match(failed, { counts: { created: 3 }, positions: { municipality: 3, again: 2 } })
  t.match(failed.warnings.join('\n'), /The geocoder failed, and 2 positions .*next run: it is away/)
  t.same(await geocodesIn(database), [])
  t.match(await imported(database, knowing()), { counts: { unchanged: 3 }, positions: { housenumber: 1 } })
  t.same(await precisions(database), ['housenumber', 'municipality', 'municipality'])

  await t.test('also if its file is not even fetched again', async (t) => {
    const server = await fileServer(t, sends(JSON.stringify(RECORDS), { etag: '"1"' }), refuses(304))
    const source = { ...MEDNUM, source: 'elsewhere' }
    const fetched = (geocoder: Geocoder) => importFrom(database, source, server.url, OPTIONS, {}, geocoder)
    await forgetGeocodes(database)
    t.match(await fetched(away), { counts: { created: 3 }, positions: { again: 2 } })
    t.match(await fetched(knowing()), { not_modified: true, positions: { housenumber: 1, municipality: 1 } })
    t.match(
      (await recordsIn(database, 'elsewhere')).find(({ id }) => id.endsWith('0')),
      { geocoded: { precision: 'housenumber' } }
    )
  })
})

t.test('a position given by a producer is never replaced', async (t) => {
  const database = await testDatabase(t)
  const geocoder = knowing()
  const at = { latitude: 46.99, longitude: 3.16 }
  const [first] = RECORDS
  t.match(await imported(database, geocoder, [{ ...first, ...at }]), { positions: { housenumber: 0 } })
  t.same(geocoder.requested, [])
  const location = () => locations(database)
  t.match(await location(), [{ lat: 46.99, lon: 3.16, origin: 'producer' }])
  await imported(database, geocoder, [{ ...first }])
  t.match(await location(), [{ lat: HOUSE.lat, origin: 'geocoder' }], 'if the source no longer has one')
  await imported(database, geocoder, [{ ...first, ...at }])
  t.match(await location(), [{ lat: 46.99, origin: 'producer' }])
})

t.test('a place keeps its geocoded position when it is composed again for another reason', async (t) => {
  const database = await testDatabase(t)
  await imported(database, knowing())
  const [{ id } = { id: '' }] = await placesIn(database)
  await correctionsIn(database).make({ place: id, field: 'name', value: 'EPN' })
  t.match(await placeOf(database, id), {
    name: 'EPN',
    document: { location: { lat: HOUSE.lat, lon: HOUSE.lon, precision: 'housenumber' } }
  })
})

t.test('a dry run sends no requests and stores nothing', async (t) => {
  const database = await testDatabase(t)
  const geocoder = knowing()
  t.match(await imported(database, geocoder, RECORDS, { dryRun: true }), { positions: { municipality: 3 } })
  t.same(geocoder.requested, [])
  t.same(await placesIn(database), [])
})

t.test('an unknown town has no position, and this is reported', async (t) => {
  const database = await testDatabase(t)
  const nowhere = [{ id: '1', nom: 'Espace perdu', commune: 'Nulle-Part', source: 'x' }]
  t.match(await imported(database, knowing(), nowhere), { positions: { none: 1, again: 0 } })
  t.same(await precisions(database), [null])
})

t.test('a place without a commune is in the middle of its postcode, and found by département', async (t) => {
  const database = await testDatabase(t)
  const file =
    'code_commune_insee;latitude;longitude\n14003;49.308;-0.767\n14047;49.278;-0.702\n14663;49.29;-0.67\n'
  await loadTerritoryFile(database, readTerritoryFile(file))
  const known = { nom: 'Bus numérique', source: 'bessin' }
  const report = await imported(database, null, [
    { ...known, id: '1', code_postal: '14400' },
    { ...known, id: '2', code_postal: '14905' }
  ])
  t.match(report.positions, { postcode: 1, none: 1, again: 0 })
  const [middle, cedex] = await placesIn(database)
  t.match(middle, {
    department: '14',
    document: {
      address: { commune: null },
      location: { origin: 'geocoder', precision: 'postcode', lat: 49.292, lon: -0.713 }
    }
  })
  t.match(cedex, { department: '14', document: { address: { commune: null }, location: null } }, 'a CEDEX')
  const before = await stateOf(database)
  t.match(await imported(database, null, [{ ...known, id: '1', code_postal: '14400' }], { partial: true }), {
    counts: { unchanged: 1 }
  })
  t.same(await stateOf(database), before)
})

t.test(
  'Aidants Connect, which has no coordinates, is on the map without a network',
  { skip: !(existsSync(AIDANTS) && existsSync(CENTRES)) && 'the real files are not there' },
  async (t) => {
    const database = await testDatabase(t)
    await loadTerritoryFile(database, readTerritoryFile(readFileSync(CENTRES, 'utf8')))
    const run = () => importFrom(database, AIDANTS_CONNECT, AIDANTS, { maxSize: 50 }, {}, null)
    const report = await run()
    const places = await placesIn(database)
    const known = places.filter(({ document }) => document.address.commune !== null)
    const located = places.filter(
      ({ document: { location } }) => location?.precision === 'municipality' && location.origin === 'geocoder'
    )
    const { municipality, postcode, none } = report.positions
    t.equal(places.length, 5181)
    t.equal(located.length, municipality)
    t.equal(municipality + postcode + none, 5181, 'each is reported')
    t.equal(located.length, known.length, 'if the commune is known')
    const before = await stateOf(database)
    t.match(await run(), { counts: { unchanged: 5181, updated: 0, created: 0 } })
    t.same(await stateOf(database), before)
  }
)
