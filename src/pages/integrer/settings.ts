import type { Language } from '../../domain/language.ts'
import type { CodeParameter } from '../../domain/vocabularies/term.ts'
import { codesOf } from '../../domain/vocabularies/vocabularies.ts'
import { type Colours, readColours } from '../embed/colours.ts'

/** What can be chosen of the vocabularies; whoever writes the code by hand has all filters of the API. */
export const CHOSEN = ['service', 'type', 'audience'] as const satisfies readonly CodeParameter[]

export type Settings = { readonly [name in (typeof CHOSEN)[number] | 'q' | 'where' | 'commune']?: string } & {
  /** Kilometres around the town. */
  readonly radius: number
  /** Pixels. */
  readonly height: number
  /** Of the map, which need not be that of the page. */
  readonly map: Language
  readonly colours: Colours
}

const LONGEST = 200
const RADIUS_KM = { least: 1, most: 200, usual: 20 }
const HEIGHT = { least: 300, most: 2_000, usual: 560 }
export const RANGES = { radius: RADIUS_KM, height: HEIGHT }

export function readSettings(query: Readonly<Record<string, unknown>>, lang: Language): Settings {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name].trim().slice(0, LONGEST) : '')
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
    // Of what was typed then: another town is another question.
    ...(text('of') === text('where') &&
      /^(\d{2}|2[AB])\d{3}$/.test(text('commune')) && { commune: text('commune') }),
    radius: whole('radius', RADIUS_KM),
    height: whole('height', HEIGHT),
    map: map === 'fr' || map === 'en' ? map : lang,
    // A colour field always has a value: the box beside it says whether that is meant.
    colours: text('coloured') === '' ? {} : readColours((name) => query[name])
  }
}

/** What the component and the page for iframes are asked: `commune` once it is known. */
export function filtersOf(
  { service, type, audience, q, radius }: Settings,
  commune: string | undefined
): readonly [string, string][] {
  const around = commune === undefined ? {} : { commune, radius: String(radius * 1_000) }
  return Object.entries({ q, service, type, audience, ...around }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined
  )
}
