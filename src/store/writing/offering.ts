import type { SaysOf } from '../../domain/offers/denied.ts'
import { spreadOfTown } from '../../domain/offers/uncertainty.ts'
import { CORRECTIONS } from '../../domain/places/corrections.ts'
import type { PlaceContent } from '../../domain/places/place.ts'
import { codesOf } from '../../domain/vocabularies/vocabularies.ts'
import type { Runner } from '../db/sql.ts'
import { sourcesDeclare, townPopulations } from './offering.sql.ts'

/** What must be known about sources and towns to infer what a place offers and how exact its position is. */
export type Offering = {
  /** Loads data about the towns of these places, for places whose position is only the middle of their town. */
  readonly learn: (places: readonly Positioned[]) => Promise<void>
  readonly says: SaysOf
  /** A text that changes when a source declares a service for the first time. */
  readonly edition: string
  /**
   * Expected distance in metres of a place from the middle of its commune, if its position is only the middle;
   * otherwise null.
   */
  readonly spreadOf: (place: Positioned) => number | null
}

type Positioned = Pick<PlaceContent, 'location' | 'address'>

/** The commune of a place that a geocoder could only put in the middle of its commune; null for other places. */
const townOf = ({ location, address }: Positioned): string | null =>
  location?.precision === 'municipality' ? address.commune : null

export async function loadOffering(runner: Runner): Promise<Offering> {
  const { rows } = await runner.query<{ slug: string; declares: readonly string[] }>(sourcesDeclare())
  const declares = new Map(rows.map(({ slug, declares }) => [slug, declares]))
  // A person who corrects a place by hand may enter any service.
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
