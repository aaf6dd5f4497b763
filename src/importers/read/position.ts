import { kilometresOnPlane } from '../../domain/geo/distance.ts'
import type { Point } from '../../domain/geo/geo.ts'
import type { Address, Location } from '../../domain/places/place.ts'
import type { CommuneEvidence } from '../../domain/territories/clues.ts'
import type { Centres, CommuneIndex } from '../../domain/territories/communes.ts'
import { BUILT_IN_CENTRES, communesNear, kilometresTo } from '../../domain/territories/near-communes.ts'
import { resolveCommune } from '../../domain/territories/resolve-commune.ts'
import { fromLambert93, inLambert93 } from '../clean/lambert93.ts'
import { clean, type Repair, replace } from '../clean/step.ts'
import type { Cell, RowReader } from '../row.ts'
import type { Lookups } from '../source.ts'

/** Matches a coordinate that contains a letter of the compass or minutes: `46°58'48" N`, `N 46.98` or `3,15° O`. */
const COMPASS =
  /^([NSEWO])?\s*(\d+(?:[.,]\d+)?)\s*°?\s*(?:(\d+(?:[.,]\d+)?)\s*['′’]\s*(?:(\d+(?:[.,]\d+)?)\s*(?:["″”]|'')\s*)?)?([NSEWO])?$/i

/**
 * Converts such a coordinate to decimal degrees, rounded to seven decimals, which is about a centimetre. The letter
 * O stands for the French ouest.
 */
function degreesFrom(text: string): string {
  const [, before, degrees, minutes, seconds, after] = COMPASS.exec(text.trim()) ?? []
  const letter = before ?? after
  if (degrees === undefined || (letter === undefined && minutes === undefined)) return text
  const [whole = 0, sixtieths = 0, rest = 0] = [degrees, minutes, seconds].map((part) =>
    Number(part?.replace(',', '.') ?? 0)
  )
  const sign = /[SWO]/i.test(letter ?? '') ? -1 : 1
  return String(Math.round(sign * (whole + sixtieths / 60 + rest / 3600) * 1e7) / 1e7)
}

const DEGREES: readonly Repair[] = [
  replace('replaced a dash with a minus sign', /^\s*[−–—]\s*(?=\d)/, '-'),
  { name: 'converted degrees with minutes or a letter of the compass', apply: degreesFrom },
  {
    name: 'removed degree signs and spaces in the coordinate',
    apply: (value) => value.replace(/[\s°]+/g, '')
  },
  replace('replaced the decimal comma with a point', /^(-?\d+),(\d+)$/, '$1.$2')
]

type Box = { readonly lat: readonly [number, number]; readonly lon: readonly [number, number] }

/**
 * Bounding boxes of France, slightly larger than the land. If latitude and longitude are swapped, no box overlaps
 * another one, so swapped coordinates can be recognised.
 */
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

/** A position in a source, and the column and value that it was read from. */
export type GivenPosition = { readonly location: Location; readonly field: string; readonly value: string }

/**
 * The position given by a producer. If it is certainly wrong, it is reported and left out: no position is
 * better than a wrong one.
 */
export const readPosition = (row: RowReader, latitude: string, longitude: string): GivenPosition | null =>
  positionOf(row, [row.cell([latitude], []), row.cell([longitude], [])])

export function positionOf(row: RowReader, cells: readonly [Cell | null, Cell | null]): GivenPosition | null {
  const [north, east] = apart(row, cells).map((cell) => degreesOf(row, cell)) as [Cell | null, Cell | null]
  if (north === null && east === null) return null
  const { field, value } = together([north, east])
  const [lat, lon] = [north, east].map((cell) => Number(cell?.value ?? 'missing')) as [number, number]

  const found = checkPosition(lat, lon)
  if ('fault' in found) {
    const wrong = together(wrongOf(north, east))
    row.report({ kind: 'unreadable', ...wrong, reason: found.fault, position: 'refused' })
    return null
  }
  if (found.repair !== null)
    row.report({
      kind: 'repaired',
      field: north?.column ?? field,
      reason: found.repair,
      position: 'repaired'
    })
  return { location: { lat: found.lat, lon: found.lon, origin: 'producer', precision: null }, field, value }
}

/** Two coordinates with decimals: "46,98 3,15" or "46.98,3.15". */
const BOTH = /^\s*([-−]?\d+[.,]\d+)\s*(?:[;|/]|,?\s|,(?=[-−]?\d+\.))\s*([-−]?\d+[.,]\d+)\s*$/

/** Splits a cell that contains both coordinates, if the other cell is empty or has the same value. */
function apart(
  row: RowReader,
  [north, east]: readonly [Cell | null, Cell | null]
): readonly [Cell | null, Cell | null] {
  const both = north ?? east
  const [, lat, lon] = BOTH.exec(both?.value ?? '') ?? []
  const isOne = north === null || east === null || north.value === east.value
  if (both === null || lat === undefined || lon === undefined || !isOne) return [north, east]
  const reason = 'split latitude and longitude, which were in one cell'
  row.report({ kind: 'repaired', field: both.column, reason, position: 'repaired' })
  return [
    { ...both, value: lat },
    { ...both, value: lon }
  ]
}

/**
 * The columns and the values as written in them, joined by commas; given only once if both coordinates are in one
 * column.
 */
function together(cells: readonly (Cell | null)[]): Pick<GivenPosition, 'field' | 'value'> {
  const written = new Map(cells.flatMap((cell) => (cell === null ? [] : [[cell.column, cell.written]])))
  return { field: [...written.keys()].join(', '), value: [...written.values()].join(', ') }
}

/** The cell that cannot be a coordinate, if the other one can; otherwise both. */
function wrongOf(north: Cell | null, east: Cell | null): readonly (Cell | null)[] {
  const [lat, lon] = [isCoordinate(north, 90), isCoordinate(east, 180)]
  if (north !== null && !lat && lon) return [north]
  return east !== null && !lon && lat ? [east] : [north, east]
}

const isCoordinate = (cell: Cell | null, most: number): boolean =>
  cell !== null && Math.abs(Number(cell.value)) <= most

/**
 * Returns the location of the position. If it is far from the commune, this is reported, but the location is kept:
 * a house may lie outside the commune of its address, and the code of a commune may be wrong. If the distance is
 * too large for a mistake about the commune, and name and postcode agree on the commune, the location is left out,
 * so that the place gets the position of its address instead.
 */
export function locationIn(
  row: RowReader,
  given: GivenPosition | null,
  address: Address,
  { communes, centres }: Lookups
): Location | null {
  const { commune } = address
  if (given === null || commune === null) return given?.location ?? null
  const { location, field, value } = given
  const away = kilometresFrom(commune, centres, location)
  const wrongKm = isWide(commune) ? WRONG_KM.wide : WRONG_KM.usual
  if (away !== null && away > wrongKm && isNamedByAddress(address, communes)) {
    const reason = `more than ${wrongKm} km from the centre of the commune ${commune}, which the rest of the address confirms; left out`
    row.report({ kind: 'unreadable', field, value, reason, position: 'refused' })
    return null
  }
  const other = away !== null && away > OUTSIDE_KM ? townAt(location, commune, communes, centres) : null
  if (other !== null && isNamedByAddress(address, communes)) {
    const reason = `in the middle of the commune ${other}, ${Math.round(away ?? 0)} km from the centre of the commune ${commune}, which the rest of the address confirms; left out`
    row.report({ kind: 'unreadable', field, value, reason, position: 'refused' })
    return null
  }
  if (away !== null && away > FAR_KM && !commune.startsWith(GUYANE)) {
    const reason = `more than ${FAR_KM} km from the centre of the commune ${commune}; kept`
    row.report({ kind: 'unreadable', field, value, reason, position: 'flagged' })
  }
  return location
}

/** The commune whose centre is within a walk of the position, unless the address may mean a part of it. */
function townAt(
  position: Point,
  commune: string,
  communes: CommuneIndex,
  centres: Centres = BUILT_IN_CENTRES
): string | null {
  const own = communes.byCode.get(commune)?.commune
  const there = communesNear(centres, position).find((code) => {
    const away = kilometresTo(centres, code, position)
    return away !== null && away <= MIDDLE_KM && communes.byCode.get(code)?.commune !== own
  })
  return there ?? null
}

/**
 * Whether name and postcode alone lead to the commune. If the producer gave no name, `city` is the name for the
 * code.
 */
function isNamedByAddress({ city, postcode, commune }: Address, communes: CommuneIndex): boolean {
  if (city === null || postcode === null) return false
  const found = resolveCommune(communes, { name: city, postcode })
  return found.commune !== null && found.commune.code === commune && BY_NAME_AND_POSTCODE.has(found.by)
}

const BY_NAME_AND_POSTCODE: ReadonlySet<CommuneEvidence> = new Set([
  'name-and-postcode',
  'name-and-cedex',
  'small-words-in-postcode',
  'part-of-name-in-postcode',
  'misspelt-in-postcode'
])

function degreesOf(row: RowReader, cell: Cell | null): Cell | null {
  if (cell === null) return null
  const { value, applied } = clean(DEGREES, cell.value)
  for (const reason of applied)
    row.report({ kind: 'repaired', field: cell.column, reason, position: 'repaired' })
  return value === '' ? null : { ...cell, value }
}

type CheckedPosition = { readonly lat: number; readonly lon: number; readonly repair: string | null }

function checkPosition(lat: number, lon: number): CheckedPosition | { readonly fault: string } {
  if (!Number.isFinite(lat) || !Number.isFinite(lon)) return { fault: 'not two numbers' }
  if (lat === 0 && lon === 0) return { fault: '0, 0 means that the position is missing' }
  for (const [x, y] of [
    [lon, lat],
    [lat, lon]
  ] as const) {
    const degrees = inLambert93(x, y) ? fromLambert93(x, y) : null
    if (degrees === null) continue
    if (!inFrance(degrees.lat, degrees.lon)) return { fault: 'Lambert-93 coordinates outside France' }
    return { ...degrees, repair: 'converted Lambert-93 to WGS 84' }
  }
  if (inFrance(lat, lon)) return { lat, lon, repair: null }
  if (inFrance(lon, lat)) return { lat: lon, lon: lat, repair: 'swapped latitude and longitude' }
  return Math.abs(lat) > 90 || Math.abs(lon) > 180
    ? { fault: 'outside the range of WGS 84' }
    : { fault: 'outside France' }
}

/**
 * Distance from the centre of the commune in kilometres above which a position is reported. It is the radius of the
 * largest communes of metropolitan France, Arles and Val-d’Isère; communes of Guyane are larger, and are only
 * checked against `WRONG_KM`.
 */
const FAR_KM = 20
/** Outside most communes. In larger ones, like Arles, no other centre is within `MIDDLE_KM`. */
const OUTSIDE_KM = 12
const MIDDLE_KM = 2
const GUYANE = '973'
const POLYNESIE = '987'

/**
 * Distance in kilometres above which a position is left out. It is larger for Guyane and Polynésie française, where
 * communes stretch over 300 km.
 */
const WRONG_KM = { usual: 100, wide: 500 } as const
const isWide = (commune: string): boolean => commune.startsWith(GUYANE) || commune.startsWith(POLYNESIE)

/**
 * Distance in kilometres from the centre of the commune, or null if the centre is unknown. A planar approximation
 * is precise enough.
 */
function kilometresFrom(commune: string, centres: Centres | undefined, found: Point): number | null {
  const centre = centres?.get(commune) ?? BUILT_IN_CENTRES.get(commune)
  return centre === undefined ? null : kilometresOnPlane(centre, found)
}
