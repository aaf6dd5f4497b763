import type { Point } from '../domain/geo/geo.ts'
import type { FoundPlace } from '../domain/places/place.ts'
import { communeName } from '../domain/territories/commune-name.ts'
import type { Territory } from '../domain/territories/territory.ts'
import type { Ask } from './shell/api.ts'
import { bearing } from './small-map/geometry.ts'
import type { MapTown } from './small-map/towns-around.ts'

/** What the reader gave: a town as typed, the commune chosen among several, or a position in degrees. */
type Meant = {
  readonly where?: string | undefined
  readonly commune?: string | undefined
  readonly lat?: string | undefined
  readonly lon?: string | undefined
}

export type Town = Pick<Territory, 'code' | 'name' | 'department' | 'epci' | 'postcodes'> & {
  /** Point from which distances are measured; null if no place nearby has a position. */
  readonly centre: Point | null
  /**
   * What `centre` is: the centre of the town itself, the middle of the places there, or the position of the reader.
   */
  readonly from: 'centre' | 'places' | 'position'
}

/** The town that the reader means, several towns to choose from, or `away` if the API did not answer. */
type TownRead = { readonly town: Town } | { readonly choices: readonly Territory[] } | 'away'

const MOST_CHOICES = 12

/**
 * Finds the town: around a position if one is given, by its code if the reader chose one, otherwise by the typed
 * name or postcode.
 */
export async function readTown(ask: Ask, { where = '', commune, lat, lon }: Meant): Promise<TownRead> {
  if (lat !== undefined && lon !== undefined) {
    return { town: await townAround(ask, { lat: Number(lat), lon: Number(lon) }) }
  }
  const postcode = /(?<!\d)\d{5}(?!\d)/.exec(where)?.[0]
  if (commune !== undefined) {
    const chosen = await ask<Territory>(`/v1/territories/commune/${commune}`)
    if ('body' in chosen) return { town: await placed(ask, chosen.body, postcode) }
    if (chosen.status !== 404) return 'away'
  }
  const name = communeName(where.replace(postcode ?? '', ''))
  const found = await territories(ask, postcode ?? where)
  if (found === 'away') return 'away'
  const named = name === '' ? found : found.filter((each) => communeName(each.name) === name)
  const likely = named.length > 0 ? named : found
  const [only, ...others] = likely.length > 0 ? likely : await resembling(ask, where)
  // If the names are only similar, the reader is asked, because one more question is better than the wrong town.
  if (!only || others.length > 0 || likely.length === 0) {
    return { choices: [only, ...others].flatMap((each) => each ?? []) }
  }
  return { town: await placed(ask, only, postcode) }
}

/** Distances in degrees on each side of a position within which its commune is looked for: 5 km, then 20 km. */
const ABOUT = [0.05, 0.2]

/**
 * The commune with the nearest centre. Its `centre` is replaced by the position itself, so that distances are measured
 * from there. Its name is empty if no commune is near.
 */
async function townAround(ask: Ask, at: Point): Promise<Town> {
  for (const degrees of ABOUT) {
    const box = [at.lon - degrees, at.lat - degrees, at.lon + degrees, at.lat + degrees]
    const asked = `/v1/territories?kind=commune&limit=100&bbox=${box.map((each) => each.toFixed(5))}`
    const answered = await ask<{ readonly items: readonly Territory[] }>(asked)
    const [nearest] = ('body' in answered ? answered.body.items : [])
      .flatMap((town) => (town.centre ? { town, metres: bearing(at, town.centre).metres } : []))
      .toSorted((one, other) => one.metres - other.metres)
    if (nearest) return { ...nearest.town, centre: at, from: 'position' }
  }
  return { code: '', name: '', department: null, epci: null, postcodes: [], centre: at, from: 'position' }
}

async function territories(ask: Ask, q: string): Promise<readonly Territory[] | 'away'> {
  const query = new URLSearchParams({ kind: 'commune', limit: String(MOST_CHOICES), q })
  const answered = await ask<{ readonly items: readonly Territory[] }>(`/v1/territories?${query}`)
  if ('body' in answered) return answered.body.items
  return answered.status === 400 ? [] : 'away'
}

type Suggestions = { readonly items: readonly { readonly kind: string; readonly code: string }[] }

/** Returns towns with names similar to the typed text. */
async function resembling(ask: Ask, q: string): Promise<readonly Territory[]> {
  const answered = await ask<Suggestions>(`/v1/suggest?${new URLSearchParams({ q })}`)
  const codes = 'body' in answered ? answered.body.items.filter(({ kind }) => kind === 'commune') : []
  const towns = await Promise.all(codes.map(({ code }) => ask<Territory>(`/v1/territories/commune/${code}`)))
  return towns.flatMap((town) => ('body' in town ? town.body : []))
}

/**
 * Minimum number of postcodes of a city in which each postcode stands for a part. The middle of such a part is
 * nearer to the reader than the centre of the city.
 */
const MANY_POSTCODES = 4

/**
 * Adds the point from which distances are measured. In a large city, it is the middle of the places with the typed
 * postcode; otherwise it is the centre of the town or, if this is unknown, the middle of the places in or around
 * the town.
 */
async function placed(ask: Ask, town: Territory, postcode: string | undefined): Promise<Town> {
  const part = postcode && town.postcodes.length >= MANY_POSTCODES ? [`postcode=${postcode}`] : []
  const around = [
    `commune=${town.code}`,
    ...(town.epci === null ? [] : [`epci=${town.epci}`]),
    ...(town.department === null ? [] : [`department=${town.department}`])
  ]
  for (const filter of town.centre ? part : [...part, ...around]) {
    const centre = await midstOf(ask, filter)
    if (centre) return { ...town, centre, from: 'places' }
  }
  return { ...town, from: 'centre' }
}

const ENOUGH = 30

async function midstOf(ask: Ask, filter: string): Promise<Point | null> {
  const answered = await ask<{ readonly items: readonly Pick<FoundPlace, 'location'>[] }>(
    `/v1/places?${filter}&limit=${ENOUGH}&total=none&fields=location`
  )
  const points = 'body' in answered ? answered.body.items.flatMap(({ location }) => location ?? []) : []
  const mean = (of: (point: Point) => number) =>
    points.reduce((sum, each) => sum + of(each), 0) / points.length
  return points.length === 0 ? null : { lat: mean(({ lat }) => lat), lon: mean(({ lon }) => lon) }
}

/** The town as a dot on the drawing; null if `centre` is not the town's own centre. */
export const homeOf = ({ code, name, centre, from }: Town): MapTown | null =>
  centre && from === 'centre' ? { code, name, at: centre } : null
