import t from 'tap'
import { NO_PERSON, SEARCHED, SEARCHED_BY_HAND } from '../../../src/store/erasure/columns.ts'
import { testDatabase } from '../../support/database.ts'
import { textColumnsIn } from './dump.ts'

const database = await testDatabase(t)

t.test('each column that can hold text is searched for persons, or known never to hold one', async (t) => {
  const searched = SEARCHED.flatMap(({ table, columns }) =>
    Object.keys(columns).map((name) => `${table}.${name}`)
  )
  const byHand = Object.entries(SEARCHED_BY_HAND).flatMap(([table, columns]) =>
    columns.map((name) => `${table}.${name}`)
  )
  const listed = [...searched, ...byHand, ...Object.values(NO_PERSON).flat()]
  t.same(listed.toSorted(), [...(await textColumnsIn(database))].sort())
})
