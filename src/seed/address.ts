import type { Address, Location } from '../domain/places/place.ts'
import { type Random, weights } from './random.ts'
import { COMPLEMENTS, STREETS, WAYS } from './streets.ts'
import type { Town } from './towns.ts'

export function addressOf(random: Random, town: Town): Address {
  const street = random.chance(0.97)
    ? `${houseNumber(random)}${random.pick(WAYS)} ${random.pick(STREETS)}`
    : null
  return {
    street,
    complement: random.chance(0.1) ? random.pick(COMPLEMENTS) : null,
    postcode: random.pick(town.postcodes),
    city: town.city,
    commune: town.commune,
    epci: town.epci,
    department: town.department,
    region: town.region,
    country: 'FR'
  }
}

function houseNumber(random: Random): string {
  if (random.chance(0.08)) return ''
  const suffix = random.chance(0.05) ? random.pick([' bis', ' ter']) : ''
  return `${random.int(1, random.chance(0.8) ? 60 : 250)}${suffix} `
}

const PLACED = weights<Pick<Location, 'origin' | 'precision'>>([
  [{ origin: 'producer', precision: null }, 40],
  [{ origin: 'producer', precision: 'housenumber' }, 20],
  [{ origin: 'geocoder', precision: 'housenumber' }, 28],
  [{ origin: 'geocoder', precision: 'street' }, 9],
  [{ origin: 'geocoder', precision: 'municipality' }, 3]
])

const METRES_PER_DEGREE = 111_195

/** A position near the centre of the town, spread over a larger area in larger towns. */
export function locationOf(random: Random, town: Town, itinerant: boolean | null): Location | null {
  if (random.chance(itinerant ? 0.5 : 0.04)) return null
  const reach = Math.min(400 + 300 * Math.sqrt(town.thousands), 6_000)
  // The sum of three uniform numbers approximates a normal distribution, and is the same on every machine.
  const offset = () => ((random.next() + random.next() + random.next()) / 1.5 - 1) * reach
  const [north, east] = [offset(), offset()]
  const lat = town.lat + north / METRES_PER_DEGREE
  const lon = town.lon + east / (METRES_PER_DEGREE * Math.cos((town.lat * Math.PI) / 180))
  // Six decimals are about 10 cm; further decimals could differ between processors.
  return { lat: round6(lat), lon: round6(lon), ...random.weighted(PLACED) }
}

const round6 = (degrees: number): number => Math.round(degrees * 1e6) / 1e6
