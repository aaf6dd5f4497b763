import type { SaysOf } from '../../domain/offers/denied.ts'
import { spreadOfTown } from '../../domain/offers/uncertainty.ts'
import { CORRECTIONS } from '../../domain/places/corrections.ts'
import type { PlaceContent } from '../../domain/places/place.ts'
import { codesOf } from '../../domain/vocabularies/vocabularies.ts'
import type { Runner } from '../db/sql.ts'
import { sourcesDeclare, townPopulations } from './offering.sql.ts'

/** What must be known of sources and towns to say what a place offers, and how exactly it is placed. */
export type Offering = {
  /** Makes sure that the towns in whose middle places were put are known. */
  readonly learn: (places: readonly Positioned[]) => Promise<void>
  readonly says: SaysOf
  /** Changes when a source declares a service that it had never declared. */
  readonly edition: string
  /** Metres from the middle of the commune at which a place of it is to be expected; null of a place that is not put there. */
  readonly spreadOf: (place: Positioned) => number | null
}

type Positioned = Pick<PlaceContent, 'location' | 'address'>

/** A place that a geocoder could only put into the middle of its commune. */
const townOf = ({ location, address }: Positioned): string | null =>
  location?.precision === 'municipality' ? address.commune : null

export async function loadOffering(runner: Runner): Promise<Offering> {
  const { rows } = await runner.query<{ slug: string; declares: readonly string[] }>(sourcesDeclare())
  const declares = new Map(rows.map(({ slug, declares }) => [slug, declares]))
  // Who corrects a place by hand could say any service.
  declares.set(CORRECTIONS.source, codesOf('service'))
  const spreads = new Map<string, number>()
  return {
    async learn(places) {
      const towns = places.map(townOf).filter((town) => town !== null && !spreads.has(town))
      if (towns.length === 0) return
      const { rows } = await runner.query<{ code: string; population: number | null }>(
        townPopulations([...new Set(towns)] as string[])
      )
      for (const { code, population } of rows) spreads.set(code, spreadOfTown(population))
    },
    edition: JSON.stringify([...declares]),
    says: (source) => declares.get(source) ?? [],
    spreadOf: (place) => {
      const town = townOf(place)
      return town === null ? null : (spreads.get(town) ?? null)
    }
  }
}
