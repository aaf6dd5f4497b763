import type { Location } from '../../domain/place.ts'
import { type Repair, replace } from '../clean/step.ts'
import type { RowReader } from '../row.ts'

const DEGREES: readonly Repair[] = [
  { name: 'dropped signs around the coordinate', apply: (value) => value.replace(/[\s°]+/g, '') },
  replace('wrote a decimal comma as a point', /^(-?\d+),(\d+)$/, '$1.$2')
]

type Box = { readonly lat: readonly [number, number]; readonly lon: readonly [number, number] }

/** Where French places lie, each box a little larger than its land. None of them fits another with axes swapped. */
const FRANCE: readonly Box[] = [
  { lat: [41.2, 51.3], lon: [-5.4, 9.8] }, // metropolitan France and Corsica
  { lat: [14.2, 18.3], lon: [-63.3, -60.7] }, // Martinique, Guadeloupe, Saint-Martin, Saint-Barthélemy
  { lat: [2, 6], lon: [-54.8, -51.4] }, // Guyane
  { lat: [-21.6, -20.7], lon: [55, 56] }, // La Réunion
  { lat: [-13.2, -12.4], lon: [44.8, 45.5] }, // Mayotte
  { lat: [46.6, 47.3], lon: [-56.7, -56] }, // Saint-Pierre-et-Miquelon
  { lat: [-23.2, -17.5], lon: [157, 172.5] }, // Nouvelle-Calédonie
  { lat: [-28.5, -7.5], lon: [-155.5, -134] }, // Polynésie française
  { lat: [-14.8, -12.8], lon: [-178.6, -175.8] } // Wallis-et-Futuna
]

const isIn = ({ lat, lon }: Box, y: number, x: number): boolean =>
  y >= lat[0] && y <= lat[1] && x >= lon[0] && x <= lon[1]
const inFrance = (y: number, x: number): boolean => FRANCE.some((box) => isIn(box, y, x))

/** The rectangle of Lambert-93 (EPSG:2154): metres, where degrees were asked. */
const inLambert93 = (x: number, y: number): boolean =>
  x >= 0 && x <= 1_300_000 && y >= 6_000_000 && y <= 7_200_000

/** A producer's position. One that is certainly wrong is told and left out: no position is better than a false one. */
export function readPosition(row: RowReader, latitude: string, longitude: string): Location | null {
  const cells = [row.cell([latitude], DEGREES), row.cell([longitude], DEGREES)] as const
  const [north, east] = cells
  if (north === null && east === null) return null
  const lat = Number(north?.value ?? 'missing')
  const lon = Number(east?.value ?? 'missing')

  const fault = faultOf(lat, lon)
  if (fault === null) return at(lat, lon)
  if (inFrance(lon, lat)) {
    row.tell({ kind: 'repaired', field: latitude, reason: 'swapped latitude and longitude back' })
    return at(lon, lat)
  }
  const value = cells.map((cell) => cell?.value ?? '').join(', ')
  row.tell({ kind: 'unreadable', field: `${latitude}, ${longitude}`, value, reason: fault })
  return null
}

function faultOf(lat: number, lon: number): string | null {
  if (!Number.isFinite(lat) || !Number.isFinite(lon)) return 'not two numbers'
  if (lat === 0 && lon === 0) return '0, 0 lies in the Gulf of Guinea: a missing position'
  if (inLambert93(lat, lon) || inLambert93(lon, lat)) return 'metres of Lambert-93, not degrees of WGS 84'
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) return 'out of the range of WGS 84'
  return inFrance(lat, lon) ? null : 'not in France'
}

const at = (lat: number, lon: number): Location => ({ lat, lon, origin: 'producer', precision: null })
