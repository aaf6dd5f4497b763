import t from 'tap'
import { keywordRules, refreshKeywords } from '../../../src/store/places/refresh-keywords.ts'
import { apiOver, type Page, searchUrl } from '../../support/app.ts'
import { testDatabase } from '../../support/database.ts'
import { changesIn, placesIn, searchTextsIn, versionOf } from '../../support/inspect.ts'
import { testPlace, writePlaces } from '../../support/places.ts'
import { somePlaces } from '../../support/properties/arbitrary-places.ts'
import { derivedByOtherRules, foundByOtherWord, keywordsReached } from '../../support/tamper.ts'
import { TOWNS } from '../../support/towns.ts'

const NOW = new Date()

t.test('words that places are found by', async (t) => {
  const database = await testDatabase(t)
  const fablab = testPlace({ ...TOWNS.lisieux, name: 'La Ruche', types: ['FABLAB'] })
  const dolto = testPlace({ ...TOWNS.bayeux, name: 'Centre social F.Dolto - Vaugueux/Guérinière' })
  await writePlaces(database, [fablab, dolto, ...somePlaces(300, 14_400)])
  const { get } = await apiOver(t, database)
  const found = async (q: string, place = fablab) =>
    (await get<Page>(searchUrl({ q, limit: 100 }))).items.some(({ id }) => id === place.id)
  const stored = () => searchTextsIn(database)
  const saying = async (stem: string) => (await stored()).filter((text) => text.includes(`'${stem}'`)).length
  const sayOther = () => foundByOtherWord(database, 'chapellerie')
  const version = () => versionOf(database)

  t.test('include those of a compound name', async (t) => {
    for (const q of ['dolto', 'centre social dolto', 'vaugueux', 'guériniere']) t.ok(await found(q, dolto), q)
  })

  t.test('are unchanged if they match the rules', async (t) => {
    const before = await version()
    t.equal(await refreshKeywords(database, NOW), 0)
    t.equal(await version(), before)
  })

  t.test('are recomputed once when the rules change', async (t) => {
    const wanted = await stored()
    await sayOther()
    t.equal(await saying('chapeller'), wanted.length)
    t.equal(await refreshKeywords(database, NOW), 0, 'the rules are the same, so nothing is read')
    const before = await version()
    await derivedByOtherRules(database, 'keywords')
    t.equal(await refreshKeywords(database, NOW), wanted.length)
    t.same(await stored(), wanted)
    t.not(await version(), before, 'so that caches are refreshed')
    t.equal(await saying('chapeller'), 0)
    t.ok(await found('fab lab'))
    t.equal(await refreshKeywords(database, NOW), 0)
  })

  t.test('continue where they were interrupted', async (t) => {
    const wanted = await stored()
    const ids = (await placesIn(database)).map(({ id }) => id).sort()
    await sayOther()
    await keywordsReached(database, keywordRules(), ids[100] ?? '')
    await refreshKeywords(database, NOW)
    t.same((await stored()).slice(101), wanted.slice(101))
    for (const search of (await stored()).slice(0, 101)) t.match(search, /'chapeller'/)
  })

  t.test('mirrors are not notified', async (t) => {
    t.notOk((await changesIn(database)).some(({ kind }) => kind === 'updated'))
  })
})
