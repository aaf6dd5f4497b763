import type { Language } from '../../domain/language.ts'
import type { Implied, Place } from '../../domain/places/place.ts'
import type { CodeParameter } from '../../domain/vocabularies/term.ts'
import { termLabel } from '../../domain/vocabularies/term-label.ts'
import { inSentence } from '../wording/in-sentence.ts'
import { WORDING } from '../wording/wording.ts'
import { featureLabel } from './terms.ts'

/**
 * How a place fits a wish: the place declares it (`declared`); the place's type, name or label implies it
 * (`implied`); nothing is known (`unknown`); or the place does not offer it (`no`).
 */
export type Fit = 'declared' | 'implied' | 'unknown' | 'no'

/** A requested value of a vocabulary, or a requested feature of accessibility. */
export type WishCode = { readonly parameter: CodeParameter | 'accessibility'; readonly code: string }

/** How a place fits one wish. */
export type Fitting = {
  /** The wish as part of a sentence: "aide aux démarches administratives". */
  readonly label: string
  readonly fit: Fit
  /** For an implied fit, the reason in words; null if it is only likely. */
  readonly because: string | null
  /** What the wish is about; a wish about the current time is left out of printed lists. */
  readonly about: WishCode['parameter'] | 'wheelchair' | 'words' | 'time' | 'now'
}

/** The properties of a place that list implied values. */
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

/** The first of these codes that the place certainly offers because of its type, name or label. */
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
  return {
    label,
    fit,
    because: implied ? becauseText(implied.because, lang) : null,
    about: aboutOf(codes)
  }
}

function aboutOf(codes: readonly WishCode[]): Fitting['about'] {
  const { parameter, code } = codes.find((each) => each.parameter === 'service') ?? codes[0] ?? {}
  return parameter === 'accessibility' && code === 'wheelchair' ? 'wheelchair' : (parameter ?? 'words')
}

/** How a place fits these codes, if it passed a filter on them: `implied` or `declared`. */
export const metFilter = (place: Offering, codes: readonly WishCode[]): Fit =>
  impliedBy(place, codes) ? 'implied' : 'declared'
