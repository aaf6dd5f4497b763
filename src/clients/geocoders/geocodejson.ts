import type { Candidate } from '../../domain/geocoding/geocoder.ts'
import { candidateOf } from './candidate.ts'

/** The best candidate of a GeoCodeJSON document; null if it has none, undefined if it is not GeoCodeJSON. */
export function readGeocodeJson(text: string): Candidate | null | undefined {
  const features = property(parsed(text), 'features')
  if (!Array.isArray(features)) return undefined
  const [best] = features
  if (best === undefined) return null
  const [lon, lat] = listOf(property(property(best, 'geometry'), 'coordinates'))
  const properties = property(best, 'properties')
  return candidateOf({
    lat,
    lon,
    type: property(properties, 'type'),
    score: property(properties, 'score'),
    citycode: property(properties, 'citycode')
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined
