import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { decidedPairs } from '../../scripts/matching/decided.ts'
import { fitModel, observe } from '../../scripts/matching/fit.ts'
import { standingDecisions } from '../../src/domain/review/standing-decisions.ts'
import { reviewReader } from '../../src/store/review/review-store.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { pairOf } from '../support/inspect.ts'
import { type GivenRecord, senderOf } from '../support/records.ts'
import { reviewIn } from '../support/writers.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const review = reviewIn(database)

const VICHY = { postcode: '03200', city: 'Vichy', commune: '03310' }
const record = (id: string, name: string, street: string): GivenRecord => ({
  id,
  content: {
    name,
    services: [],
    address: { street, ...VICHY },
    contacts: { person: { name: 'Camille Martin', role: null, phone: null, email: null } }
  }
})

const decide = async (one: string, other: string, verdict: 'same' | 'different' | 'undo') => {
  await review.decide(await pairOf(database, ['allier', one], ['allier', other]), verdict, 'Alex')
}

t.test('decisions are written with the content of both records, and can be used for fitting', async (t) => {
  const sender = await senderOf(database, api, 'allier')
  await sender.put([
    record('a', 'Médiathèque Valery-Larbaud', '106 rue du Maréchal Lyautey'),
    record('b', 'Le Lab numérique', '3 place Charles de Gaulle'),
    record('c', 'Cyber-base', '12 rue de Paris'),
    record('d', 'Mairie annexe', '40 boulevard de la Résistance')
  ])
  await decide('a', 'b', 'same')
  await decide('b', 'c', 'different')
  await decide('c', 'd', 'same')
  await decide('c', 'd', 'undo')

  const lines: string[] = []
  for await (const decision of standingDecisions(reviewReader(database)))
    lines.push(`${JSON.stringify(decision)}\n`)
  t.notMatch(lines.join(''), /Camille Martin|Alex/, 'without the persons in charge')
  const file = join(t.testdir(), 'decisions.ndjson')
  await writeFile(file, lines.join(''))

  const pairs = decidedPairs(file)
  t.same(
    pairs.map(({ fields: [one, other], same, department }) => [one.name, other.name, same, department]),
    [
      ['Médiathèque Valery-Larbaud', 'Le Lab numérique', true, '03'],
      ['Le Lab numérique', 'Cyber-base', false, '03']
    ],
    'undone decisions are left out'
  )
  await writeFile(file, '{"records":[]}\n')
  t.throws(() => decidedPairs(file), /line 1 is no decision/)

  const [same, different] = pairs
  if (!same || !different) return t.fail('two decisions')
  // Both pairs have different streets and the same commune, so only the decisions can make the difference.
  const weights = (decided: typeof same, times: number) =>
    fitModel([observe(same, 10, 'drawn'), observe(different, 10, 'drawn'), observe(decided, times, 'drawn')])
      .bias
  t.ok(weights(same, 40) > weights(different, 40), 'more decisions for "same" make "same" more likely')
})
