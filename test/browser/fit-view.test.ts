import t from 'tap'
import { viewFor } from '../../src/browser/map/fit-view.ts'
import { FRANCE, type View } from '../../src/browser/map/view.ts'

const BAYEUX = { lat: 49.277, lon: -0.702 }
const PORT = { lat: 49.346, lon: -0.755 }
const LYON = { lat: 45.764, lon: 4.836 }
const SAINT_DENIS = { lat: -20.882, lon: 55.45 }

const place = (location: { lat: number; lon: number } | null, more: object = {}) => ({ location, ...more })

const holds = (view: View, { lat, lon }: { lat: number; lon: number }) =>
  view !== 'matching' && view.west < lon && lon < view.east && view.south < lat && lat < view.north

const wide = (view: View) => (view === 'matching' ? Number.NaN : view.east - view.west)

t.test('a question about Bayeux shows Bayeux and the places that the heading counts', async (t) => {
  const view = viewFor(
    {
      items: [
        place(BAYEUX, { distance_m: 600 }),
        place(PORT, { distance_m: 8_600 }),
        place(LYON, { beyond_radius: true })
      ],
      within: { radius_m: 10_000, count: 2 },
      next: null
    },
    { centre: BAYEUX, isLimited: true }
  )
  t.ok(holds(view, BAYEUX) && holds(view, PORT))
  t.notOk(holds(view, LYON), 'places farther away do not make it small')
})

t.test(
  'if the list holds only the first of 82 places within 5 km, their whole circle is shown',
  async (t) => {
    const view = viewFor(
      {
        items: [place(LYON, { distance_m: 10 })],
        within: { radius_m: 5_000, count: 82 },
        next: '/v1/places?cursor=2'
      },
      { centre: LYON, isLimited: true }
    )
    t.ok(holds(view, { lat: LYON.lat + 0.044, lon: LYON.lon }), 'five kilometres north')
    t.notOk(holds(view, { lat: LYON.lat + 0.046, lon: LYON.lon }))
  }
)

t.test('a town without any place is still shown', async (t) => {
  const view = viewFor(
    { items: [], within: { radius_m: 40_000, count: 0 }, next: null },
    { centre: BAYEUX, isLimited: true }
  )
  t.ok(holds(view, BAYEUX) && wide(view) < 1)
})

t.test('a région with more places than the list holds is shown whole, by all its places', async (t) => {
  t.equal(
    viewFor({ items: [place(LYON)], next: '/v1/places?cursor=2' }, { centre: null, isLimited: true }),
    'matching'
  )
})

t.test(
  'a few places without a starting point are shown together, one alone with its surroundings',
  async (t) => {
    const both = viewFor(
      { items: [place(LYON), place(BAYEUX)], next: null },
      { centre: null, isLimited: false }
    )
    t.ok(holds(both, LYON) && holds(both, BAYEUX))
    const one = viewFor({ items: [place(SAINT_DENIS)], next: null }, { centre: null, isLimited: false })
    t.ok(holds(one, SAINT_DENIS) && wide(one) < 0.1)
  }
)

t.test('anything else is France: thousands of places, places on two oceans, or none', async (t) => {
  const centre = null
  t.same(viewFor({ items: [place(LYON)], next: '/v1/places?cursor=2' }, { centre, isLimited: false }), FRANCE)
  t.same(
    viewFor({ items: [place(LYON), place(SAINT_DENIS)], next: null }, { centre, isLimited: false }),
    FRANCE
  )
  t.same(viewFor({ items: [], next: null }, { centre, isLimited: true }), FRANCE)
})
