import { kilometresOnPlane } from '../geo/distance.ts'
import type { Point } from '../geo/geo.ts'
import type { Centres, CommuneIndex } from './communes.ts'
import { TOWN_CENTRES } from './town-centres.ts'

/** The centres of about 400 towns, used until an official file is loaded. */
export const BUILT_IN_CENTRES: Centres = new Map(TOWN_CENTRES.map((town) => [town.commune, town]))

/** A position confirms the name of a commune if its centre is within this distance. */
export const NEAR_KM = 15
/** Radius of the largest communes of metropolitan France, Arles and Val-d’Isère. */
const INSIDE_KM = 20
const DEGREES_NEAR = NEAR_KM / 111

type Sorted = readonly { readonly code: string; readonly centre: Point }[]

/** Cached, because sorting takes about 10 ms and thousands of rows need it. */
const sorted = new WeakMap<Centres, Sorted>()

function byLatitude(centres: Centres): Sorted {
  const known = sorted.get(centres)
  if (known !== undefined) return known
  const all = [...centres].map(([code, centre]) => ({ code, centre }))
  const made = all.toSorted((one, other) => one.centre.lat - other.centre.lat)
  sorted.set(centres, made)
  return made
}

/** The index of the first centre at or north of a latitude, by binary search. */
function firstFrom(all: Sorted, lat: number): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle]?.centre.lat ?? 0) < lat) low = middle + 1
    else high = middle
  }
  return low
}

/** The codes of the communes whose centre is within 15 km. */
export function communesNear(centres: Centres, position: Point): readonly string[] {
  const all = byLatitude(centres)
  const band = all.slice(
    firstFrom(all, position.lat - DEGREES_NEAR),
    firstFrom(all, position.lat + DEGREES_NEAR)
  )
  return band.filter(({ centre }) => kilometresOnPlane(position, centre) <= NEAR_KM).map(({ code }) => code)
}

/**
 * With fewer known centres than this, the nearest one may be the centre of a town further away. France has about
 * 34 900 communes.
 */
const ALL_CENTRES = 30_000

type NearCentre = { readonly code: string; readonly km: number }

/**
 * The communes whose centre is within 15 km, the nearest first; empty unless the centres of all communes are
 * known. Municipal arrondissements are left out, because their centres surround the centre of their commune.
 */
export function nearestCentres(
  index: CommuneIndex,
  centres: Centres,
  position: Point
): readonly NearCentre[] {
  if (centres.size < ALL_CENTRES) return []
  return communesNear(centres, position)
    .filter((code) => index.byCode.get(code)?.relation === 'current')
    .map((code) => ({ code, km: kilometresTo(centres, code, position) ?? Number.POSITIVE_INFINITY }))
    .toSorted((one, other) => one.km - other.km)
}

/** The distance in kilometres from the position to the centre of the commune; null if the centre is unknown. */
export function kilometresTo(centres: Centres, code: string, position: Point): number | null {
  const centre = centres.get(code)
  return centre === undefined ? null : kilometresOnPlane(position, centre)
}

/**
 * Whether the position may be in the commune: near its centre or, if the centre is unknown, in its département.
 */
export function mayBeIn(
  index: CommuneIndex,
  centres: Centres,
  { commune, department }: { readonly commune: string; readonly department: string },
  position: Point
): boolean {
  const away = kilometresTo(centres, commune, position)
  return away === null ? departmentAt(index, centres, position) === department : away <= INSIDE_KM
}

/** The département of the nearest centre. */
function departmentAt(index: CommuneIndex, centres: Centres, position: Point): string | null {
  let nearest: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (const [code, centre] of centres) {
    const away = kilometresOnPlane(position, centre)
    if (away < least) [nearest, least] = [code, away]
  }
  return nearest === null ? null : (index.byCode.get(nearest)?.department ?? null)
}
