import t from 'tap'
import { type Api, apiOver, type Page, searchUrl } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { analyse, testPlace, writePlaces } from '../../../support/places.ts'
import { TOWNS } from '../../../support/towns.ts'

const FRANCE = '-5,41,10,52'

const named = async (api: Api, q: string): Promise<readonly string[]> => {
  const { body } = await api.ask(searchUrl({ q }, '/v1/exports/places.ndjson'))
  return body
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).name as string)
}

const onMap = async (api: Api, q: string): Promise<number> =>
  (await api.get<{ total: number }>(searchUrl({ q, bbox: FRANCE, zoom: 4 }, '/v1/clusters'))).total

t.test('words are read again if no place near matches them', async (t) => {
  const database = await testDatabase(t)
  await writePlaces(database, [
    testPlace({ ...TOWNS.bayeux, name: 'France services', types: ['RFS'] }),
    testPlace({ ...TOWNS.brest, name: 'Parlons arabe', types: ['RFS'] }),
    testPlace({ ...TOWNS.caen, name: 'Médiathèque Malraux', types: ['BIB'] })
  ])
  await analyse(database)
  const api = await apiOver(t, database)
  const find = (parameters: Readonly<Record<string, string>>) =>
    api.get<Page & { readonly within?: object }>(searchUrl(parameters))

  t.test('a word that only places far away contain does not hide help nearby', async (t) => {
    const q = 'aide en arabe pour mes démarches à bayeux'
    t.match(await find({ q }), {
      items: [{ name: 'France services' }],
      total: { value: 1 },
      within: { radius_m: 5_000, count: 1 }
    })
    t.match(
      (await find({ q: 'parlons arabe brest' })).items[0],
      { name: 'Parlons arabe' },
      'it is searched for nearby'
    )
  })

  t.test('words that were left out are said', async (t) => {
    t.match(await find({ q: 'mon frotzel voudrait brumbler à la médiathèque' }), {
      items: [{ name: 'Médiathèque Malraux' }],
      interpreted: { ignored: [{ typed: 'frotzel' }, { typed: 'brumbler' }] }
    })
  })

  t.test('an export contains what the search counts, and the map shows it', async (t) => {
    for (const [q, names] of [
      ['aide en arabe pour mes démarches à bayeux', ['France services']],
      ['mon frotzel voudrait brumbler à la médiathèque', ['Médiathèque Malraux']]
    ] as const) {
      t.equal((await find({ q })).total?.value, names.length, q)
      t.same(await named(api, q), names, `exported: ${q}`)
      t.ok((await onMap(api, q)) > 0, `on the map: ${q}`)
    }
  })

  t.test('an additional filter never finds more, also if it excludes what was nearby', async (t) => {
    const q = 'aide en arabe pour mes démarches à bayeux'
    const wide = await find({ q })
    const narrow = await find({ q, department: '29' })
    t.ok(
      Number(narrow.total?.value) <= Number(wide.total?.value),
      `${narrow.total?.value} of ${wide.total?.value}`
    )
  })
})
