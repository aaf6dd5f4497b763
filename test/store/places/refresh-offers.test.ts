import t from 'tap'
import { SERVICES } from '../../../src/domain/vocabularies/services.ts'
import { refreshOffers } from '../../../src/store/places/refresh-offers.ts'
import { loadTermIds } from '../../../src/store/vocabularies/term-ids.ts'
import { apiOver, type Page } from '../../support/app.ts'
import { testDatabase } from '../../support/database.ts'
import { testPlace, writePlaces } from '../../support/places.ts'
import { somePlaces } from '../../support/properties/arbitrary-places.ts'
import { senderOf } from '../../support/records.ts'
import { TOWNS } from '../../support/towns.ts'

const NOW = new Date()
const TOOLS = 'maitrise-des-outils-numeriques-du-quotidien'
const PROCEDURES = 'aide-aux-demarches-administratives'

/** Puts places into the state in which they were stored by a release that did not infer offers. */
const FORGET = `
  UPDATE place SET codes = codes_declared, codes_declared = '{}', codes_likely = '{}', codes_denied = '{}', kinds = '{}',
    uncertainty_m = NULL, weight = 1, sort_name = fold(name),
    document = regexp_replace(document::text,
      '"(services|audiences|fees)_implied":\\[[^]]*\\],|,"uncertainty_m":[^}]*', '', 'g')::json`

const CONCLUDED = `
  SELECT id, sort_name, codes, codes_declared, codes_likely, kinds, uncertainty_m, weight, document::text
  FROM place ORDER BY id`

t.test('inferred offers of places stored by another release', async (t) => {
  const database = await testDatabase(t)
  const { pool } = database
  const franceServices = testPlace({ ...TOWNS.bayeux, name: 'France services de Bayeux', types: ['RFS'] })
  const library = testPlace({ ...TOWNS.lisieux, name: 'Médiathèque' })
  await writePlaces(database, [franceServices, library, ...somePlaces(600, 14_401)])
  const { get } = await apiOver(t, database)
  const { rows: wanted } = await pool.query(CONCLUDED)
  const isFound = async () =>
    (await get<Page>(`/v1/places?service=${PROCEDURES}&type=RFS&limit=100`)).items.some(
      ({ id }) => id === franceServices.id
    )
  const version = async () =>
    (await pool.query<{ version: string }>('SELECT version FROM data_version')).rows[0]?.version

  t.test('are unchanged if the rules have the same result', async (t) => {
    const before = await version()
    await refreshOffers(database, NOW)
    t.same((await pool.query(CONCLUDED)).rows, wanted)
    t.equal(await version(), before)
  })

  t.test(
    'are missing until they are inferred: the place is neither found by them nor shows them',
    async (t) => {
      await pool.query(FORGET)
      await pool.query('UPDATE data_version SET version = version + 1')
      t.notOk(await isFound())
      t.match(await get(`/v1/places/${franceServices.id}`), {
        services_implied: [],
        audiences_implied: [],
        fees_implied: [],
        location: { uncertainty_m: null }
      })
    }
  )

  t.test('are inferred again once if the rules change', async (t) => {
    await pool.query(`UPDATE derivation SET rules = 'of another release' WHERE name = 'offers'`)
    t.equal(await refreshOffers(database, NOW), wanted.length)
    t.same((await pool.query(CONCLUDED)).rows, wanted)
    t.ok(await isFound())
    t.equal(await refreshOffers(database, NOW), 0)
  })

  t.test('and mirrors are notified if the place is shown differently', async (t) => {
    const { rows } = await pool.query(`SELECT fields FROM change WHERE kind = 'updated' AND place_id = $1`, [
      franceServices.id
    ])
    t.same(rows, [{ fields: ['audiences_implied', 'fees_implied', 'location', 'services_implied'] }])
  })
})

t.test('a service is denied only if its source declares it for other places', async (t) => {
  const database = await testDatabase(t)
  const termIds = await loadTermIds(database.pool)
  const { put } = await senderOf(database, await apiOver(t, database))
  const record = (id: string, name: string, services: readonly string[], town = TOWNS.bayeux) => ({
    id,
    content: { name, services, address: town.address }
  })
  const denied = async (name: string) => {
    const { rows } = await database.pool.query('SELECT codes_denied FROM place WHERE name = $1', [name])
    return SERVICES.terms
      .map(({ code }) => code)
      .filter((code) => rows[0]?.codes_denied.includes(termIds('services', code).id))
  }
  const CREATION = 'loisirs-et-creations-numeriques'
  const CULTURE = 'comprehension-du-monde-numerique'
  const first = [
    record('1', 'Le Phare', [PROCEDURES]),
    record('2', 'La Ruche', ['acces-internet-et-materiel-informatique'], TOWNS.lisieux),
    record('3', 'La Halle', [], TOWNS.quimper),
    record('4', 'La Poterie', [TOOLS, CULTURE], TOWNS.ajaccio),
    record('5', 'CCAS', [TOOLS], TOWNS.brest)
  ]
  await put(first)
  t.same(await denied('La Ruche'), [PROCEDURES, TOOLS, CULTURE])
  t.same(await denied('La Halle'), [], 'it declares nothing')
  t.same(await denied('La Poterie'), [], 'the default pair of an aggregator is not a declaration')
  t.notOk(
    (await denied('CCAS')).includes(PROCEDURES),
    'a law takes precedence over a record that omits the service'
  )

  await refreshOffers(database, NOW)
  await put([...first, record('6', 'La Forge', [CREATION], TOWNS.caen)])
  t.notOk((await denied('La Ruche')).includes(CREATION))
  await refreshOffers(database, NOW)
  t.ok((await denied('La Ruche')).includes(CREATION), 'once the source has declared it for another place')
})
