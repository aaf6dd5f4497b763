import type { PlaceText } from '../../../domain/places/place.ts'
import { presentFeature, presentPlace } from './place.ts'

type Batches = AsyncIterable<readonly PlaceText[]>

export async function* writeNdjson(batches: Batches): AsyncIterable<string> {
  for await (const batch of batches) yield batch.map((place) => `${presentPlace(place)}\n`).join('')
}

export async function* writeGeoJson(batches: Batches): AsyncIterable<string> {
  yield '{"type":"FeatureCollection","features":['
  let separator = '\n'
  for await (const batch of batches) {
    yield separator + batch.map((place) => presentFeature(place)).join(',\n')
    separator = ',\n'
  }
  yield '\n]}\n'
}
