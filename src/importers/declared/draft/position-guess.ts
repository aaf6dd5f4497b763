import { normaliseLabel } from '../../../domain/vocabularies/read-label.ts'
import { FEATURE_POINT } from '../feature.ts'
import type { Mapping } from '../mapping-schema.ts'
import { type Column, shareOf } from './columns.ts'

type Position = NonNullable<Mapping['place']['position']>

/** The position, and the columns that hold it; null if none was found. A GeoJSON point is read without a mapping. */
type Guess = { readonly position: Position | null; readonly columns: readonly Column[] }

const COORDINATE =
  /^(?:x|y|lat|lon|lng|long|latitude|longitude)$|\b(?:latitude|longitude|lat|lon|lng|coord[a-z]*|wgs84)\b|^(?:coord|geo)[a-z]* ?[xy]$/
const PAIR = /^\[?\s*-?\d{1,3}[.,]\d+\s*[,;/|\s]\s*-?\d{1,3}[.,]\d+\s*\]?$/

const numberOf = (value: string): number => Number(value.replace(',', '.').replaceAll(' ', ''))
const isNumber = (value: string): boolean => Number.isFinite(numberOf(value)) && value !== ''

export function positionGuess(columns: readonly Column[]): Guess {
  const frame = columns.filter(({ name }) => name === FEATURE_POINT)
  if (frame.length > 0) return { position: null, columns: frame }
  const axes = columns.filter(
    (column) => COORDINATE.test(headerOf(column)) && shareOf(column, isNumber) > 0.8
  )
  const [one, other] = axes
  if (one !== undefined && other !== undefined) {
    const [lat, lon] = isLatitude(one, other) ? [one, other] : [other, one]
    return { position: { lat: lat.name, lon: lon.name }, columns: [lat, lon] }
  }
  const pair = columns.find((column) => shareOf(column, (value) => PAIR.test(value)) > 0.7)
  if (pair === undefined) return { position: null, columns: [] }
  const first = medianOf(
    pair.values.map((value) => Number.parseFloat(value.replace(/^\[\s*/, '').replace(',', '.')))
  )
  return {
    position: { point: pair.name, order: Math.abs(first) > 40 ? 'lat-lon' : 'lon-lat' },
    columns: [pair]
  }
}

/**
 * Whether the first column holds latitudes and the other one longitudes. The values decide before the headers,
 * because one published file has its latitudes in "Coord. X". In metropolitan France, latitudes are the larger
 * numbers.
 */
function isLatitude(one: Column, other: Column): boolean {
  const [left, right] = [one, other].map(({ values }) => medianOf(values.map(numberOf)))
  if (left !== undefined && right !== undefined && Math.max(left, right) > 41 && Math.min(left, right) > -6)
    return left > right
  return /lat|\by\b/.test(headerOf(one))
}

const headerOf = ({ name }: Column): string => normaliseLabel(name)

const medianOf = (numbers: readonly number[]): number => {
  const sorted = numbers.filter(Number.isFinite).toSorted((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
