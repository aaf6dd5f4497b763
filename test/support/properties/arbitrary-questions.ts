import fc from 'fast-check'
import { companionsOf, type NuanceParameter } from '../../../src/domain/search/filters.ts'
import { SEARCHABLE_FEATURES } from '../../../src/domain/vocabularies/accessibility.ts'
import { MISSING_FACTS } from '../../../src/domain/vocabularies/missing.ts'
import { CODE_PARAMETERS, type CodeParameter } from '../../../src/domain/vocabularies/term.ts'
import { codesOf } from '../../../src/domain/vocabularies/vocabularies.ts'
import { SOURCES } from '../places.ts'
import { TOWNS } from '../towns.ts'
import { positions, WORDS } from './arbitrary-places.ts'
import { fold, type Ruled, type SearchParameters } from './oracle.ts'

/** Values of a parameter: mostly one list, such as `a,b`, and sometimes two lists, such as `a,b` and `c`. */
function demands(values: readonly string[], least = 1): fc.Arbitrary<string | readonly string[]> {
  const list = fc.subarray([...values], { minLength: least, maxLength: 3 }).map((some) => some.join(','))
  return fc.oneof(
    { weight: 3, arbitrary: list },
    { weight: 1, arbitrary: fc.array(list, { minLength: 2, maxLength: 2 }) }
  )
}

const known = (field: 'postcode' | 'epci' | 'department' | 'region'): readonly string[] => [
  ...new Set(Object.values(TOWNS).flatMap(({ address }) => address[field] ?? []))
]

/** Codes of communes, including whole cities, an arrondissement, and former codes. */
const COMMUNES = [
  '14047',
  '14118',
  '29232',
  '2A004',
  '75056',
  '75111',
  '69123',
  '97411',
  '98613',
  '14762',
  '14351'
]

const plain = (degrees: number): string => degrees.toFixed(9)

export const points = positions.map(([lat, lon]) => ({ lat: plain(lat), lon: plain(lon) }))

/** Radii in metres, from walking distance to a fifth of the country; each order of magnitude is equally frequent. */
export const radii = fc
  .double({ min: 0, max: Math.log10(200_000), noNaN: true })
  .map((power) => Math.min(200_000, Math.max(1, 10 ** power)))

const boxes = fc.oneof(
  fc.tuple(positions, positions).map(([one, other]) => box(one, other)),
  // The area of a map of a town.
  positions.map(([lat, lon]) =>
    box([lat - 0.05, Math.max(-180, lon - 0.07)], [lat + 0.05, Math.min(180, lon + 0.07)])
  ),
  // Boxes with places at their corners, and with a border that 32-bit numbers cannot distinguish from nearby
  // positions.
  fc.constantFrom(
    '-0.8,49.2,-0.6,49.3',
    '-0.7,49.3,2.3806,49.3',
    '179.9999,-20,-179.9999,0',
    '-180,-90,180,90'
  )
)

const box = ([south, west]: readonly [number, number], [north, east]: readonly [number, number]): string =>
  [west, Math.max(-90, Math.min(south, north)), east, Math.min(90, Math.max(south, north))]
    .map(plain)
    .join(',')

const one = (
  name: string,
  values: fc.Arbitrary<string | readonly string[]>
): fc.Arbitrary<SearchParameters> => values.map((value) => ({ [name]: value }))

/** Times within the weeks for which opening hours are known, as instants or local times. */
const times = fc
  .tuple(fc.integer({ min: 0, max: 54 * 24 * 4 }), fc.constantFrom('Z', '', '+05:30'))
  .map(([quarters, offset]) => {
    const from = Math.floor(Date.now() / 86_400_000) * 86_400_000 + 86_400_000
    return `${new Date(from + quarters * 900_000).toISOString().slice(0, 16)}${offset}`
  })

/** Periods of at most an hour and a half. */
const spans = fc.tuple(times, fc.integer({ min: 0, max: 6 })).map(([from, quarters]) => {
  const [, local = '', offset = ''] = from.match(/^(.{16})(.*)$/) ?? []
  const to = new Date(Date.parse(`${local}Z`) + quarters * 900_000).toISOString().slice(0, 16)
  return `${from}/${to}${offset}`
})

const CODES = Object.fromEntries(CODE_PARAMETERS.map((name) => [name, one(name, demands(codesOf(name)))]))

/** An arbitrary for each filter of the API. The code does not compile if a filter has none. */
const ALONE: { readonly [parameter in Ruled]: fc.Arbitrary<SearchParameters> } = {
  ...(CODES as { readonly [parameter in CodeParameter]: fc.Arbitrary<SearchParameters> }),
  missing: one('missing', demands(MISSING_FACTS)),
  source: one('source', demands(SOURCES)),
  accessibility: one('accessibility', demands(SEARCHABLE_FEATURES)),
  itinerant: one('itinerant', fc.constantFrom('true', 'false')),
  commune: one('commune', demands(COMMUNES)),
  postcode: one('postcode', demands(known('postcode'))),
  epci: one('epci', demands(known('epci'))),
  department: one('department', demands(known('department'))),
  region: one('region', demands(known('region'))),
  radius: fc.tuple(points, radii).map(([point, radius]) => ({ ...point, radius: plain(radius) })),
  bbox: one('bbox', boxes),
  updated_since: one(
    'updated_since',
    fc.constantFrom('2026-03-01', '2026-03-01T00:00:00.001Z', '2026-10-10T12:10:10.1+02:00', '2025-07-01')
  ),
  open_at: one('open_at', times),
  open_between: one('open_between', spans),
  min_quality: one('min_quality', fc.constantFrom('0', '0.07', '0.5', '0.93', '1')),
  q: one(
    'q',
    fc
      .subarray([...WORDS.map(fold), 'Médiathèques', 'illettrisme', 'fablab'], { minLength: 1, maxLength: 2 })
      .map((words) => words.join(' '))
  )
}

/** The values of parameters that modify a filter. `min_results` has its own properties, in pages.test.ts. */
const NUANCES: { readonly [parameter in Exclude<NuanceParameter, 'min_results'>]: readonly string[] } = {
  service_basis: ['any', 'declared'],
  audience_unknown: ['exclude', 'include'],
  fee_unknown: ['exclude', 'include'],
  accessibility_unknown: ['exclude', 'include'],
  open_unknown: ['exclude', 'include']
}

/** Each filter, with or without its modifying parameters. */
export const FILTERS = Object.fromEntries(
  Object.entries(ALONE).map(([name, filter]) => {
    const nuances = Object.entries(NUANCES).filter(([nuance]) => companionsOf(name).includes(nuance))
    const nuanceValues = nuances.map(([nuance, values]) =>
      fc.constantFrom<SearchParameters>({}, ...values.map((value) => ({ [nuance]: value })))
    )
    return [
      name,
      fc.tuple(filter, ...nuanceValues).map((parts): SearchParameters => Object.assign({}, ...parts))
    ]
  })
) as typeof ALONE

/** Up to three filters at once. */
export const questions: fc.Arbitrary<SearchParameters> = fc
  .subarray(Object.values(FILTERS), { minLength: 0, maxLength: 3 })
  .chain((filters) => fc.tuple(...filters))
  .map((parts) => Object.assign({}, ...parts))
  // These two parameters exclude each other.
  .map(({ open_at, ...asked }: SearchParameters) => ({
    ...asked,
    ...(open_at && !asked.open_between && { open_at })
  }))
