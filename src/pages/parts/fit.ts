import type { Language } from '../../domain/language.ts'
import type { Implied, Place } from '../../domain/places/place.ts'
import type { CodeParameter } from '../../domain/vocabularies/term.ts'
import { inSentence } from '../wording/in-sentence.ts'
import { WORDING } from '../wording/wording.ts'
import { featureLabel, termLabel } from './terms.ts'

/**
 * How a place fits a wish: it declares it; its type, name or label implies it; nothing is known; or it does not offer
 * it.
 */
export type Fit = 'declared' | 'implied' | 'unknown' | 'no'

/** A value of a vocabulary, or a feature of accessibility, that was asked for. */
export type WishCode = { readonly parameter: CodeParameter | 'accessibility'; readonly code: string }

/** How a place fits one wish. */
export type Fitting = {
  /** What was asked for, as part of a sentence: "aide aux démarches administratives". */
  readonly label: string
  readonly fit: Fit
  /** For an implied fit, the reason in words; null if it is only likely. */
  readonly because: string | null
}

/** The properties of a place that list what is implied. */
type Offering = Partial<Pick<Place, 'services_implied' | 'audiences_implied' | 'fees_implied'>>

const IMPLIED: { readonly [parameter in WishCode['parameter']]?: keyof Offering } = {
  service: 'services_implied',
  audience: 'audiences_implied',
  fee: 'fees_implied'
}

/** The label of a code, as it stands in a sentence. Labels and types of places keep their capital: "Aidants Connect". */
export function wishLabel({ parameter, code }: WishCode, lang: Language): string {
  if (parameter === 'accessibility') return inSentence(featureLabel(code, lang))
  const label = termLabel(parameter, code, lang)
  return parameter === 'label' || parameter === 'type' ? label : inSentence(label)
}

/** The first of these codes that the place certainly offers because of what it is. */
export function impliedBy(place: Offering, codes: readonly WishCode[]): Implied | undefined {
  for (const { parameter, code } of codes) {
    const field = IMPLIED[parameter]
    const found = field && place[field]?.find((each) => each.code === code)
    if (found) return found
  }
  return undefined
}

/** A reason of the API in words: `label:aidants-connect` is "d’après le label Aidants Connect". */
export function becauseText(because: string, lang: Language): string {
  const [what = '', code = ''] = because.split(':')
  const says = WORDING[lang].fit
  if (what === 'label') return says.byLabel(termLabel('label', code, lang))
  return what === 'name' ? says.byName : says.byType
}

/** Adds the reason to a fit that the API reports. */
export function fitting(
  place: Offering,
  wish: { readonly label: string; readonly codes: readonly WishCode[]; readonly fit: Fit },
  lang: Language
): Fitting {
  const { label, codes, fit } = wish
  const implied = fit === 'implied' ? impliedBy(place, codes) : undefined
  return { label, fit, because: implied ? becauseText(implied.because, lang) : null }
}

/** How a place that passed a filter on these codes fits it: `implied` or `declared`. */
export const metFilter = (place: Offering, codes: readonly WishCode[]): Fit =>
  impliedBy(place, codes) ? 'implied' : 'declared'
