import type { Language } from '../../domain/language.ts'
import { LIMITS } from '../../pages/embed/filters.ts'
import { WORDING } from '../../pages/wording/wording.ts'
import { circle, viewFor } from '../map/fit-view.ts'
import type { Start } from '../map/start-mark.ts'
import { readBox, type View } from '../map/view.ts'
import type { Page } from './places.ts'

/** The area that the embedded map shows: the box or the circle of its filters, otherwise the area of its places. */
export function areaOf(filters: URLSearchParams, first: Page): View {
  const box = readBox(filters.get('bbox') ?? '')
  if (box) return box
  const [lat, lon, radius] = ['lat', 'lon', 'radius'].map((name) => Number(filters.get(name) ?? Number.NaN))
  const point = lat === undefined || lon === undefined || Number.isNaN(lat + lon) ? null : { lat, lon }
  if (point && radius) return circle(point, radius)
  const where = first.interpreted?.where
  const isLimited = LIMITS.some((name) => filters.has(name)) || Boolean(where)
  return viewFor(first, { centre: point ?? where?.location ?? null, isLimited })
}

/** The town that the words name. A point in the filters is not marked, because only their author knows what it is. */
export function startIn({ interpreted }: Page, lang: Language): Start | null {
  const where = interpreted?.where
  return where?.location ? { ...where.location, label: WORDING[lang].search.located(where.name, []) } : null
}
