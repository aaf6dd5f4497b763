import { type InputFault, senselessQuestion } from '../../domain/errors.ts'
import type { BBox, Point, Polygons } from '../../domain/geo/geo.ts'
import type { Moment, OpenFilter } from '../../domain/opening/open-at.ts'
import { COUNTED, defaultSort, type Filters, type Question } from '../../domain/search/search-question.ts'
import { TERRITORIES } from '../../domain/territories/territory-parameters.ts'
import { DAY_MS, MINUTE_MS } from '../../domain/time.ts'
import { CODE_PARAMETERS } from '../../domain/vocabularies/term.ts'
import type { FilterQuery, SearchQuery } from './schemas/search-query.ts'

const LIMIT = 20

/**
 * The question that the parameters ask, at the epoch millisecond `now`. With `fromPlace`, distances are
 * measured from a place if `lat` and `lon` are missing. Throws `senselessQuestion` if parameters contradict
 * each other.
 */
export function toQuestion(query: SearchQuery, now: number, within?: Polygons, fromPlace = false): Question {
  const filters = toFilters(query, now, within, fromPlace)
  const faults = contradictions(query, filters)
  if (faults.length > 0) throw senselessQuestion(faults)
  return {
    filters,
    sort: query.sort ?? defaultSort(filters),
    limit: query.limit ?? LIMIT,
    facets: query.facets ?? [],
    countMost: countMost(query.total),
    ...definedOnly({ minResults: query.min_results })
  }
}

const countMost = (total: SearchQuery['total']): number => {
  if (total === 'none' || total === 'false') return COUNTED.none
  return total === undefined ? COUNTED.default : COUNTED.exact
}

/** The fields derived later from `q` and the filters, in `resolve-filters.ts` and `search-places.ts`. */
type ReadLater = 'words' | 'known' | 'where' | 'absent' | 'reachM'

/** The optional fields that a query sets: all of them must be read here. */
type ReadAlone = Exclude<keyof Filters, 'codes' | 'territory' | 'accessibilityUnknown' | ReadLater>

/** Throws `senselessQuestion` if only one of `lat` and `lon` is given, or `radius` without a point. */
export function toFilters(query: FilterQuery, now: number, within?: Polygons, fromPlace = false): Filters {
  const faults = incompletePoint(query, fromPlace)
  if (faults.length > 0) throw senselessQuestion(faults)
  return {
    codes: definedOnly(Object.fromEntries(CODE_PARAMETERS.map((parameter) => [parameter, query[parameter]]))),
    territory: definedOnly(Object.fromEntries(TERRITORIES.map((territory) => [territory, query[territory]]))),
    accessibilityUnknown: query.accessibility_unknown ?? 'exclude',
    ...definedOnly({
      q: query.q,
      accessibility: query.accessibility,
      itinerant: query.itinerant,
      near: toPoint(query),
      radius: query.radius,
      bbox: query.bbox && toBBox(query.bbox),
      open: toOpen(query, now),
      within,
      serviceBasis: query.service_basis,
      audienceUnknown: query.audience_unknown,
      feeUnknown: query.fee_unknown,
      missing: query.missing,
      source: query.source,
      updatedSince: query.updated_since,
      minQuality: query.min_quality
    } satisfies Record<ReadAlone, unknown>)
  }
}

function toOpen({ open_at, open_between, open_unknown }: FilterQuery, now: number): OpenFilter | undefined {
  const unknown = open_unknown ?? 'exclude'
  if (open_at !== undefined) return { at: toMoment(open_at, now), unknown }
  if (open_between === undefined) return undefined
  const [from, to] = open_between
  return { at: { from: toMoment(from, now), to: toMoment(to, now) }, unknown }
}

/** Rounds down to the minute, like opening hours, so that all requests within a minute ask the same question. */
function toMoment(asked: string, now: number): Moment {
  const isLocal = /T[\d:.]+$/.test(asked)
  if (isLocal) return { local: asked.slice(0, 'YYYY-MM-DDTHH:MM'.length) }
  const instant = asked === 'now' ? now : Date.parse(asked)
  return { instant: new Date(Math.floor(instant / MINUTE_MS) * MINUTE_MS).toISOString() }
}

const toPoint = ({ lat, lon }: FilterQuery): Point | undefined =>
  lat === undefined || lon === undefined ? undefined : { lat, lon }

export function toBBox([west, south, east, north]: readonly [number, number, number, number]): BBox {
  if (south > north)
    throw senselessQuestion([{ parameter: 'bbox', detail: 'south must not be greater than north.' }])
  return { west, south, east, north }
}

function incompletePoint(query: FilterQuery, fromPlace: boolean): readonly InputFault[] {
  const { lat, lon, radius, min_results } = query
  const faults: InputFault[] = []
  if (lat !== undefined && lon === undefined)
    faults.push({ parameter: 'lon', detail: 'lon is required with lat.' })
  if (lon !== undefined && lat === undefined)
    faults.push({ parameter: 'lat', detail: 'lat is required with lon.' })
  if (radius !== undefined && lat === undefined && lon === undefined && !fromPlace) {
    faults.push({ parameter: 'radius', detail: 'radius requires lat and lon.' })
  }
  if (min_results !== undefined && radius === undefined) {
    faults.push({ parameter: 'min_results', detail: 'min_results requires radius.' })
  }
  return [...faults, ...impossibleTime(query)]
}

function impossibleTime({ open_at, open_between }: FilterQuery): readonly InputFault[] {
  if (open_between === undefined) return []
  if (open_at !== undefined) {
    return [{ parameter: 'open_between', detail: 'open_at and open_between exclude each other.' }]
  }
  // A local time and an instant can only be ordered with certainty if they are a day apart.
  if (open_between.includes('now')) return []
  const [from, to] = open_between.map((end) => Date.parse(/T[\d:.]+$/.test(end) ? `${end}Z` : end))
  const mixed = new Set(open_between.map((end) => /T[\d:.]+$/.test(end))).size > 1
  return (from ?? 0) > (to ?? 0) + (mixed ? DAY_MS : 0)
    ? [{ parameter: 'open_between', detail: 'The end must not be before the start.' }]
    : []
}

function contradictions({ sort }: SearchQuery, { q, near }: Filters): readonly InputFault[] {
  if (sort === 'distance' && !near && q === undefined)
    return [{ parameter: 'sort', detail: 'sort=distance requires lat and lon, or a town in q.' }]
  if (sort === 'relevance' && q === undefined)
    return [{ parameter: 'sort', detail: 'sort=relevance requires q.' }]
  return []
}

/** Leaves out undefined fields, because readers of a question distinguish absent from undefined. */
function definedOnly<Fields extends object>(
  fields: Fields
): { [key in keyof Fields]?: Exclude<Fields[key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
