import t from 'tap'
import { SERVICES } from '../../../src/domain/vocabularies/services.ts'
import { refreshOffers } from '../../../src/store/places/refresh-offers.ts'
import { loadTermIds } from '../../../src/store/vocabularies/term-ids.ts'
import { apiOver, type Page } from '../../support/app.ts'
import { testDatabase } from '../../support/database.ts'
import { changesIn, offersIn, versionOf } from '../../support/inspect.ts'
import { testPlace, writePlaces } from '../../support/places.ts'
import { somePlaces } from '../../support/properties/arbitrary-places.ts'
import { senderOf } from '../../support/records.ts'
import { derivedByOtherRules, forgetOffers } from '../../support/tamper.ts'
import { TOWNS } from '../../support/towns.ts'

const NOW = new Date()
const TOOLS = 'maitrise-des-outils-numeriques-du-quotidien'
const PROCEDURES = 'aide-aux-demarches-administratives'

t.test('what places offer, stored by another release', async (t) => {
  const database = await testDatabase(t)
  const franceServices = testPlace({ ...TOWNS.bayeux, name: 'France services de Bayeux', types: ['RFS'] })
  const library = testPlace({ ...TOWNS.lisieux, name: 'Médiathèque' })
  await writePlaces(database, [franceServices, library, ...somePlaces(600, 14_401)])
  const { get } = await apiOver(t, database)
  const wanted = await offersIn(database)
  const isFound = async () =>
    (await get<Page>(`/v1/places?service=${PROCEDURES}&type=RFS&limit=100`)).items.some(
      ({ id }) => id === franceServices.id
    )
  const version = () => versionOf(database)

  t.test('is unchanged if the rules give the same', async (t) => {
    const before = await version()
    await refreshOffers(database, NOW)
    t.same(await offersIn(database), wanted)
    t.equal(await version(), before)
  })

  t.test('is unknown until it is concluded: the place is not found or shown by it', async (t) => {
    await forgetOffers(database)
    t.notOk(await isFound())
    t.match(await get(`/v1/places/${franceServices.id}`), {
      services_implied: [],
      audiences_implied: [],
      fees_implied: [],
      location: { uncertainty_m: null }
    })
  })

  t.test('is concluded again once when the rules change', async (t) => {
    await derivedByOtherRules(database, 'offers')
    t.equal(await refreshOffers(database, NOW), wanted.length)
    t.same(await offersIn(database), wanted)
    t.ok(await isFound())
    t.equal(await refreshOffers(database, NOW), 0)
  })

  t.test('and mirrors are notified if the place is shown differently', async (t) => {
    const updates = (await changesIn(database)).filter(
      ({ kind, place }) => kind === 'updated' && place === franceServices.id
    )
    t.match(updates, [{ fields: ['audiences_implied', 'fees_implied', 'location', 'services_implied'] }])
  })
})

t.test('a place is said not to offer only what its source declares for others', async (t) => {
  const database = await testDatabase(t)
  const termIds = await loadTermIds(database.pool)
  const { put } = await senderOf(database, await apiOver(t, database))
  const record = (id: string, name: string, services: readonly string[], town = TOWNS.bayeux) => ({
    id,
    content: { name, services, address: town.address }
  })
  const denied = async (name: string) => {
    const place = (await offersIn(database)).find((each) => each.name === name)
    return SERVICES.terms
      .map(({ code }) => code)
      .filter((code) => place?.codes_denied.includes(termIds('services', code).id))
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
  t.same(await denied('La Poterie'), [], 'a pair that an aggregator gives to all is no declaration')
  t.notOk((await denied('CCAS')).includes(PROCEDURES), 'the law stands against a record that leaves it out')

  await refreshOffers(database, NOW)
  await put([...first, record('6', 'La Forge', [CREATION], TOWNS.caen)])
  t.notOk((await denied('La Ruche')).includes(CREATION))
  await refreshOffers(database, NOW)
  t.ok((await denied('La Ruche')).includes(CREATION), 'once the source has said it of another place')
})
