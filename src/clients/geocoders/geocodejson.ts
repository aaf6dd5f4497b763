import type { AddressCandidate } from '../../domain/geocoding/address-search.ts'
import type { Candidate } from '../../domain/geocoding/geocoder.ts'
import { candidateOf } from './candidate.ts'

/** The best candidate of a GeoCodeJSON document; null if it has none, undefined if it is not GeoCodeJSON. */
export function readGeocodeJson(text: string): Candidate | null | undefined {
  const features = property(parsed(text), 'features')
  if (!Array.isArray(features)) return undefined
  const [best] = features
  return best === undefined ? null : readFeature(best)
}

const LONGEST_LABEL = 300

/** The candidates with their labels; those of types that we do not know are left out. Undefined if it is not GeoCodeJSON. */
export function readLabelled(text: string): readonly AddressCandidate[] | undefined {
  const features = property(parsed(text), 'features')
  if (!Array.isArray(features)) return undefined
  return features.flatMap((feature) => {
    const candidate = readFeature(feature)
    const label = property(property(feature, 'properties'), 'label')
    if (candidate === undefined || typeof label !== 'string') return []
    return [{ ...candidate, label: label.slice(0, LONGEST_LABEL) }]
  })
}

function readFeature(feature: unknown): Candidate | undefined {
  const [lon, lat] = listOf(property(property(feature, 'geometry'), 'coordinates'))
  const properties = property(feature, 'properties')
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
