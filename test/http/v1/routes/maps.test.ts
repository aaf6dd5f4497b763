import { VectorTile } from '@mapbox/vector-tile'
import fc from 'fast-check'
import { PbfReader } from 'pbf'
import t from 'tap'
import { ClusterCollection } from '../../../../src/http/v1/schemas/clusters.ts'
import { type Api, apiOver, searchUrl } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { analyse, writePlaces } from '../../../support/places.ts'
import { somePlaces } from '../../../support/properties/arbitrary-places.ts'
import { questions } from '../../../support/properties/arbitrary-questions.ts'
import type { SearchParameters } from '../../../support/properties/oracle.ts'
import { runs } from '../../../support/properties/property-runs.ts'
import { rewriteSome } from '../../../support/tamper.ts'

type Box = readonly [number, number, number, number]

type Clusters = {
  readonly total: number
  readonly features: readonly {
    readonly id?: string
    readonly bbox?: Box
    readonly geometry: { readonly coordinates: readonly [number, number] }
    readonly properties: { readonly count: number; readonly id?: string; readonly name?: string }
  }[]
}

type Located = {
  readonly id: string
  readonly location: { readonly lat: number; readonly lon: number } | null
}

const WORLD = '-180,-90,180,90'
const CALVADOS = '-1.2,48.7,0.5,49.5'
/** From zoom 2 on, this box consists of whole cells, like all boxes for which our pages ask. */
const WHOLE_CELLS = '-11.25,40.979898069620134,11.25,48.92249926375824'

const database = await testDatabase(t)
await writePlaces(database, somePlaces(400, 14_047))
await analyse(database)
const api = await apiOver(t, database)

const clusters = ({ get }: Api, asked: Readonly<Record<string, unknown>>) =>
  get<Clusters>(searchUrl(asked, '/v1/clusters'))

/** The places in the box with their positions. If the question has words, only the places that fit them. */
async function located(asked: SearchParameters, bbox: string): Promise<readonly Located[]> {
  const { body } = await api.ask(searchUrl({ ...asked, bbox }, '/v1/exports/places.ndjson'))
  return body
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Located)
}

/** The column and row of a cell by the textbook formula; the program uses another formula. */
function cellOf({ lat, lon }: { lat: number; lon: number }, zoom: number): string {
  const side = 2 ** (zoom + 3)
  const phi = (Math.min(85.0511287798, Math.max(-85.0511287798, lat)) * Math.PI) / 180
  const y = (1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2
  const cell = (fraction: number) => Math.min(side - 1, Math.floor(fraction * side))
  return `${cell((lon + 180) / 360)}/${cell(y)}`
}

/** Whether a place is on a line where cells of every zoom meet: there, rounding may go either way. */
const onALine = ({ location }: Located) =>
  location !== null && (location.lat === 0 || Math.abs(location.lat) > 85.05 || location.lon % 45 === 0)

const views = fc
  .tuple(fc.double({ min: -170, max: 160, noNaN: true }), fc.double({ min: -80, max: 70, noNaN: true }))
  .chain(([west, south]) =>
    fc.record({
      bbox: fc.constantFrom(
        WORLD,
        CALVADOS,
        WHOLE_CELLS,
        [west, south, west + 20, south + 15].map((d) => d.toFixed(6)).join()
      ),
      zoom: fc.integer({ min: 0, max: 4 })
    })
  )

const filters = questions.map(({ bbox, radius, lat, lon, ...asked }) => asked as SearchParameters)

t.test('the counts of a view add up to the search result, cell by cell', async (t) => {
  await fc.assert(
    fc.asyncProperty(filters, views, async (asked, { bbox, zoom }) => {
      const { total, features } = await clusters(api, { ...asked, bbox, zoom })
      const places = await located(asked, bbox)
      if (total !== places.length) throw new Error(`${total} counted, ${places.length} found`)
      if (places.some(onALine)) return
      const counts = new Map<string, number>()
      for (const { location } of places) {
        const cell = location ? cellOf(location, zoom) : 'nowhere'
        counts.set(cell, (counts.get(cell) ?? 0) + 1)
      }
      const answered = features.map(({ properties }) => properties.count)
      const wanted = [...counts.values()]
      if (answered.toSorted().join() !== wanted.toSorted().join())
        throw new Error(`${answered} instead of ${wanted}`)
      for (const { id, geometry, properties } of features) {
        const [lon, lat] = geometry.coordinates
        if (properties.count > 1) continue
        const place = places.find((each) => each.id === id)
        if (place?.location?.lat !== lat || place.location.lon !== lon) throw new Error(`${id} is elsewhere`)
      }
    }),
    { numRuns: runs(25) }
  )
  t.pass('for random views, filters and zooms')
})

t.test('two databases with the same places give the same clusters, whatever was written first', async (t) => {
  const views = [0, 1, 2, 3].map((zoom) => searchUrl({ bbox: WORLD, zoom }, '/v1/clusters'))
  const before = await Promise.all(views.map(api.ask))
  await rewriteSome(database)
  const other = await apiOver(t, database)
  const after = await Promise.all(views.map(other.ask))
  t.same(
    after.map(({ headers }) => headers.etag),
    before.map(({ headers }) => headers.etag)
  )
})

t.test('each place is in exactly one tile, at its position', async (t) => {
  for (const zoom of [0, 1, 2, 8]) {
    const search: SearchParameters = zoom === 8 ? { service: 'aide-aux-demarches-administratives' } : {}
    const bbox = zoom === 8 ? CALVADOS : WORLD
    const places = new Map((await located(search, bbox)).map((place) => [place.id, place]))
    const tiles = tilesOf(bbox.split(',').map(Number), zoom)
    const seen = new Map<string, string>()
    let counted = 0
    for (const [x, y] of tiles) {
      const features = await tile(search, zoom, x, y)
      for (const { count, id, lon, lat } of features) {
        counted += count
        if (id === undefined) continue
        t.notOk(seen.has(id), `${id} is in one tile`)
        seen.set(id, `${x}/${y}`)
        const at = places.get(id)?.location
        if (!at) continue
        // One of the tile's 4 096 units, in degrees; a tile is drawn on 512 pixels. Latitudes near the poles are not
        // compared, because the Mercator projection ends before the poles.
        const unit = 360 / 2 ** zoom / 4096
        t.ok(Math.abs(lon - at.lon) <= unit, `${id} is at its position from west to east`)
        if (Math.abs(at.lat) < 85) t.ok(Math.abs(lat - at.lat) <= unit, 'and from north to south')
      }
    }
    if (zoom < 8) t.equal(counted, places.size, `all of them at zoom ${zoom}`)
    else t.ok(counted >= places.size, 'the tiles around the box contain it')
  }
})

t.test('a tile and the clusters of its box are the same', async (t) => {
  // The box ends just west of the Greenwich meridian, which belongs to the next tile.
  const bbox = '-11.25,40.979899,-0.000001,48.922499'
  const found = (await clusters(api, { bbox, zoom: 5 })).features
  const told = await tile({}, 5, 15, 11)
  t.ok(found.length > 0)
  t.same(
    told.map(({ count }) => count).toSorted(),
    found.map(({ properties }) => properties.count).toSorted()
  )
})

t.test('the answer is GeoJSON as documented, and a 304 does not count', async (t) => {
  const url = searchUrl({ bbox: CALVADOS, zoom: 9 }, '/v1/clusters')
  const answer = await api.ask(url)
  t.match(answer.headers['content-type'], /^application\/geo\+json/)
  t.same(ClusterCollection.parse(answer.json()), answer.json())
  const again = await api.ask({ url, headers: { 'if-none-match': String(answer.headers.etag) } })
  t.equal(again.statusCode, 304)

  const empty = await api.ask('/v1/tiles/12/0/2047.mvt')
  t.match([empty.statusCode, empty.rawPayload.length], [200, 0], 'a tile of the ocean is empty')
  const full = await api.ask('/v1/tiles/0/0/0.mvt')
  t.equal(full.headers['content-type'], 'application/vnd.mapbox-vector-tile')
  const tagged = await api.ask({
    url: '/v1/tiles/0/0/0.mvt',
    headers: { 'if-none-match': String(full.headers.etag) }
  })
  t.equal(tagged.statusCode, 304)
})

t.test('new places are on the map at once', async (t) => {
  const before = await clusters(api, { bbox: CALVADOS, zoom: 3 })
  await writePlaces(database, somePlaces(30, 14_118))
  const [first] = await database.batch
    .query<{ n: number }>('SELECT count(*)::integer AS n FROM place WHERE location IS NOT NULL')
    .then(({ rows }) => rows)
  t.equal((await clusters(api, { bbox: WORLD, zoom: 3 })).total, first?.n)
  t.ok((await clusters(api, { bbox: CALVADOS, zoom: 3 })).total >= before.total)
})

t.test('refusals say what to do', async (t) => {
  const refused = async (url: string) => {
    const { statusCode, ...answer } = await api.ask(url)
    const [error] = answer.json().errors ?? []
    return [statusCode, error?.parameter]
  }
  t.same(await refused('/v1/clusters?zoom=5'), [400, 'bbox'])
  t.same(await refused(`/v1/clusters?bbox=${WORLD}`), [400, 'zoom'])
  t.same(await refused(`/v1/clusters?bbox=${WORLD}&zoom=5.5`), [400, 'zoom'])
  t.same(await refused(`/v1/clusters?bbox=${WORLD}&zoom=9`), [422, 'zoom'])
  t.same(await refused(`/v1/clusters?bbox=${WORLD}&zoom=2&limit=5`), [400, 'limit'])
  t.same(await refused('/v1/tiles/2/4/0.mvt'), [400, 'x'])
  t.same(await refused('/v1/tiles/21/0/0.mvt'), [400, 'z'])
  t.same(await refused('/v1/tiles/2/0/-1.mvt'), [400, 'y'])
  t.same(await refused('/v1/tiles/2/0/0.mvt?bbox=0,0,1,1'), [400, 'bbox'])
  t.same(await refused('/v1/tiles/2/0/0.mvt?type=EPX'), [400, 'type'])
  t.equal((await api.ask('/v1/tiles/2/0/0.png')).statusCode, 404)
})

async function tile(asked: SearchParameters, zoom: number, x: number, y: number) {
  const answer = await api.ask(searchUrl(asked, `/v1/tiles/${zoom}/${x}/${y}.mvt`))
  if (answer.statusCode !== 200) throw new Error(answer.body)
  const layer = new VectorTile(new PbfReader(answer.rawPayload)).layers.places
  return Array.from({ length: layer?.length ?? 0 }, (_, index) => {
    const feature = layer!.feature(index)
    const { geometry } = feature.toGeoJSON(x, y, zoom)
    const [lon = 0, lat = 0] = geometry.type === 'Point' ? geometry.coordinates : []
    const { count, id } = feature.properties
    return { count: Number(count), id: id === undefined ? undefined : String(id), lon, lat }
  })
}

function tilesOf([west = 0, south = 0, east = 0, north = 0]: readonly number[], zoom: number) {
  const columns = [west, east].map((lon) => Number(cellOf({ lat: 0, lon }, zoom - 3).split('/')[0]))
  const rows = [north, south].map((lat) => Number(cellOf({ lat, lon: 0 }, zoom - 3).split('/')[1]))
  const range = ([from = 0, to = 0]: readonly number[]) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return range(columns).flatMap((x) => range(rows).map((y) => [x, y] as const))
}
