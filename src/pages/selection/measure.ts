import type { Point } from '../../domain/geo/geo.ts'
import type { FoundPlace } from '../../domain/places/place.ts'
import type { Territory } from '../../domain/territories/territory.ts'
import type { From } from '../addresses/selection.ts'
import type { ShownPlace } from '../place/place-page.tsx'
import type { Ask } from '../shell/api.ts'
import { bearing } from '../small-map/geometry.ts'
import { readTown } from '../town.ts'

/**
 * From where distances are measured: from nowhere, from a point, or from a town that is still to be chosen. The name of
 * a point is null if it is the position of the reader.
 */
export type Measure =
  | { readonly kind: 'none' }
  | { readonly kind: 'point'; readonly at: Point; readonly name: string | null }
  | { readonly kind: 'unclear'; readonly typed: string; readonly choices: readonly Territory[] }

/** The point from which distances are measured, or why there is none. */
export async function measureFrom(ask: Ask, from: From): Promise<Measure> {
  const { where = '', commune, lat } = from
  if (where === '' && commune === undefined && lat === undefined) return { kind: 'none' }
  const read = await readTown(ask, from)
  if (read === 'away') return { kind: 'none' }
  if ('choices' in read) return { kind: 'unclear', typed: where, choices: read.choices }
  const { centre, name } = read.town
  return centre
    ? { kind: 'point', at: centre, name: read.town.from === 'position' ? null : name }
    : { kind: 'none' }
}

/** The place with its distance as the crow flies. */
export const measured = (place: ShownPlace, measure: Measure): ShownPlace & Pick<FoundPlace, 'distance_m'> =>
  measure.kind === 'point' && place.location
    ? { ...place, distance_m: bearing(measure.at, place.location).metres }
    : place
