import type { Language } from '../../domain/language.ts'
import type { CodeParameter } from '../../domain/vocabularies/term.ts'
import { codesOf } from '../../domain/vocabularies/vocabularies.ts'
import { type Colours, readColours } from '../embed/colours.ts'
import type { Area } from './find-area.ts'

/** The vocabularies that the form offers. Code written by hand can use all filters of the API. */
export const CHOSEN = ['service', 'type', 'audience'] as const satisfies readonly CodeParameter[]

/** The area that the map shows: a radius around the town, the town alone, or its whole intercommunality. */
export const EXTENTS = ['radius', 'commune', 'epci'] as const
type Extent = (typeof EXTENTS)[number]

/** The territory that the user means: its kind and code and, for a commune, the SIREN of its intercommunality. */
export type Meant = Pick<Area, 'kind' | 'code' | 'epci'>

export type Settings = { readonly [name in (typeof CHOSEN)[number] | 'q' | 'where' | 'area']?: string } & {
  readonly extent: Extent
  /** Radius around the town in kilometres. */
  readonly radius: number
  /** Height of the map in pixels. */
  readonly height: number
  /** The language of the map, which may differ from the language of the page. */
  readonly map: Language
  readonly colours: Colours
  /** Whether the map has a search field. */
  readonly search: boolean
}

/** The kind and code of a chosen territory, such as `commune:14047`. */
const AREA = /^(commune|epci|department|region):\w{2,9}$/

const LONGEST = 200
const RADIUS_KM = { least: 1, most: 200, usual: 20 }
const HEIGHT = { least: 300, most: 2_000, usual: 560 }
export const RANGES = { radius: RADIUS_KM, height: HEIGHT }

export function readSettings(query: Readonly<Record<string, unknown>>, lang: Language): Settings {
  // Of two territories, the first is the one that was chosen among the suggestions.
  const text = (name: string) => {
    const [given] = [query[name]].flat()
    return typeof given === 'string' ? given.trim().slice(0, LONGEST) : ''
  }
  const whole = (name: string, { least, most, usual }: typeof HEIGHT) => {
    const value = Number.parseInt(text(name), 10)
    return Number.isNaN(value) ? usual : Math.max(least, Math.min(most, value))
  }
  const codes = CHOSEN.flatMap((name) => (codesOf(name).includes(text(name)) ? [[name, text(name)]] : []))
  const map = text('map')
  return {
    ...Object.fromEntries(codes),
    ...(text('q') !== '' && { q: text('q') }),
    ...(text('where') !== '' && { where: text('where') }),
    // The chosen territory is kept only if the typed name has not changed; for another name, users choose again.
    ...(text('of') === text('where') && AREA.test(text('area')) && { area: text('area') }),
    extent: EXTENTS.find((extent) => extent === text('extent')) ?? 'radius',
    radius: whole('radius', RADIUS_KM),
    height: whole('height', HEIGHT),
    map: map === 'fr' || map === 'en' ? map : lang,
    // A colour field always has a value; the checkbox beside the colours says whether to use them.
    search: text('search') !== '',
    colours: text('coloured') === '' ? {} : readColours((name) => query[name])
  }
}

/** The filters of the component and of the page for iframes, including the area once it is known. */
export function filtersOf(settings: Settings, area: Meant | undefined): readonly [string, string][] {
  const { service, type, audience, q } = settings
  return Object.entries({ q, service, type, audience, ...(area && whereIn(settings, area)) }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined
  )
}

function whereIn(
  { extent, radius }: Settings,
  { kind, code, epci }: Meant
): Readonly<Record<string, string>> {
  if (kind !== 'commune') return { [kind]: code }
  if (extent === 'epci' && epci !== null) return { epci }
  return extent === 'radius' ? { commune: code, radius: String(radius * 1_000) } : { commune: code }
}
