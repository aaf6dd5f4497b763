import fc from 'fast-check'
import t from 'tap'
import { companionsOf } from '../../src/domain/search/filters.ts'
import { SORTS } from '../../src/domain/search/search-question.ts'
import { apiOver, type Page, searchUrl } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { analyse, type TestPlace, withdrawPlaces, writePlaces } from '../support/places.ts'
import { places as anyPlace, somePlaces, WORDS } from '../support/properties/arbitrary-places.ts'
import { FILTERS, points, questions } from '../support/properties/arbitrary-questions.ts'
import { fold, type SearchParameters } from '../support/properties/oracle.ts'
import { runs } from '../support/properties/property-runs.ts'

const ids = ({ items }: Page): readonly string[] => items.map(({ id }) => id)

t.test('pages', async (t) => {
  const database = await testDatabase(t)
  await writePlaces(database, somePlaces(400, 67_482))
  await analyse(database)
  const { get, all, follow } = await apiOver(t, database)

  /** Any question in any order that is valid for it. */
  const sorted = fc
    .tuple(questions, fc.constantFrom(...SORTS), points)
    .map(([asked, sort, point]): SearchParameters => {
      if (sort === 'distance' && asked.lat === undefined) return { ...asked, ...point, sort }
      return sort === 'relevance' && asked.q === undefined ? asked : { ...asked, sort }
    })

  t.test('together are one long page: no filter is lost', async (t) => {
    await fc.assert(
      fc.asyncProperty(sorted, fc.integer({ min: 1, max: 40 }), async (asked, limit) => {
        const whole = await get(searchUrl({ ...asked, limit: 100 }))
        const pages = await follow(
          await get(
            searchUrl({ ...asked, limit: Math.max(limit, Math.ceil((whole.total?.value ?? 0) / 12)) })
          )
        )
        const short = pages.flatMap(ids).slice(0, whole.items.length)
        if (String(short) !== String(ids(whole))) throw new Error('another order, or other places')
        const visited = pages.flatMap(ids)
        if (visited.length !== new Set(visited).size) throw new Error('a place came twice')
        // Only places within the radius of the answer are counted. If the answer is sorted by relevance, all other
        // places follow them.
        const around = Boolean((whole as { within?: object }).within)
        const counted = pages
          .flatMap(({ items }) => items)
          .filter(
            ({ beyond_radius, distance_m }) => !(beyond_radius || (around && distance_m === null))
          ).length
        const ranked = asked.q !== undefined && (asked.sort ?? 'relevance') === 'relevance'
        for (const { total } of [whole, ...pages]) {
          const wrong = ranked ? (total?.value ?? 0) > counted : total?.value !== counted
          if (wrong || total?.relation !== 'eq') {
            throw new Error(`${JSON.stringify(total)} told, ${counted} visited`)
          }
        }
      }),
      { numRuns: runs(60) }
    )
    t.pass('60 questions')
  })

  t.test('words around a point of the antimeridian have an answer', async (t) => {
    for (const sort of ['relevance', 'distance', 'name']) {
      await get(searchUrl({ q: 'illettrisme', lat: '0', lon: '-180', radius: '1', sort }))
      t.pass(`by ${sort}`)
    }
    t.ok(
      (await get(searchUrl({ q: 'illettrisme', lat: '0', lon: '-180' }))).items.length > 0,
      'also without a radius'
    )
  })

  t.test('with min_results count what they contain, and list what is inside first', async (t) => {
    await fc.assert(
      fc.asyncProperty(
        FILTERS.radius,
        questions,
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom('distance', 'name', 'updated'),
        async (circle, others, min_results, limit, sort) => {
          const parameters = { ...others, ...circle, sort }
          const inside = await all(searchUrl({ ...parameters, limit: 100 }))
          const pages = await follow(await get(searchUrl({ ...parameters, min_results, limit })))
          const visited = pages.flatMap(({ items }) => items)
          if (visited.length !== new Set(visited.map(({ id }) => id)).size) throw new Error('twice')
          if (pages.some(({ total }) => total?.value !== visited.length)) throw new Error('miscounted')
          if (
            String(visited.slice(0, inside.length).map(({ id }) => id)) !== String(inside.map(({ id }) => id))
          ) {
            throw new Error('what lies inside does not come first')
          }
          const beyond = visited.slice(inside.length)
          if (inside.length >= min_results && beyond.length > 0) throw new Error('enough, and still more')
          if (visited.length > Math.max(min_results, inside.length)) throw new Error('more than wanted')
          if (visited.some((place, index) => (place.beyond_radius ?? false) !== index >= inside.length)) {
            throw new Error('wrongly marked')
          }
          const far = beyond.map(({ distance_m }) => Number(distance_m))
          if (far.some((metres, index) => metres < (far[index - 1] ?? Number(circle.radius) - 0.05))) {
            throw new Error('beyond, but not the nearest first')
          }
        }
      ),
      { numRuns: runs(60) }
    )
    t.pass('60 questions')
  })

  t.test('with an additional filter contain no additional place', async (t) => {
    await fc.assert(
      fc.asyncProperty(questions, questions, async (some, more) => {
        // A filter that is already set is not added, because repeating it would replace it, and moving the point
        // would move the circle.
        const added = Object.entries(more).filter(([name]) => !(name in some))
        // A parameter that only modifies another is not an additional filter either.
        if (added.some(([name]) => Object.keys(some).some((asked) => companionsOf(asked).includes(name))))
          return
        // Questions with both parameters are skipped, because two periods contradict each other.
        if ('open_at' in { ...some, ...more } && 'open_between' in { ...some, ...more }) return
        const wide = await get(searchUrl({ ...some, limit: 1 }))
        const narrow = await get(searchUrl({ ...some, ...Object.fromEntries(added), limit: 1 }))
        if (added.length > 0 && Number(narrow.total?.value) > Number(wide.total?.value)) {
          throw new Error(`${wide.total?.value} became ${narrow.total?.value}`)
        }
      }),
      { numRuns: runs(60) }
    )
    t.pass('60 questions')
  })
})

t.test('pages list each remaining place exactly once, whatever is written in between', async (t) => {
  const database = await testDatabase(t)
  const staying = somePlaces(80, 97_411)
  const passing = somePlaces(80, 97_209)
  await writePlaces(database, [...staying, ...passing])
  const { get } = await apiOver(t, database)
  const word = fold(WORDS[0] ?? '')
  const orders: readonly SearchParameters[] = [
    { sort: 'name' },
    { sort: 'updated' },
    { lat: '49.3', lon: '-0.7', sort: 'distance' },
    { lat: '-13.2825', lon: '179.99995', sort: 'distance' },
    { q: word, sort: 'relevance' },
    { q: word, lat: '49.3', lon: '-0.7' },
    { department: '14,29,2A', sort: 'name' },
    { bbox: '-180,-90,180,90', sort: 'name' },
    { service: 'aide-aux-demarches-administratives' }
  ]
  const changes = fc.record({
    inserted: fc.array(anyPlace, { maxLength: 4 }),
    changed: fc.array(anyPlace, { maxLength: 4 })
  })
  const there = new Map(passing.map((place) => [place.id, place]))

  const write = async ({ inserted, changed }: { inserted: TestPlace[]; changed: TestPlace[] }) => {
    const some = [...there.keys()]
    const updated = changed.flatMap((place, index) => {
      const id = some[(index * 7) % some.length]
      return id === undefined ? [] : [{ ...place, id }]
    })
    const gone = some.slice(0, 2)
    await writePlaces(database, [
      ...new Map([...inserted, ...updated].map((place) => [place.id, place])).values()
    ])
    await withdrawPlaces(database, gone)
    for (const place of [...inserted, ...updated]) there.set(place.id, place)
    for (const id of gone) there.delete(id)
  }

  for (const asked of orders) {
    const expected = new Set<string>()
    for (let next: string | null = searchUrl({ ...asked, limit: 100 }); next; ) {
      const page: Page = await get(next)
      for (const id of ids(page)) if (staying.some((place) => place.id === id)) expected.add(id)
      next = page.next
    }
    const seen: string[] = []
    let page = await get(searchUrl({ ...asked, limit: 9 }))
    for (;;) {
      seen.push(...ids(page).filter((id) => staying.some((place) => place.id === id)))
      if (page.next === null) break
      const [drawn] = fc.sample(changes, 1)
      if (drawn) await write(drawn)
      page = await get(page.next)
    }
    t.equal(seen.length, expected.size, `${JSON.stringify(asked)}: ${expected.size} places`)
    t.same(new Set(seen), expected, 'each of them once')
  }
})
