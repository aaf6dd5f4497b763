import { type Candidate, FOUND_TYPES } from '../../domain/geocoding/geocoder.ts'

type RawCandidate = { readonly [part in keyof Candidate]: unknown }

/** Reads a candidate whose values may be text or numbers; undefined if they are not valid. */
export function candidateOf({ lat, lon, type, score, citycode }: RawCandidate): Candidate | undefined {
  const [y, x, likeness] = [lat, lon, score].map(numberOf) as [number, number, number]
  const found = FOUND_TYPES.find((each) => each === type)
  if (!(Math.abs(y) <= 90 && Math.abs(x) <= 180 && Number.isFinite(likeness))) return undefined
  if (found === undefined || typeof citycode !== 'string') return undefined
  return { lat: y, lon: x, type: found, score: likeness, citycode }
}

const numberOf = (value: unknown): number =>
  typeof value === 'number'
    ? value
    : typeof value === 'string' && value.trim() !== ''
      ? Number(value)
      : Number.NaN
