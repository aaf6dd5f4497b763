import t from 'tap'
import { describeReport } from '../../src/commands/match/report.ts'
import { matchReport } from '../../src/domain/review/match-report.ts'
import { reportReader } from '../../src/store/review/report-reader.ts'
import { officialTowns } from '../../src/store/territories/official-towns.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { pairOf } from '../support/inspect.ts'
import { type GivenRecord, senderOf } from '../support/records.ts'
import { reviewIn } from '../support/writers.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)

type Town = { readonly postcode: string; readonly city: string; readonly commune: string }
const TULLE: Town = { postcode: '19000', city: 'Tulle', commune: '19272' }
const GUERET: Town = { postcode: '23000', city: 'Guéret', commune: '23096' }
const PRIVAS: Town = { postcode: '07000', city: 'Privas', commune: '07186' }
const MENDE: Town = { postcode: '48000', city: 'Mende', commune: '48095' }

const record = (town: Town, id: string, content: object): GivenRecord => ({
  id: `${town.commune}.${id}`,
  content: {
    ...{ name: 'Espace numérique La Forge', types: ['EPN'], services: [] },
    address: { street: '4 rue du Moulin', ...town },
    ...content
  }
})

const first = await senderOf(database, api, 'registre')
const second = await senderOf(database, api, 'carte')
await first.put([
  record(TULLE, '1', {}),
  record(GUERET, '1', {
    name: 'Le Lien',
    types: ['BIB'],
    contacts: { phone: '+33555000001' }
  }),
  record(PRIVAS, '1', { name: 'La Forge' }),
  record(PRIVAS, '2', { name: 'La Forge', types: ['BIB'] }),
  record(MENDE, '1', {})
])
await second.put([
  record(TULLE, '1', {}),
  record(GUERET, '1', {
    ...{ name: 'Le Lien', types: ['CCAS'] },
    contacts: { phone: '+33555000002' }
  }),
  record(MENDE, '1', {})
])
const mende = await pairOf(database, ['registre', '48095.1'], ['carte', '48095.1'])
await reviewIn(database).decide(mende, 'different', 'Camille Martin')

const report = await matchReport(reportReader(database), officialTowns())
const of = (...sources: readonly string[]) => report.find((pair) => pair.sources.join() === sources.join())

t.test('merges and questions are counted by the sources of the records', async (t) => {
  t.match(of('carte', 'registre'), { merges: 1, questions: 1 }, 'Tulle; Guéret')
  t.match(of('registre', 'registre'), { merges: 0, questions: 1 }, 'Privas')
})

t.test('pairs that the evidence would join have the reason why they are apart', async (t) => {
  t.same(of('carte', 'registre')?.blocked, { decided: 1 }, 'Mende')
  t.same(of('registre', 'registre')?.blocked, { listed_together: 1 })
  t.match(of('carte', 'registre')?.examples.blocked, [{ id: mende, city: 'Mende', because: 'decided' }])
})

t.test('places with the same name, street and commune are duplicates, merged ones are not', async (t) => {
  const pair = of('carte', 'registre')
  t.match(pair?.duplicates, { decided: 1 }, 'Mende')
  t.equal(pair?.examples.duplicates.find(({ city }) => city === 'Guéret')?.because, 'unsure')
  t.notOk(pair?.examples.duplicates.some(({ city }) => city === 'Tulle'))
  t.same(of('registre', 'registre')?.duplicates, { listed_together: 1 })
})

t.test('it can be read in a terminal', async (t) => {
  const text = describeReport(report)
  t.match(text, /^one source +other source +merges +questions +blocked +duplicates$/m)
  t.match(text, /^carte +registre +1 +1 +1 +2$/m)
  t.match(text, /^Blocked: 1, because one directory lists them as two places\n {2}\d+-\d+ {2}La Forge/m)
})
