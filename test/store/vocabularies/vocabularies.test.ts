import t from 'tap'
import { STORED_VOCABULARIES } from '../../../src/domain/vocabularies/vocabularies.ts'
import { loadVocabularies } from '../../../src/store/vocabularies/load-vocabularies.ts'
import { loadTermIds } from '../../../src/store/vocabularies/term-ids.ts'
import { testDatabase } from '../../support/database.ts'
import { termsIn, versionOf } from '../../support/inspect.ts'

t.test('vocabularies in the database', async (t) => {
  const database = await testDatabase(t)
  const { batch } = database
  const version = () => versionOf(database)
  const state = () => termsIn(database)

  await t.test('every term of the code has an id', async (t) => {
    const ids = await loadTermIds(batch)
    const inCode = STORED_VOCABULARIES.flatMap(({ name, terms }) => terms.map((term) => ({ name, ...term })))
    const labels = inCode.map(({ name, code }) => ids(name, code).words[0])
    t.same(
      labels,
      inCode.map(({ fr }) => fr)
    )
    t.throws(() => ids('typologie', 'NOPE'), /no code NOPE/)
  })

  await t.test('loading again changes nothing, not even the version or the next id', async (t) => {
    const [before, at] = [await state(), await version()]
    await loadVocabularies(batch)
    t.same(await state(), before)
    t.equal(await version(), at)
    const { rows } = await batch.query("SELECT nextval(pg_get_serial_sequence('term', 'id')) AS next")
    t.equal(Number(rows[0].next), before.length + 1)
  })

  await t.test('a new wording replaces the old under the same id, and makes a new version', async (t) => {
    const [before, at] = [await state(), await version()]
    await batch.query("UPDATE term SET label_fr = 'Cyber-espace' WHERE code = 'EPN'")
    await loadVocabularies(batch)
    t.same(await state(), before)
    t.equal(await version(), at + 1)
  })

  await t.test('a code removed from the program keeps its row', async (t) => {
    await batch.query(
      "INSERT INTO term (vocabulary, code, label_fr, label_en) VALUES ('labels', 'c2i', 'C2i', 'C2i')"
    )
    await loadVocabularies(batch)
    const ids = await loadTermIds(batch)
    t.ok(ids('labels', 'c2i').id > 0)
  })
})
