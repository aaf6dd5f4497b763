import fc from 'fast-check'
import t from 'tap'
import { type Api, apiOver, searchUrl } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { analyse, type TestPlace, writePlaces } from '../support/places.ts'
import { somePlaces } from '../support/properties/arbitrary-places.ts'
import { FILTERS } from '../support/properties/arbitrary-questions.ts'
import { judge, type Ruled, type SearchParameters } from '../support/properties/oracle.ts'
import { runs } from '../support/properties/property-runs.ts'

/** The places that a search finds by mistake, and those that it misses. */
async function differences(
  api: Api,
  places: readonly TestPlace[],
  asked: SearchParameters
): Promise<readonly string[]> {
  // Sorted by relevance, a search by words returns all places; in any other order, it returns only the places that
  // fit.
  const sort = asked.q === undefined ? {} : { sort: 'name' }
  const found = await api.all(searchUrl({ ...asked, ...sort, limit: 100, total: 'none', fields: 'name' }))
  const ids = new Set(found.map(({ id }) => id))
  const wrong = places.filter((place) => {
    const verdict = judge(place, asked)
    return verdict !== 'unsure' && ids.has(place.id) !== (verdict === 'yes')
  })
  const doubled = found.length === ids.size ? [] : [`${found.length - ids.size} places came twice`]
  return [
    ...doubled,
    ...wrong.map(({ id, content }) => `${ids.has(id) ? 'found' : 'missed'} ${JSON.stringify(content)}`)
  ]
}

t.test('each filter, alone and with every other, finds what a simple implementation finds', async (t) => {
  const database = await testDatabase(t)
  const places = somePlaces(700, 14_047)
  await writePlaces(database, places)

  const names = Object.keys(FILTERS) as readonly Ruled[]
  const pairs = names
    .flatMap((one, index) => names.slice(index + 1).map((other) => [one, other]))
    // These two are not combined, because two periods contradict each other.
    .filter((pair) => !(pair.includes('open_at') && pair.includes('open_between')))
  const parametersFor = (some: readonly Ruled[]) =>
    fc
      .tuple(...some.map((name) => FILTERS[name]))
      .map((parts): SearchParameters => Object.assign({}, ...parts))

  const agree = async (api: Api, some: readonly Ruled[], numRuns: number) =>
    fc.assert(
      fc.asyncProperty(parametersFor(some), async (question) => {
        const wrong = await differences(api, places, question)
        if (wrong.length > 0) throw new Error(`${wrong.length} differ: ${wrong.slice(0, 3).join('\n')}`)
      }),
      { numRuns: runs(numRuns) }
    )

  // Without statistics, no code counts as rare, so the search walks an ordered index and filters.
  t.test('before the database has statistics about codes', async (t) => {
    const api = await apiOver(t, database)
    for (const name of names) await agree(api, [name], 10)
    t.pass(`${names.length} filters`)
  })

  t.test('with statistics, and the index chosen by them', async (t) => {
    await analyse(database)
    const api = await apiOver(t, database)
    for (const name of names) await agree(api, [name], 10)
    for (const pair of pairs) await agree(api, pair, 3)
    t.pass(`${names.length} filters and ${pairs.length} pairs`)
  })
})
