import fc from 'fast-check'
import t from 'tap'
import { readConfig } from '../../src/config.ts'
import { depsOver } from '../../src/deps.ts'
import { wordsIn } from '../../src/domain/search/marks.ts'
import { reachOf } from '../../src/domain/search/relevance/radius.ts'
import { startsOf } from '../../src/domain/search/relevance/search-where.ts'
import { continueSearch, type SearchAnswer, searchPlaces } from '../../src/domain/search/search-places.ts'
import { EVERYTHING, type Filters } from '../../src/domain/search/search-question.ts'
import { testDatabase } from '../support/database.ts'
import { analyse, writePlaces } from '../support/places.ts'
import { runs } from '../support/properties/property-runs.ts'
import { rankedPlaces, storedPlaces } from '../support/properties/ranked-places.ts'
import { type Scored, scoreOf } from '../support/properties/ranking-oracle.ts'

const WISHES = [
  'médiathèque',
  'fablab',
  'france services',
  'mairie',
  'aide démarches administratives',
  'accès internet',
  'phare',
  'poterie',
  'cidre',
  'phare poterie',
  'centre social',
  'tiers-lieu'
]
const SIDES = ['', '', 'gratuit', 'pour seniors', 'jeunes']
const WHERES = ['', '', 'bayeux', 'caen', 'calvados', 'lisieux', 'brest']

const questions = fc
  .tuple(
    fc.subarray(WISHES, { minLength: 0, maxLength: 2 }),
    fc.constantFrom(...SIDES),
    fc.constantFrom(...WHERES)
  )
  .map(([wishes, side, where]) => [...wishes, side, where].filter((each) => each !== '').join(' '))
  .filter((q) => q !== '')

const points = fc.option(
  fc.tuple(fc.integer({ min: 4900, max: 4950 }), fc.integer({ min: -100, max: 50 })).map(([lat, lon]) => ({
    lat: lat / 100,
    lon: lon / 100
  })),
  { nil: undefined }
)

const demanded = fc.constantFrom<Partial<Filters>>(
  {},
  {},
  {},
  { codes: { type: [['BIB', 'CS']] } },
  { minQuality: 0.1 }
)

/** Tolerance between the floating-point scores of the database and of the oracle. */
const ALMOST = 1e-7
/** Tolerance for distances: on the oracle's sphere, they differ by up to 0.6 % from distances on the ellipsoid. */
const UNSURE = 0.007

t.test('sorting by relevance', async (t) => {
  const database = await testDatabase(t)
  await writePlaces(database, rankedPlaces(250, 14_400))
  await analyse(database)
  const config = readConfig({ LOG_LEVEL: 'silent', SEARCH_TIMEOUT_MS: '30000' })
  const deps = depsOver(config, database)
  const stored = await storedPlaces(database)
  const texts = [...stored.values()].flatMap(({ name, city, summary, keywords }) => [
    name,
    city,
    summary,
    keywords
  ])

  const ask = (filters: Partial<Filters>, limit: number) =>
    searchPlaces(deps, {
      ...{ filters: { ...EVERYTHING, ...filters }, limit, facets: [], countMost: 10_000 },
      sort: filters.q === undefined ? 'name' : 'relevance'
    })
  const all = async (filters: Partial<Filters>, limit: number): Promise<readonly SearchAnswer[]> => {
    const pages = [await ask(filters, limit)]
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
      pages.push(await continueSearch(deps, next))
    return pages
  }
  const idsOf = (pages: readonly SearchAnswer[]) => pages.flatMap(({ items }) => items.map(({ id }) => id))
  const scorer = async ({ filters }: SearchAnswer): Promise<ReadonlyMap<string, Scored>> => {
    const { words, known } = filters
    const said = [
      ...(words?.wishes ?? []).flatMap(({ exact, same, near }) => [...exact, ...same, ...near]),
      ...(words?.where?.says ?? []),
      ...(known?.parts ?? []).flatMap(({ exact, near }) => [...exact, ...near])
    ]
    const stemOf = await deps.stems(wordsIn([...texts, ...said]))
    return new Map([...stored.values()].map((place) => [place.id, scoreOf(place, filters, stemOf)]))
  }

  t.test('results are in the order of their scores, and each place is on one page', async (t) => {
    await fc.assert(
      fc.asyncProperty(
        questions,
        points,
        demanded,
        fc.integer({ min: 20, max: 90 }),
        async (q, near, more, limit) => {
          const asked = { q, ...(near && { near }), ...more }
          const pages = await all(asked, limit)
          const ids = idsOf(pages)
          const [first] = pages
          if (!first) throw new Error('no page')
          if (new Set(ids).size !== ids.length) throw new Error('a place came twice')
          const scores = await scorer(first)
          const told = ids.map((id) => scores.get(id)?.score ?? 0)
          told.forEach((score, at) => {
            const before = told[at - 1] ?? Number.POSITIVE_INFINITY
            if (score > before + ALMOST)
              throw new Error(`${ids[at]}, ${score}, comes after ${ids[at - 1]}, ${before}`)
          })
          const demandedIds = new Set(
            Object.keys(more).length === 0 ? stored.keys() : idsOf(await all({ ...more }, 100))
          )
          if (first.filters.where && ids.length !== demandedIds.size) {
            throw new Error(`${ids.length} of ${demandedIds.size} places were visited`)
          }
          const left = [...demandedIds]
            .filter((id) => !ids.includes(id))
            .flatMap((id) => scores.get(id) ?? [])
          if (left.some(({ good }) => good && ids.length > 0)) throw new Error('a good place was left out')
        }
      ),
      { numRuns: runs(60) }
    )
    t.pass('60 questions')
  })

  t.test(
    'the total counts the fitting places within the smallest radius that contains enough of them',
    async (t) => {
      await fc.assert(
        fc.asyncProperty(questions, points, async (q, near) => {
          const answer = await ask({ q, ...(near && { near }) }, 20)
          const scores = [...(await scorer(answer)).values()].filter(({ good }) => good)
          const { within, total, filters } = answer
          const starts = startsOf(filters.where)
          if (starts.length === 0) {
            if (within) throw new Error('how far it looks is told from nowhere')
            return
          }
          const expected = scores.flatMap(({ expected }) => expected ?? []).toSorted((a, b) => a - b)
          const radii = [1 - UNSURE, 1, 1 + UNSURE].map(
            (off) =>
              reachOf(
                expected.map((metres) => metres * off),
                Math.max(...starts.map(({ extentM }) => extentM))
              ).radiusM
          )
          if (new Set(radii).size > 1) return
          if (within?.radiusM !== radii[0]) throw new Error(`${within?.radiusM} m told, ${radii[0]} m found`)
          const inside = (off: number) => expected.filter((metres) => metres * off <= (radii[0] ?? 0)).length
          if (inside(1 - UNSURE) !== inside(1 + UNSURE)) return
          // A place of the town without a position counts as inside.
          const unplaced = scores.filter(({ expected: metres, own }) => metres === null && own).length
          if (total?.value !== inside(1) + unplaced) {
            throw new Error(`${total?.value} reported, ${inside(1)} and ${unplaced} expected`)
          }
        }),
        { numRuns: runs(60) }
      )
      t.pass('60 questions')
    }
  )
})
