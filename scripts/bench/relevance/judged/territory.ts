// Determines which territory a question asks for, and how far a place is from it, at the scale of this territory.

import { type Place, plain } from './place.ts'

export interface Point {
  lat: number
  lon: number
}

export interface Communes {
  centre: Map<string, Point>
  byPostcode: Map<string, Point>
  postcodes: Map<string, Set<string>>
  name: Map<string, string>
}

/**
 * The territory of a question, written as communes `c:14047` (or a part of one, `c:59350@50.64,2.99~59160#lomme`,
 * with its position, postcode and name), département `d:48`, région `r:53`, EPCI `e:200067106`, position of the
 * user `pos`, or `none`.
 */
export interface Where {
  kind: 'communes' | 'point' | 'department' | 'region' | 'epci' | 'none'
  codes: string[]
  points: Point[]
  postcode: string | null
  /**
   * Name of the part of the commune that is meant, if any. A place of the commune with this name in its own name is
   * there.
   */
  part: string | null
  /** Whether the whole commune is meant, so that all its places are there, and not only a part of it. */
  whole: boolean
}

const BIG: Record<string, RegExp> = {
  '75056': /^75(056|1\d\d)$/,
  '69123': /^69(123|38\d)$/,
  '13055': /^13(055|2\d\d)$/
}

function mean(points: Point[]): Point {
  const sum = points.reduce((all, one) => ({ lat: all.lat + one.lat, lon: all.lon + one.lon }), {
    lat: 0,
    lon: 0
  })
  return { lat: sum.lat / points.length, lon: sum.lon / points.length }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

const short = (town: string | null | undefined): string => plain(town).replace(/^sainte?\b/, 'st')

/** Reads the file of La Poste, whose columns are `"code","name","postcode","label","line 5","point","lat","lon"`. */
export function readCommunes(csv: string): Communes {
  const centres = new Map<string, Point[]>()
  const codes = new Map<string, Point[]>()
  const postcodes = new Map<string, Set<string>>()
  const name = new Map<string, string>()
  for (const line of csv.split('\n').slice(1)) {
    const cells = [...line.matchAll(/"([^"]*)"|(?<=,|^)(?=,|$)/g)].map((cell) => cell[1] ?? '')
    const [code, called, postcode] = cells
    const point = { lat: Number(cells[6]), lon: Number(cells[7]) }
    if (code === undefined || postcode === undefined) continue
    name.set(code, short(called))
    postcodes.set(code, (postcodes.get(code) ?? new Set<string>()).add(postcode))
    if (!cells[6] || Number.isNaN(point.lat)) continue
    push(centres, code, point)
    push(codes, postcode, point)
  }
  for (const [whole, parts] of Object.entries(BIG)) {
    const points = [...centres].filter(([code]) => parts.test(code)).flatMap(([, list]) => list)
    if (points.length > 0) centres.set(whole, points)
  }
  const middle = (all: Map<string, Point[]>): Map<string, Point> =>
    new Map([...all].map(([key, list]) => [key, mean(list)]))
  return { centre: middle(centres), byPostcode: middle(codes), postcodes, name }
}

export function kilometres(a: Point, b: Point): number {
  const rad = Math.PI / 180
  const half = Math.sin(((b.lat - a.lat) * rad) / 2) ** 2
  const other = Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2
  return 12_742 * Math.asin(Math.sqrt(half + other))
}

export function readWhere(text: string, position: Point | null, communes: Communes): Where {
  const empty: Where = { kind: 'none', codes: [], points: [], postcode: null, part: null, whole: true }
  if (text === 'none' || text === '') return empty
  if (text === 'pos') return position ? { ...empty, kind: 'point', points: [position], whole: false } : empty
  const [head, rest = ''] = [text.slice(0, 2), text.slice(2)]
  if (head === 'd:') return { ...empty, kind: 'department', codes: rest.split(',') }
  if (head === 'r:') return { ...empty, kind: 'region', codes: rest.split(',') }
  if (head === 'e:') return { ...empty, kind: 'epci', codes: rest.split(',') }
  const [all = '', part] = rest.split('#')
  const [before = '', postcode] = all.split('~')
  const [list = '', at] = before.split('@')
  const codes = list.split(',')
  const [lat, lon] = (at ?? '').split(',').map(Number)
  const given = lat !== undefined && lon !== undefined
  const points = given ? [{ lat, lon }] : codes.flatMap((code) => communes.centre.get(code) ?? [])
  return { kind: 'communes', codes, points, postcode: postcode ?? null, part: part ?? null, whole: !given }
}

/** Distance in kilometres to the nearest of the middles of a territory. */
function nearestOf(where: Where, point: Point): number {
  let least = Number.POSITIVE_INFINITY
  for (const middle of where.points) least = Math.min(least, kilometres(middle, point))
  return least
}

/** The position of a place: its own, otherwise the middle of its commune, otherwise the middle of its postcode. */
export function pointOf(place: Place, communes: Communes): Point | null {
  if (place.location) return place.location
  const { commune, postcode } = place.address
  const centre = commune ? communes.centre.get(commune) : undefined
  return centre ?? (postcode ? (communes.byPostcode.get(postcode) ?? null) : null)
}

const within = (codes: string[], commune: string | null): boolean =>
  commune !== null && codes.some((code) => code === commune || BIG[code]?.test(commune) === true)

/** Whether a place is in the requested territory. This is decided by its address, not by its position. */
export function inside(place: Place, where: Where, communes: Communes): boolean {
  const { commune, postcode, department, region, epci } = place.address
  if (where.kind === 'none') return true
  if (where.kind === 'point') return false
  if (where.kind === 'epci') return epci !== null && where.codes.includes(epci)
  if (where.kind === 'region') return region !== null && where.codes.includes(region)
  if (where.kind === 'department') {
    const own = department ?? postcode?.slice(0, postcode.startsWith('97') ? 3 : 2) ?? ''
    return where.codes.includes(own)
  }
  if (!where.whole) {
    if (where.part !== null && within(where.codes, commune) && plain(place.name).includes(where.part))
      return true
    return where.postcode !== null && where.postcode === postcode
  }
  if (within(where.codes, commune)) return true
  if (commune === null || BIG['13055']?.test(commune) || commune === '75056' || commune === '69123') {
    return postcode !== null && where.codes.some((code) => only(code, postcode, place, communes))
  }
  return false
}

/**
 * Whether the postcode of a place belongs to the commune. If the place has no commune, the name of its city, which
 * is often cut off, must also be the beginning of the commune's name.
 */
function only(code: string, postcode: string, place: Place, communes: Communes): boolean {
  if (!communes.postcodes.get(code)?.has(postcode)) return false
  const city = short(place.address.city)
  return place.address.commune !== null || communes.name.get(code)?.startsWith(city) === true
}

/**
 * Moves the middle of a town to where its places are, because the centroid of its area may be elsewhere (Granville,
 * Arles).
 */
export function centred(where: Where, places: Place[], communes: Communes): Where {
  if (where.kind !== 'communes' || !where.whole) return where
  const points = where.codes.flatMap((code) => {
    const exact = places.filter(
      (place) => within([code], place.address.commune) && place.location?.precision === null
    )
    const own = exact.flatMap((place) => place.location ?? [])
    const centre = communes.centre.get(code)
    if (own.length < 3) return centre ?? []
    const middle = (values: number[]): number =>
      values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
    return { lat: middle(own.map((one) => one.lat)), lon: middle(own.map((one) => one.lon)) }
  })
  return { ...where, points }
}

export interface Scale {
  /** Distance in kilometres up to which a place counts as near. */
  near: number
  /** Distance in kilometres of the places of the territory itself from its middle. */
  spread: number
}

/**
 * The scale of a territory. Where places are close together, people travel less far, so near is a share of the
 * distance of the 25th place.
 */
export function scaleOf(where: Where, far: Float64Array, own: boolean[]): Scale {
  if (where.points.length === 0) return { near: 12, spread: 0 }
  const inner = far.filter((km, index) => own[index] === true && Number.isFinite(km)).sort()
  const sorted = Float64Array.from(far).sort()
  const spread = where.whole ? (inner[Math.floor(inner.length * 0.75)] ?? 0) : 1
  const near = Math.min(12, Math.max(2, (sorted[24] ?? 30) / 2.5))
  return { near, spread: Math.min(spread, 8) }
}

/** Kilometres by which a place is outside the territory: 0 inside, infinite if the territory has no middle. */
export function beyond(straight: number, own: boolean, scale: Scale): number {
  return own ? 0 : Math.max(0, straight - scale.spread)
}

/**
 * Kilometres from the middle of the requested territory. For a territory without a middle, such as a département, 0
 * inside and infinite outside.
 */
export function straight(place: Place, where: Where, communes: Communes): number {
  if (where.points.length === 0) return inside(place, where, communes) ? 0 : Number.POSITIVE_INFINITY
  const point = pointOf(place, communes)
  return point ? nearestOf(where, point) : Number.POSITIVE_INFINITY
}
