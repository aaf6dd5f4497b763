import { type PlaceSketch, type TestPlace, testPlace } from '../../support/places.ts'

/*
 * Invented places in real towns, with the gaps of real places: half of them declare no service, half have no opening
 * hours, a third are known only by the centre of their commune, and each France services has two records.
 */

type Town = {
  readonly city: string
  readonly postcode: string
  readonly commune: string
  readonly department: string
  readonly region: string
  readonly epci?: string
  readonly at: readonly [lat: number, lon: number]
}

const TOWNS: readonly Town[] = [
  {
    city: 'Bayeux',
    postcode: '14400',
    commune: '14047',
    department: '14',
    region: '28',
    epci: '241400555',
    at: [49.2772, -0.7016]
  },
  {
    city: 'Caen',
    postcode: '14000',
    commune: '14118',
    department: '14',
    region: '28',
    at: [49.1847, -0.3695]
  },
  {
    city: 'Mende',
    postcode: '48000',
    commune: '48095',
    department: '48',
    region: '76',
    at: [44.5219, 3.501]
  },
  {
    city: 'Langogne',
    postcode: '48300',
    commune: '48080',
    department: '48',
    region: '76',
    at: [44.7258, 3.8556]
  },
  { city: 'Lyon', postcode: '69003', commune: '69383', department: '69', region: '84', at: [45.7597, 4.85] },
  {
    city: 'Villeurbanne',
    postcode: '69100',
    commune: '69266',
    department: '69',
    region: '84',
    at: [45.7719, 4.8902]
  },
  {
    city: 'Lille',
    postcode: '59000',
    commune: '59350',
    department: '59',
    region: '32',
    at: [50.6311, 3.0468]
  },
  {
    city: 'Roubaix',
    postcode: '59100',
    commune: '59512',
    department: '59',
    region: '32',
    at: [50.6879, 3.1802]
  },
  {
    city: 'Paris',
    postcode: '75011',
    commune: '75111',
    department: '75',
    region: '11',
    at: [48.8592, 2.3806]
  },
  {
    city: 'Paris',
    postcode: '75020',
    commune: '75120',
    department: '75',
    region: '11',
    at: [48.8647, 2.3984]
  },
  {
    city: 'Rennes',
    postcode: '35000',
    commune: '35238',
    department: '35',
    region: '53',
    at: [48.1119, -1.6817]
  },
  {
    city: 'Brest',
    postcode: '29200',
    commune: '29019',
    department: '29',
    region: '53',
    at: [48.4059, -4.5014]
  },
  {
    city: 'Vannes',
    postcode: '56000',
    commune: '56260',
    department: '56',
    region: '53',
    at: [47.6597, -2.7599]
  }
]

const WORKING_WEEK = {
  osm: 'Mo-Fr 09:00-12:00,14:00-18:00; Sa 10:00-12:00; PH off',
  raw: 'Du lundi au vendredi, 9h-12h et 14h-18h, samedi 10h-12h',
  confidence: 'exact',
  timezone: 'Europe/Paris'
} as const

const label = (code: string) => [{ code, valid_from: null, valid_until: null, source: 'mednum' }]

/** The places of a town. The street and phone of a place depend on its index in this list. */
const kindsIn = (city: string): readonly PlaceSketch[] => [
  { name: `France services de ${city}`, types: ['RFS'], services: ['aide-aux-demarches-administratives'] },
  // This is the record of the same France services in another directory.
  { name: `Préfecture, France services ${city}`, types: ['RFS'] },
  { name: `Médiathèque de ${city}`, types: ['BIB'], services: ['acces-internet-et-materiel-informatique'] },
  { name: `CCAS de ${city}`, types: ['CCAS'], labels: label('aidants-connect') },
  {
    name: `Espace public numérique de ${city}`,
    types: ['EPN'],
    services: ['maitrise-des-outils-numeriques-du-quotidien', 'acces-internet-et-materiel-informatique'],
    audiences: ['seniors']
  },
  {
    name: `Mission locale de ${city}`,
    types: ['ML'],
    services: ['insertion-professionnelle-via-le-numerique']
  },
  {
    name: `Conseiller numérique à ${city}`,
    labels: label('conseillers-numeriques'),
    services: ['maitrise-des-outils-numeriques-du-quotidien']
  },
  {
    name: `Familles rurales de ${city}`,
    types: ['ASSO', 'Autre'],
    services: ['comprehension-du-monde-numerique']
  },
  {
    name: `Maison de quartier de ${city}`,
    types: ['CS'],
    services: ['aide-aux-demarches-administratives'],
    accessibility: { wheelchair: 'no' }
  }
]

/** Towns with a FabLab; Mende has none within 40 km. */
const FABLABS: ReadonlySet<string> = new Set(['Lille', 'Roubaix', 'Lyon', 'Rennes', 'Brest', 'Paris'])

const fablab = (city: string): PlaceSketch => ({
  name: `Atelier de fabrication de ${city}`,
  types: ['FABLAB'],
  services: ['loisirs-et-creations-numeriques'],
  accessibility: { wheelchair: 'yes' }
})

/**
 * How far each place is north and east of the town's centre, in hundredths of a degree. Only the two records of the
 * France services have the same position.
 */
const SPREAD: readonly (readonly [number, number])[] = [
  ...([
    [0.2, 0.3],
    [0.2, 0.3],
    [-0.4, 0.5],
    [0.8, -0.2],
    [-1.1, 0.9]
  ] as const),
  ...([
    [1.4, 1.2],
    [-1.9, -0.6],
    [2.2, 0.4],
    [-0.7, -2.4],
    [0.6, 2.9]
  ] as const)
]

/** Streets, one for each place of a town. */
const STREETS = [
  ...['rue de la République', 'rue du Faubourg', 'place de la Mairie', 'rue des Écoles', 'rue Pasteur'],
  ...['avenue de la Gare', 'rue Victor Hugo', 'boulevard Voltaire', 'rue des Tanneurs', 'rue du Port']
]

function placesIn(town: Town, nth: number): readonly TestPlace[] {
  const { at, ...address } = town
  const kinds = [...kindsIn(town.city), ...(FABLABS.has(town.city) ? [fablab(town.city)] : [])]
  return kinds.map((sketch, index) => {
    const [north, east] = SPREAD[index] ?? [0, 0]
    const seed = nth + index
    const isTwin = index === 1
    const spot = {
      lat: at[0] + north / 100,
      lon: at[1] + east / 100,
      origin: 'producer',
      precision: null
    } as const
    const centre = { lat: at[0], lon: at[1], origin: 'geocoder', precision: 'municipality' } as const
    const { services, ...rest } = sketch
    return testPlace({
      ...rest,
      address: { ...address, street: `4 ${STREETS[isTwin ? 0 : index]}` },
      // The first place lacks nothing, except that in some towns its services are missing; they are implied by its
      // type.
      location: index > 1 && seed % 3 === 0 ? centre : spot,
      services: seed % 2 === 0 ? (services ?? []) : [],
      ...((index === 0 || seed % 2 === 1) && { opening_hours: WORKING_WEEK }),
      ...((index === 0 || seed % 3 !== 1) && {
        contacts: { phone: `+331990${String(10_000 + nth * 10 + index)}` }
      })
    })
  })
}

export const INVENTED: readonly TestPlace[] = TOWNS.flatMap(placesIn)
