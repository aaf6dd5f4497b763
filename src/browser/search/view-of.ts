import type { Language } from '../../domain/language.ts'
import { AREAS, type Choices } from '../../pages/search/choices.ts'
import type { Failure, Found } from '../../pages/search/found.ts'
import { WORDING } from '../../pages/wording/wording.ts'
import { viewFor } from '../map/fit-view.ts'
import type { Start } from '../map/start-mark.ts'
import { FRANCE, readBox, type View } from '../map/view.ts'

/** The area that the map shows: the box of the search, otherwise the area that shows its results. */
export function viewOf(choices: Choices, found: Found | Failure, start: Start | null): View {
  const box = choices.bbox === undefined ? undefined : readBox(choices.bbox)
  if (box) return box
  if (typeof found === 'string') return start ? viewFor(NOTHING, { centre: start, isLimited: false }) : FRANCE
  const isLimited = AREAS.some((name) => choices[name] !== undefined) || Boolean(found.interpreted?.where)
  return viewFor(found, { centre: start, isLimited })
}

const NOTHING = { items: [], next: null }

/** Where the search starts: the position of the reader, or the town of the words; null if it starts nowhere. */
export function startOf({ lat, lon }: Choices, found: Found | Failure, lang: Language): Start | null {
  const says = WORDING[lang]
  if (lat !== undefined && lon !== undefined) {
    const here = { lat: Number(lat), lon: Number(lon) }
    return Number.isFinite(here.lat + here.lon) ? { ...here, label: says.map.youAreHere } : null
  }
  const where = typeof found === 'string' ? null : found.interpreted?.where
  return where?.location ? { ...where.location, label: says.search.located(where.name, []) } : null
}
