import { flatten, isObject } from '../read/flatten.ts'
import type { Raw } from '../source.ts'

/** The column in which `columnsOf` puts the position of a GeoJSON point: longitude, then latitude. */
export const FEATURE_POINT = 'geometry.coordinates'

/**
 * The optional prefix of a GeoJSON feature's properties: in a mapping, `properties.nom` and `nom` are the same
 * column.
 */
export const PROPERTIES = 'properties.'

export const isFeature = (raw: Raw): boolean => raw.type === 'Feature' && isObject(raw.properties)

export const isPoint = ({ geometry }: Raw): boolean => isObject(geometry) && geometry.type === 'Point'

/**
 * Returns the columns of a record. Nested properties are named `a.b`, and the properties of a GeoJSON feature are
 * named without `properties.`. Outside its properties, only the id and the coordinates of a feature carry
 * information; a property whose name is also used outside the properties keeps its prefix.
 */
export function columnsOf(raw: Raw): Raw {
  if (!isFeature(raw)) return flatten(raw)
  const { properties, type: _, bbox: __, geometry, ...frame } = raw
  const outside: Raw = {
    ...flatten(frame),
    ...(isObject(geometry) && { [FEATURE_POINT]: geometry.coordinates })
  }
  const inside = Object.entries(flatten(properties as Raw)).map(
    ([column, value]) => [column in outside ? `${PROPERTIES}${column}` : column, value] as const
  )
  return { ...outside, ...Object.fromEntries(inside) }
}
