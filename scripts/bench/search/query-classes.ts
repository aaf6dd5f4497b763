// The classes of requests that `search` measures. The requests of a class are drawn at random to resemble real
// requests.

import type { BBox } from '../../../src/domain/geo/geo.ts'
import { FACETS } from '../../../src/domain/search/search-question.ts'
import type { Random } from '../../../src/seed/random.ts'
import type { Town } from '../../../src/seed/towns.ts'
import type { Asked } from '../http-load.ts'
import { pointIn, type World } from '../world.ts'

export type QueryClass = {
  readonly name: string
  readonly asks: string
  readonly draw: (random: Random, world: World) => Asked
  /** Whether no request may be sent twice, because the API would answer the second one from its cache. */
  readonly neverTwice?: boolean
}

/** Services that at least a third of the sample places offer. */
const COMMON_SERVICES = [
  'aide-aux-demarches-administratives',
  'maitrise-des-outils-numeriques-du-quotidien',
  'acces-internet-et-materiel-informatique',
  'insertion-professionnelle-via-le-numerique'
]
const AUDIENCES = ['jeunes', 'familles-et-ou-enfants', 'seniors']
const FEATURES = ['wheelchair', 'step_free_entrance', 'adapted_toilet']
const WORDS = [
  'médiathèque',
  'bibliothèque municipale',
  'espace public numérique',
  'france services',
  'mission locale',
  'centre social',
  'ateliers débutants',
  'fablab',
  'aide démarches administratives',
  'accès internet'
]
/** The words in `WORDS` with one spelling mistake each. */
const MISTYPED = [
  'mediatheqe',
  'bibliotheqe municipale',
  'espace publc numerique',
  'france servces',
  'mision locale',
  'centre socail',
  'ateliers debutans',
  'fabalb',
  'aide demarches adminstratives',
  'acces intrenet'
]
const RADIUS = 30_000

type Parameters = Readonly<Record<string, string | number | boolean>>

export const search = (parameters: Parameters): string => {
  const texts = Object.entries({ total: 'none', ...parameters }).map(([name, value]) => [name, String(value)])
  return `/v1/places?${new URLSearchParams(Object.fromEntries(texts))}`
}

const near = (random: Random, { towns }: World) => pointIn(random, random.weighted(towns))
const around = (random: Random, world: World) => ({ ...near(random, world), radius: RADIUS })
const service = (random: Random) => random.pick(COMMON_SERVICES)
const audience = (random: Random) => random.pick(AUDIENCES)

/** The area of a map of a town: a box of about ten kilometres. */
const townFrame = ({ lat, lon }: Town): BBox => ({
  west: lon - 0.07,
  south: lat - 0.05,
  east: lon + 0.07,
  north: lat + 0.05
})

export const inFrame = ({ west, south, east, north }: BBox): string =>
  search({ bbox: [west, south, east, north].map((degrees) => degrees.toFixed(4)).join(',') })

const departmentFrame = ({ department }: Town, { departments }: World): BBox | undefined =>
  department === null ? undefined : departments.get(department)

/** Names of the classes that have a target in `wanted.ts`, and of the class with which others are compared. */
export const NEAR_SERVICE = 'near-service'
export const NEAREST_RARE = 'nearest-rare'
export const FACETS_ALL = 'facets'
export const TEXT_DISTANCE = 'text-near-distance'
export const TEXT_RELEVANCE = 'text-near-relevance'
export const TEXT_MISTYPED = 'text-near-mistyped'
export const SUGGEST = 'suggest'
export const MAP_OF_FRANCE = 'map-france'

/**
 * The given time on an ordinary Tuesday within the weeks for which openings are known. Most places are open in the
 * morning, and few at night.
 */
const openOnTuesday = (time: string): string => {
  const today = new Date()
  const days = ((2 - today.getUTCDay() + 7) % 7) + 7
  return `${new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10)}T${time}`
}

export const NEAR: QueryClass = {
  name: 'near',
  asks: 'nearest first',
  draw: (random, world) => search(near(random, world))
}
export const NEAR_OPEN: QueryClass = {
  name: 'near-open',
  asks: 'the same, open on a Tuesday morning',
  draw: (random, world) => search({ ...near(random, world), open_at: openOnTuesday('10:30') })
}
export const NEAR_OPEN_AT_NIGHT: QueryClass = {
  name: 'near-open-night',
  asks: 'the same, open on a Tuesday night, as one place in 200 is',
  draw: (random, world) => search({ ...near(random, world), open_at: openOnTuesday('23:30') })
}

export const CLASSES: readonly QueryClass[] = [
  {
    name: NEAR_SERVICE,
    asks: 'within 30 km, a common service',
    draw: (random, world) => search({ ...around(random, world), service: service(random) })
  },
  {
    name: 'near-service-total',
    asks: 'the same, and how many there are',
    draw: (random, world) => search({ ...around(random, world), service: service(random), total: 'exact' }),
    neverTwice: true
  },
  {
    name: NEAREST_RARE,
    asks: 'nearest first without radius, a code that one place in 20 000 has',
    draw: (random, world) => {
      const [parameter, code] = random.pick(world.rareCodes)
      return search({ ...near(random, world), [parameter]: code })
    }
  },
  {
    name: 'near-two-filters',
    asks: 'within 30 km, a common service for some audience',
    draw: (random, world) =>
      search({ ...around(random, world), service: service(random), audience: audience(random) })
  },
  {
    name: 'territory',
    asks: 'in a région, for some audience, with a feature of accessibility',
    draw: (random, { towns }) =>
      search({
        region: random.weighted(towns).region ?? '11',
        audience: audience(random),
        accessibility: random.pick(FEATURES)
      })
  },
  {
    name: TEXT_DISTANCE,
    asks: 'words within 30 km, nearest first',
    draw: (random, world) => search({ ...around(random, world), q: random.pick(WORDS), sort: 'distance' })
  },
  {
    name: TEXT_MISTYPED,
    asks: 'words with a typing error within 30 km, best first',
    draw: (random, world) => search({ ...around(random, world), q: random.pick(MISTYPED) })
  },
  {
    name: 'text-anywhere',
    asks: 'words from nowhere, best first',
    draw: (random) => search({ q: random.pick(WORDS) })
  },
  {
    name: SUGGEST,
    asks: 'suggestions near a point, for the beginning of a word',
    draw: (random, world) => {
      const [word, { lat, lon }] = [random.pick(WORDS), near(random, world)]
      const typed = word.slice(0, 3 + Math.floor((word.length - 3) * random.next()))
      return `/v1/suggest?${new URLSearchParams({ q: typed, lat: String(lat), lon: String(lon) })}`
    }
  },
  {
    name: TEXT_RELEVANCE,
    asks: 'words within 30 km, best first',
    draw: (random, world) => search({ ...around(random, world), q: random.pick(WORDS) })
  },
  {
    name: 'text-relevance',
    asks: 'words from a point on, best first',
    draw: (random, world) => search({ ...near(random, world), q: random.pick(WORDS) })
  },
  {
    name: 'bbox-town',
    asks: 'the map of a town',
    draw: (random, { towns }) => inFrame(townFrame(random.weighted(towns)))
  },
  {
    name: 'bbox-department',
    asks: 'the map of a département',
    draw: (random, world) => {
      const town = random.weighted(world.towns)
      return inFrame(departmentFrame(town, world) ?? townFrame(town))
    }
  },
  {
    name: FACETS_ALL,
    asks: 'all facets over everything, once counted',
    draw: () => search({ facets: FACETS.join(',') })
  },
  {
    name: MAP_OF_FRANCE,
    asks: 'clusters of France at zoom 5, of all places or of a common service, once counted',
    draw: (random) => {
      const parameters = {
        bbox: '-5.5,41,10,51.5',
        zoom: '5',
        ...(random.chance(0.5) && { service: service(random) })
      }
      return `/v1/clusters?${new URLSearchParams(parameters)}`
    }
  },
  {
    name: 'by-id',
    asks: 'one place',
    draw: (random, { ids }) => `/v1/places/${random.pick(ids)}`
  },
  {
    name: 'name-itinerant',
    asks: 'all that move about, or do not, by name',
    draw: (random) => search({ itinerant: random.chance(0.5), sort: 'name' })
  }
]
