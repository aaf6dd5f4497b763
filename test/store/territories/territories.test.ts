import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { loadTerritoryFile } from '../../../src/commands/territories/territories.ts'
import { readTerritoryFile } from '../../../src/commands/territories/territory-file.ts'
import type { TerritoryKind } from '../../../src/domain/territories/territory.ts'
import { writeSample } from '../../../src/seed/write-sample.ts'
import { loadTerritories } from '../../../src/store/territories/load-territories.ts'
import { territoryReader } from '../../../src/store/territories/territory-reader.ts'
import { testDatabase } from '../../support/database.ts'
import { versionOf } from '../../support/inspect.ts'

const SHARED =
  process.env.ANNUAIRE_SHARED_DATA ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url))

t.test('territories', async (t) => {
  const database = await testDatabase(t)
  const { batch } = database
  const territories = territoryReader(database)
  const found = async (q: string, kind?: TerritoryKind) =>
    (await territories.search({ q, kind, limit: 3 })).map(({ kind, name }) => `${kind} ${name}`)

  await t.test('the whole official list is loaded, overseas included', async (t) => {
    const { rows } = await batch.query(
      'SELECT kind, count(*)::int AS n FROM territory GROUP BY kind ORDER BY kind'
    )
    const counts = Object.fromEntries(rows.map(({ kind, n }) => [kind, n]))
    t.ok(counts.commune > 34_000 && counts.epci > 1_200)
    t.match(counts, { department: 109, region: 26 })
    t.match(await territories.find('commune', '97701'), {
      name: 'Saint-Barthélemy',
      department: '977',
      region: '977'
    })
    t.match(await territories.find('commune', '98818'), { name: 'Nouméa', department: '988' })
  })

  await t.test('loading again changes nothing, whether or not the list is known to be loaded', async (t) => {
    const before = await versionOf(database)
    await loadTerritories(batch)
    await batch.query('COMMENT ON TABLE territory IS NULL')
    await loadTerritories(batch)
    t.equal(await versionOf(database), before)
  })

  await t.test(
    'a commune that merges becomes a code of the other one, and an older centre stays',
    async (t) => {
      await batch.query(
        `INSERT INTO territory (kind, code, name) VALUES ('commune', '01091', 'Châtillon-en-Michaille')`
      )
      await batch.query(
        `UPDATE commune_code SET commune = '01091', relation = 'current' WHERE code = '01091'`
      )
      await batch.query(
        `UPDATE territory SET centre = 'POINT(5.8 46.1)' WHERE code = '01033' AND kind = 'commune'`
      )
      await batch.query('COMMENT ON TABLE territory IS NULL')
      await loadTerritories(batch)
      t.match(await territories.find('commune', '01091'), {
        code: '01033',
        name: 'Valserhône',
        centre: { lat: 46.1 }
      })
      const gone = await batch.query("SELECT FROM territory WHERE kind = 'commune' AND code = '01091'")
      t.equal(gone.rows.length, 0)
    }
  )

  await t.test('exact names first, then prefixes, then any word, the most populous first', async (t) => {
    t.same(await found('paris'), ['commune Paris', 'department Paris', 'commune Parisot'])
    t.same(await found('saint lo'), ['commune Saint-Lô', 'commune Saint-Louis', 'commune Saint-Louis'])
    t.same((await found('St Denis'))[0], 'commune Saint-Denis')
    t.same(await found('hay les roses'), ["commune L'Haÿ-les-Roses"])
    t.same((await found('bayeux')).toSorted(), ['commune Bayeux', 'epci CC de Bayeux Intercom'])
    t.same(await found('bayeux', 'epci'), ['epci CC de Bayeux Intercom'])
    t.same(await found('metropole', 'region'), [])
  })

  await t.test('codes and postcodes are found too, also former codes', async (t) => {
    t.equal((await found('14400'))[0], 'commune Bayeux')
    t.equal((await found('14047'))[0], 'commune Bayeux')
    t.same(await found('75111'), ['commune Paris'])
    t.same(await found('01018'), ['commune Valserhône'])
    t.same(await found('241400555'), ['epci CC de Bayeux Intercom'])
    t.same(await found('2a004'), ['commune Ajaccio'])
  })

  await t.test('special characters of the database have no special meaning in the search', async (t) => {
    t.same(await found('%'), [])
    t.same(await found("'; --"), [])
    t.same(await found('pa%is'), [])
  })

  await t.test('without words, the most populous', async (t) => {
    const regions = await territories.search({ kind: 'region', limit: 2 })
    t.same(
      regions.map(({ name }) => name),
      ['Île-de-France', 'Auvergne-Rhône-Alpes']
    )
  })

  await t.test('a commune has its territories, an unknown code gives nothing', async (t) => {
    t.match(await territories.find('commune', '14047'), {
      kind: 'commune',
      code: '14047',
      epci: '241400555',
      department: '14',
      region: '28',
      postcodes: ['14400'],
      centre: { lat: 49.277, lon: -0.702 }
    })
    t.match(await territories.find('department', '14'), { name: 'Calvados', region: '28', department: null })
    t.equal(await territories.find('commune', '99999'), null)
    t.equal(await territories.find('region', '14'), null)
  })

  await t.test(
    'a commune filter stands for all codes of the commune, an arrondissement for itself',
    async (t) => {
      const paris = await territories.communeCodes('75056')
      t.equal(paris?.length, 21)
      t.ok(paris?.includes('75111'))
      t.same(await territories.communeCodes('75111'), ['75111'])
      t.same(await territories.communeCodes('01018'), await territories.communeCodes('01033'))
      t.equal(await territories.communeCodes('00000'), null)
      t.ok(await territories.exists('epci', '241400555'))
      t.notOk(await territories.exists('department', '99'))
      t.same(
        await territories.centreOfCommune('75111'),
        await territories.centreOfCommune('75056'),
        'that of the commune'
      )
      t.equal(await territories.centreOfCommune('00000'), null)
    }
  )

  await t.test('each territory counts its active places', async (t) => {
    await writeSample(database, { count: 400, seed: 1 })
    await batch.query(
      "UPDATE place SET status = 'withdrawn' WHERE id IN (SELECT id FROM place WHERE region = '11' LIMIT 1)"
    )
    const count = async (where: string) =>
      (await batch.query(`SELECT count(*)::int AS n FROM place WHERE status = 'active' AND ${where}`)).rows[0]
        .n
    const places = async (kind: TerritoryKind, code: string) => (await territories.find(kind, code))?.places
    t.equal(await places('region', '11'), await count("region = '11'"))
    t.equal(await places('department', '13'), await count("department = '13'"))
    t.equal(await places('commune', '75056'), await count("commune LIKE '751%'"))
    t.equal(await places('epci', '200054781'), await count("epci = '200054781'"))
    t.ok(((await places('region', '11')) ?? 0) > 0)
  })
})

t.test('annuaire territories load', async (t) => {
  const database = await testDatabase(t)
  const { batch } = database
  const load = async (text: string) => loadTerritoryFile(database, readTerritoryFile(text))
  const centreOf = async (code: string) => territoryReader(database).centreOfCommune(code)

  await t.test('reads centres from the current postcode file and from its predecessor', async (t) => {
    const before = await versionOf(database)
    t.equal(
      await load(
        '\ufeff"code_commune_insee","nom","code_postal","_geopoint","latitude","longitude"\n' +
          '"14047","BAYEUX","14400","49.2,-0.7","49.2","-0.7"\n"14047","BAYEUX","14401","49.2,-0.7","49.2","-0.7"\n' +
          '"12218","CONQUES","12320",,,\n'
      ),
      'Centres of 1 communes: 1 changed, 0 unchanged; 1 lines without a position left out.'
    )
    t.same(await centreOf('14047'), { lat: 49.2, lon: -0.7 })
    t.equal(await versionOf(database), before + 1)
    await load('#Code_commune_INSEE;Nom;Code_postal;Ligne_5;coordonnees_gps\n14047;BAYEUX;14400;;49.3,-0.8\n')
    t.same(await centreOf('14047'), { lat: 49.3, lon: -0.8 })
  })

  await t.test('Paris is at the mean of its arrondissements', async (t) => {
    await load('code_commune_insee,latitude,longitude\n75101,48.8,2.2\n75102,48.9,2.4\n')
    const { lat, lon } = (await centreOf('75056')) ?? { lat: 0, lon: 0 }
    t.same([lat, lon], [48.85, 2.3])
  })

  await t.test('distinguishes régions and départements with the same code by name', async (t) => {
    const square = { type: 'Polygon', coordinates: [[[2, 48], [3, 48], [3, 49], [2, 49], [2, 48]]] } // biome-ignore format: a ring
    const collection = (code: string, nom: string) =>
      JSON.stringify({
        type: 'FeatureCollection',
        features: [{ type: 'Feature', properties: { code, nom }, geometry: square }]
      })
    t.equal(await load(collection('11', 'Île-de-France')), 'Outlines of 1 régions: 1 changed, 0 unchanged.')
    t.equal(await load(collection('11', 'Aude')), 'Outlines of 1 départements: 1 changed, 0 unchanged.')
    t.equal(await load(collection('11', 'Aude')), 'Outlines of 1 départements: 0 changed, 1 unchanged.')
    t.match(await territoryReader(database).find('region', '11'), { centre: { lat: 48.5, lon: 2.5 } })
  })

  await t.test('an invalid file is refused with a message, and changes nothing', async (t) => {
    const before = await versionOf(database)
    const refused = {
      '<!doctype html><title>404</title>': /web page/,
      '{"type":"FeatureCollection","features":[{"type":"Fea': /truncated/,
      '{"type":"FeatureCollection","features":[]}': /not a FeatureCollection with features/,
      '[1,2]': /not a FeatureCollection/,
      '{"type":"FeatureCollection","features":[null]}': /Feature 1 has no properties code and nom/,
      '{"type":"FeatureCollection","features":[{"properties":{"code":"11","nom":"Aude"},"geometry":null}]}':
        /11 Aude/,
      'nom;adresse\nEPN;Bayeux\n': /The columns of the file are: nom, adresse/,
      'code_commune_insee,latitude,longitude\n14047,49.2,-700\n': /position of 14047/,
      'code_commune_insee,latitude,longitude\n14047,north,west\n': /position of 14047/,
      'code_commune_insee,latitude,longitude\n14047,,\n': /No line of the file/,
      'code_commune_insee,latitude,longitude\n99999,49,0\n': /None of the codes/,
      '"code_commune_insee,latitude': /cannot be read as CSV|The columns of the file are:/
    }
    for (const [text, message] of Object.entries(refused)) await t.rejects(load(text), { message }, text)
    const elsewhere = [[0, 0], [1, 0], [1, 1], [0, 0]] // biome-ignore format: a ring
    const unknown = {
      properties: { code: 'X', nom: 'Nulle part' },
      geometry: { type: 'Polygon', coordinates: [elsewhere] }
    }
    await t.rejects(
      load(JSON.stringify({ type: 'FeatureCollection', features: [unknown] })),
      /Fewer than half/
    )
    t.equal(await versionOf(database), before)
  })

  await t.test('an invalid outline undoes the whole file', async (t) => {
    const before = await versionOf(database)
    const ring = [[2, 48], [3, 48], [3, 49], [2, 48]] // biome-ignore format: a ring
    const feature = (code: string, nom: string, coordinates: unknown) => ({
      properties: { code, nom },
      geometry: { type: 'Polygon', coordinates }
    })
    const features = [feature('14', 'Calvados', [ring]), feature('50', 'Manche', [[['x']]])]
    await t.rejects(load(JSON.stringify({ type: 'FeatureCollection', features })), /outline cannot be read/)
    t.equal(await versionOf(database), before)
    const { rows } = await batch.query(
      "SELECT outline FROM territory WHERE kind = 'department' AND code = '14'"
    )
    t.equal(rows[0].outline, null)
  })

  await t.test(
    'reads the files that La Poste and the State publish',
    { skip: !existsSync(SHARED) },
    async (t) => {
      const real = (name: string) => load(readFileSync(join(SHARED, 'geo', name), 'utf8'))
      t.match(await real('datanova-codes-postaux-2025.csv'), /^Centres of 349\d\d communes/)
      t.match(await real('departements-simplifie.geojson'), /^Outlines of 96 départements/)
      t.match(await real('regions-simplifie.geojson'), /^Outlines of 13 régions/)
      t.match(await real('regions-simplifie.geojson'), /: 0 changed, 13 unchanged/)
      const { rows } = await batch.query(`SELECT count(*)::int AS outside FROM territory
      WHERE outline IS NOT NULL AND NOT ST_Contains(outline, centre::geometry)`)
      t.equal(rows[0].outside, 0, 'every centre is inside its outline')
    }
  )
})
