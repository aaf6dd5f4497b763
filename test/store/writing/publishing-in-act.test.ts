import t from 'tap'
import { type NewAct, SYSTEM } from '../../../src/domain/acts/act.ts'
import { actReader, journalIn } from '../../../src/store/acts/journal.ts'
import type { Act } from '../../../src/store/db/acting.ts'
import { placeWriter } from '../../../src/store/writing/place-writer.ts'
import { publishingIn } from '../../../src/store/writing/publishing.ts'
import { testDatabase } from '../../support/database.ts'
import { changesIn, placeOf, versionOf } from '../../support/inspect.ts'
import { testPlace, writePlaces } from '../../support/places.ts'

const database = await testDatabase(t)
const library = testPlace({ name: 'Médiathèque de Clamecy' })
await writePlaces(database, [library])

const withdrawn: NewAct = {
  subject: { kind: 'place', id: library.id },
  kind: 'withdrawn',
  by: SYSTEM,
  at: new Date(),
  public: true,
  data: {}
}

const withdraw = async (act: Act) => {
  const publishing = publishingIn(act, placeWriter)
  await publishing.run('moderator', (writer) => writer.withdrawPlaces([library.id]))
  await journalIn(act).record(withdrawn)
}

t.test('a place changes together with the act that says who changed it, or neither does', async (t) => {
  const version = await versionOf(database)
  await t.rejects(
    database.act(async (act) => {
      await withdraw(act)
      throw new Error('The mail could not be written.')
    }),
    /could not be written/
  )
  t.match(await placeOf(database, library.id), { status: 'active' })
  t.equal(await versionOf(database), version)
  t.same(await actReader(database).of(withdrawn.subject), [])

  await database.act(withdraw)
  t.match(await placeOf(database, library.id), { status: 'withdrawn' })
  t.equal(await versionOf(database), version + 1)
  t.match((await changesIn(database)).at(-1), { kind: 'withdrawn' })
  t.match(await actReader(database).of(withdrawn.subject), [{ kind: 'withdrawn', seq: 1 }])
})
