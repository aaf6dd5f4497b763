import type { Territory } from '../../domain/territories/territory.ts'
import { countDirectory } from '../parts/count-directory.ts'
import type { Ask } from '../shell/api.ts'

type FacetValue = { readonly code: string; readonly label: string; readonly count: number }

/** What the directory holds, in figures. */
export type Numbers = {
  /** The régions with places and those of the mainland, in the order of their names. */
  readonly regions: readonly Territory[]
  /** The départements with places, in the order of their codes. */
  readonly departments: readonly FacetValue[]
  /** The places in départements. */
  readonly places: number
  /** The number of sources that have places here. */
  readonly sources: number
  /** The day of the last successful import, and of the latest record, ISO 8601; null before the first. */
  readonly importedOn: string | null
  readonly newestOn: string | null
}

/** Asks the API for the figures of the home page; `away` if it does not answer. */
export async function readNumbers(ask: Ask): Promise<Numbers | 'away'> {
  const [regions, counted] = await Promise.all([
    ask<{ readonly items: readonly Territory[] }>('/v1/territories?kind=region&limit=100'),
    countDirectory(ask)
  ])
  if (!('body' in regions) || !counted) return 'away'
  const { departments, places, known } = counted
  return {
    regions: regions.body.items.toSorted((one, other) => one.name.localeCompare(other.name, 'fr')),
    departments: departments.toSorted((one, other) => (one.code < other.code ? -1 : 1)),
    places,
    sources: known.length,
    importedOn: latest(known.map(({ last_success }) => last_success?.finished_at?.slice(0, 10) ?? null)),
    newestOn: latest(known.map(({ fresh_on }) => fresh_on))
  }
}

const latest = (days: readonly (string | null)[]): string | null =>
  days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null)
