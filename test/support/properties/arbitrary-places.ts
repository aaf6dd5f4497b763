import fc from 'fast-check'
import type { Label } from '../../../src/domain/places/place.ts'
import { FEATURES } from '../../../src/domain/vocabularies/accessibility.ts'
import type { CodeParameter } from '../../../src/domain/vocabularies/term.ts'
import { codesOf } from '../../../src/domain/vocabularies/vocabularies.ts'
import { HOURS, ZONES } from '../hours.ts'
import { contentOf, type PlaceSketch, referenceOf, SOURCES, type TestPlace } from '../places.ts'
import { TOWNS } from '../towns.ts'

/** Words with accents. No two of them share a stem, and none occurs in a vocabulary. */
export const WORDS = [
  'Médiathèque',
  'Phare',
  'Cidre',
  'Forêt',
  'Naïade',
  'Ébénisterie',
  'Poterie',
  'Crêperie'
]

/** Names of places. There are so few that many places share a name. */
export const names = fc
  .array(fc.constantFrom(...WORDS, ...WORDS.map((word) => word.toLowerCase())), {
    minLength: 1,
    maxLength: 2
  })
  .map((words) => words.join(' '))

/** Names that imply a type. */
const TELLING = ['CCAS du Phare', 'Mission locale du Phare', 'Espace France services']

const AWKWARD: readonly (readonly [number, number])[] = [
  [90, 0],
  [90, 123.4],
  [-90, -180],
  [89.9999, -75],
  [0, 180],
  [0, -180],
  [-13.2825, 179.9999],
  [-13.2825, -179.9999],
  [0, 0],
  [48.8592, 2.3806],
  // Points next to a border at 49.3, closer than a 32-bit number can distinguish.
  [49.3, -0.7],
  [49.3000001, -0.7],
  [49.2999999, -0.7]
]

/** Rounds a position to a tenth of a millimetre: turf and PostGIS round coordinates closer to zero differently. */
const whole = ([lat, lon]: readonly [number, number]) =>
  [Math.round(lat * 1e9) / 1e9, Math.round(lon * 1e9) / 1e9] as const

/** Positions that are uniform over the globe; the arcsine keeps them from crowding at the poles. */
const anywhere = fc
  .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }))
  .map(([sine, lon]) => [(Math.asin(sine) * 180) / Math.PI, lon] as const)

const inFrance = fc.tuple(
  fc.double({ min: 42, max: 51, noNaN: true }),
  fc.double({ min: -5, max: 8, noNaN: true })
)

const nearPole = fc.tuple(
  fc.double({ min: 88, max: 90, noNaN: true }),
  fc.double({ min: -180, max: 180, noNaN: true })
)

const nearAntimeridian = fc
  .tuple(fc.double({ min: -30, max: 0, noNaN: true }), fc.double({ min: -4, max: 4, noNaN: true }))
  .map(([lat, lon]) => [lat, lon < 0 ? lon + 180 : lon - 180] as const)

/**
 * Positions in towns, all over the globe, at both poles and at the antimeridian, some of which several places
 * share.
 */
export const positions: fc.Arbitrary<readonly [number, number]> = fc
  .oneof(
    { weight: 5, arbitrary: inFrance },
    { weight: 3, arbitrary: anywhere },
    { weight: 2, arbitrary: nearAntimeridian },
    { weight: 1, arbitrary: nearPole },
    { weight: 2, arbitrary: fc.constantFrom(...AWKWARD, ...Object.values(TOWNS).map(({ at }) => at)) }
  )
  .map(whole)

/**
 * Random codes of a vocabulary. The first two codes are common, and the others are increasingly rare: one place in
 * a thousand has the last code.
 */
function codes(parameter: CodeParameter): fc.Arbitrary<readonly string[]> {
  const all = codesOf(parameter)
  return fc
    .array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), { maxLength: 4 })
    .map((draws) => [...new Set(draws.map((draw) => rarer(all, draw)))])
}

const rarer = (all: readonly string[], draw: number): string =>
  all[Math.min(all.length - 1, Math.floor(all.length * draw ** 4))] ?? ''

const day = fc.constantFrom(null, '2020-01-01', '2025-06-30', '2200-01-01')

const labels: fc.Arbitrary<readonly Label[]> = fc
  .uniqueArray(
    fc.record({
      code: fc.double({ min: 0, max: 1, noNaN: true }).map((draw) => rarer(codesOf('label'), draw)),
      source: fc.constantFrom(...SOURCES),
      days: fc.tuple(day, day)
    }),
    { maxLength: 3, selector: ({ code, source }) => `${code} ${source}` }
  )
  .map((all) =>
    all.map(({ days: [one, other], ...label }) => {
      const [valid_from, valid_until] = one && other && one > other ? [other, one] : [one, other]
      return { code: label.code, valid_from, valid_until, source: label.source }
    })
  )

const maybeBoolean = fc.option(fc.boolean(), { nil: null })

const accessibility = fc
  .record(Object.fromEntries(FEATURES.map((feature) => [feature, maybeBoolean])))
  .chain((features) =>
    fc
      .constantFrom('yes', 'limited', 'no', 'unknown')
      .map((wheelchair) => ({ ...features, wheelchair }) as PlaceSketch['accessibility'] & object)
  )

const sentence = fc.option(
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => `${words.join(', ')}.`),
  { nil: null }
)

const addresses = fc.option(fc.constantFrom(...Object.values(TOWNS).map(({ address }) => address)), {
  nil: {},
  freq: 8
})

const placeSketch: fc.Arbitrary<PlaceSketch> = fc.record({
  name: fc.oneof({ weight: 12, arbitrary: names }, { weight: 1, arbitrary: fc.constantFrom(...TELLING) }),
  at: fc.option(positions, { nil: undefined as never, freq: 9 }),
  address: addresses,
  types: codes('type'),
  services: codes('service'),
  audiences: codes('audience'),
  needs: codes('need'),
  fees: codes('fee'),
  access: codes('access'),
  support: codes('support'),
  labels,
  itinerant: maybeBoolean,
  contacts: fc.record({ phone: fc.option(fc.constant('+33231921108'), { nil: null }) }),
  accessibility: fc.option(accessibility, { nil: {}, freq: 6 }),
  summary: sentence,
  description: sentence,
  opening_hours: fc
    .tuple(fc.constantFrom(...HOURS), fc.constantFrom(...ZONES))
    .map(([osm, timezone]) => ({ osm, raw: osm, confidence: osm === null ? 'none' : 'exact', timezone }))
})

const instants = fc.oneof(
  fc.constantFrom('2026-03-01T00:00:00.000Z', '2026-03-01T00:00:00.001Z', '2026-10-10T10:10:10.100Z'),
  fc
    .date({ min: new Date('2025-01-01'), max: new Date('2026-11-01'), noInvalidDate: true })
    .map((date) => date.toISOString())
)

/** Any place that a directory may contain, whether or not its position fits its town. */
export const places: fc.Arbitrary<TestPlace> = fc
  .record({
    id: fc.uuid({ version: 7 }),
    content: placeSketch.map(contentOf),
    sources: fc.subarray([...SOURCES], { minLength: 1 }),
    quality: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    updatedAt: instants
  })
  .map(({ sources, ...place }) => ({
    ...place,
    sources: sources.map((source) => referenceOf(source, place.id)),
    createdAt: '2025-01-01T00:00:00.000Z'
  }))

/** Generates `count` places. The same seed always gives the same places. */
export function somePlaces(count: number, seed: number): readonly TestPlace[] {
  const drawn = fc.sample(places, { numRuns: count, seed })
  return [...new Map(drawn.map((place) => [place.id, place])).values()]
}
