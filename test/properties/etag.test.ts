import fc from 'fast-check'
import t from 'tap'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { withdrawPlaces, writePlaces } from '../support/places.ts'
import { places as anyPlace, somePlaces } from '../support/properties/arbitrary-places.ts'
import { runs } from '../support/properties/property-runs.ts'

t.test('an ETag changes exactly when the body does, whatever is written', async (t) => {
  const database = await testDatabase(t)
  const start = somePlaces(60, 69_123)
  await writePlaces(database, start)
  const { ask } = await apiOver(t, database)
  const [first] = start
  const urls = [
    `/v1/places/${first?.id}`,
    '/v1/places?limit=100&sort=updated',
    '/v1/places?department=14&facets=type,accessibility,source',
    '/v1/places?q=phare&fields=name',
    '/v1/places?lat=49.3&lon=-0.7&radius=200000&format=geojson',
    '/v1/places?total=exact&limit=1&fields=name',
    '/v1/sources',
    '/v1/territories/department/14',
    '/v1/vocabularies',
    '/v1/exports/places.ndjson',
    '/v1/exports/places.ndjson?department=14',
    '/v1/exports/places.geojson?type=EPN&lat=48&lon=2'
  ]
  const seen = new Map<string, { readonly tag: string; readonly body: string }>()
  let moved = 0
  let round = 0
  let stayed = 0

  const look = async () => {
    for (const url of urls) {
      const before = seen.get(url)
      const answer = await ask(url)
      const tag = String(answer.headers.etag)
      if (!/^"[\w-]+"$/.test(tag)) throw new Error(`${url}: ${tag} is no strong tag`)
      if (before) {
        if ((tag === before.tag) !== (answer.body === before.body)) {
          throw new Error(`${url}: the tag ${tag === before.tag ? 'stayed' : 'moved'}, the body did not`)
        }
        if (tag === before.tag) stayed++
        else moved++
        const known = await ask({ url, headers: { 'if-none-match': before.tag } })
        const wanted = tag === before.tag ? 304 : 200
        if (known.statusCode !== wanted) throw new Error(`${url}: ${known.statusCode} and not ${wanted}`)
        if (known.statusCode === 304 && known.body !== '') throw new Error('a 304 has no body')
      }
      seen.set(url, { tag, body: answer.body })
    }
  }

  await look()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('insert', 'change', 'rewrite', 'withdraw', 'touch nothing'),
      anyPlace,
      fc.nat({ max: start.length - 1 }),
      async (what, drawn, index) => {
        const target = start[index] ?? drawn
        if (what === 'insert') await writePlaces(database, [drawn])
        // A rewritten place gets a new time, because an import writes the time of its run, and no two runs have the
        // same time.
        const updatedAt = new Date(Date.parse('2026-11-01') + round++).toISOString()
        if (what === 'change') {
          await writePlaces(database, [{ ...drawn, id: target.id, createdAt: target.createdAt, updatedAt }])
        }
        // Restores the initial state, which may be the current one.
        if (what === 'rewrite') await writePlaces(database, [target])
        if (what === 'withdraw' && index > 0) await withdrawPlaces(database, [target.id])
        await look()
      }
    ),
    { numRuns: runs(40) }
  )
  t.ok(moved > 30 && stayed > 30, `${moved} changed, ${stayed} unchanged`)
})
