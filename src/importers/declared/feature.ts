import { flatten, isObject } from '../read/flatten.ts'
import type { Raw } from '../source.ts'

/** The column in which `columnsOf` puts the position of a GeoJSON point: longitude, then latitude. */
export const FEATURE_POINT = 'geometry.coordinates'

/** Mappings may write it before the properties of a feature, and need not. */
export const PROPERTIES = 'properties.'

export const isFeature = (raw: Raw): boolean => raw.type === 'Feature' && isObject(raw.properties)

export const isPoint = ({ geometry }: Raw): boolean => isObject(geometry) && geometry.type === 'Point'

/**
 * The columns of a record: nested properties as `a.b`, and those of a GeoJSON feature without `properties.`. Of the
 * feature itself, only its id and its coordinates say something; a property with the same name keeps its prefix.
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
