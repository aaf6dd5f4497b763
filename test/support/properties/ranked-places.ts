import fc from 'fast-check'
import type { Database } from '../../../src/store/db/database.ts'
import { HOURS } from '../hours.ts'
import { type PlaceSketch, type TestPlace, testPlace } from '../places.ts'
import { TOWNS } from '../towns.ts'
import type { Stored } from './ranking-oracle.ts'

/** Names with a kind of place, with a distinctive word, with both, or with neither. */
const NAMES = [
  'Médiathèque',
  'Médiathèque du Phare',
  'Fablab du Cidre',
  'Le Phare',
  'La Poterie',
  'Mairie de Bayeux',
  'France services',
  'Espace des Naïades',
  'Association du Cidre',
  'Phare et Poterie'
]
const TYPES = ['BIB', 'FABLAB', 'RFS', 'CS', 'TIERS_LIEUX', 'ASSO'] as const
const SERVICES = [
  'aide-aux-demarches-administratives',
  'acces-internet-et-materiel-informatique',
  'loisirs-et-creations-numeriques'
] as const
const SAID = ['Poterie et cidre.', 'Un phare dans la nuit.', 'Médiathèque à deux pas.', 'On y imprime.', null]

const AROUND = ['bayeux', 'caen', 'lisieux', 'brest'] as const

const placed = fc
  .tuple(fc.constantFrom(...AROUND), fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 }))
  .map(([town, north, east]): Pick<PlaceSketch, 'at' | 'address'> => {
    const { at, address } = TOWNS[town]
    return { at: [at[0] + north / 400, at[1] + east / 400], address }
  })
const unplaced = fc.constantFrom(...AROUND).map((town) => ({ address: TOWNS[town].address }))

const placeSketch: fc.Arbitrary<PlaceSketch> = fc
  .tuple(
    fc.oneof({ weight: 12, arbitrary: placed }, { weight: 1, arbitrary: unplaced }),
    fc.record({
      name: fc.constantFrom(...NAMES),
      types: fc.subarray([...TYPES], { maxLength: 2 }),
      services: fc.subarray([...SERVICES], { maxLength: 2 }),
      audiences: fc.subarray(['seniors', 'jeunes'], { maxLength: 1 }),
      fees: fc.subarray(['gratuit', 'payant'], { maxLength: 1 }),
      summary: fc.constantFrom(...SAID)
    }),
    fc.constantFrom(...HOURS.slice(0, 4)),
    fc.boolean()
  )
  .map(([where, what, osm, vague]) => ({
    ...where,
    ...what,
    opening_hours: {
      osm,
      raw: osm,
      confidence: osm === null ? 'none' : 'exact',
      timezone: 'Europe/Paris'
    } as const,
    ...(vague &&
      'at' in where &&
      where.at && {
        location: {
          lat: where.at[0],
          lon: where.at[1],
          origin: 'geocoder',
          precision: 'municipality'
        } as const
      })
  }))

/** Generates places in and around four towns. The same seed always gives the same places. */
export const rankedPlaces = (count: number, seed: number): readonly TestPlace[] =>
  fc.sample(placeSketch, { numRuns: count, seed }).map((each) => testPlace(each))

/** The stored data of all active places, with the names of their terms. */
export async function storedPlaces(database: Database): Promise<ReadonlyMap<string, Stored>> {
  const terms = await database.batch.query<{ id: number; parameter: string; code: string; words: string }>(
    `SELECT id, parameter, code, concat_ws('. ', term.label_fr, array_to_string(synonyms, '. ')) AS words
     FROM term JOIN vocabulary ON vocabulary.name = term.vocabulary`
  )
  const known = new Map(terms.rows.map((term) => [term.id, term]))
  const named = (ids: readonly number[]) =>
    ids.map((id) => `${known.get(id)?.parameter}:${known.get(id)?.code}`)
  const { rows } = await database.batch.query(
    `SELECT id, name, city, summary, lat, lon, commune, postcode, department, uncertainty_m, weight::float8 AS weight,
            codes, codes_declared, codes_likely, codes_denied, kinds FROM place WHERE status = 'active'`
  )
  return new Map(
    rows.map(({ codes, codes_declared, codes_likely, codes_denied, kinds, ...row }) => [
      row.id,
      {
        ...row,
        declared: named(codes_declared),
        sure: named(codes),
        likely: named(codes_likely),
        denied: named(codes_denied),
        kinds: named(kinds),
        keywords: codes_declared.map((id: number) => known.get(id)?.words ?? '').join('. ')
      }
    ])
  )
}
