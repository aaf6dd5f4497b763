import type { Language } from '../../domain/language.ts'
import type { Place } from '../../domain/places/place.ts'
import { termLabel } from '../../domain/vocabularies/term-label.ts'
import { inSentence } from '../wording/in-sentence.ts'
import { WORDING, type Wording } from '../wording/wording.ts'
import { becauseText, type Fitting } from './fit.ts'
import type { ListedPlace } from './listed-place.ts'

type Props = {
  readonly place: Pick<ListedPlace, 'fees' | 'fees_implied' | 'accessibility'>
  /** How the place fits the wishes; a fact about which there is a wish is left to the line of that wish. */
  readonly fits: readonly Fitting[]
  readonly lang: Language
  readonly says: Wording
}

/** What a place costs and whether wheelchairs can enter, as far as this is known. */
export function Facts({ place, fits, lang, says }: Props) {
  const { wheelchair } = place.accessibility
  const isTold = (about: Fitting['about']) => fits.some((each) => each.about === about)
  const facts = [
    ...(isTold('fee') ? [] : [priceOf(place, lang) ?? []].flat()),
    ...(wheelchair === 'unknown' || isTold('wheelchair') ? [] : [says.wheelchairs[wheelchair]])
  ]
  return facts.length === 0 ? null : <p class="facts">{facts.join(' · ')}</p>
}

type Priced = Pick<Place, 'fees' | 'fees_implied'>

/** The price in words: "Gratuit", "Gratuit sous condition ou payant"; undefined if unknown. */
export function priceOf(place: Priced, lang: Language): string | undefined {
  const codes = place.fees.length > 0 ? place.fees : place.fees_implied.map(({ code }) => code)
  const [first, ...others] = codes.map((code) => termLabel('fee', code, lang))
  const or = lang === 'fr' ? ' ou ' : ' or '
  return first === undefined ? undefined : [first, ...others.map(inSentence)].join(or)
}

/**
 * The price as one entry of a list. Several prices in a list of their own read as a contradiction, so they are joined, and
 * said to depend on what is done there. What only follows from the kind of place comes with the reason.
 */
export function priceItems(
  place: Priced,
  lang: Language
): readonly { readonly label: string; readonly because: string | null }[] {
  const label = priceOf(place, lang)
  if (label === undefined) return []
  if (place.fees.length > 1)
    return [{ label: `${label}, ${WORDING[lang].place.priceDepends}`, because: null }]
  const [implied] = place.fees.length > 0 ? [] : place.fees_implied
  return [{ label, because: implied ? becauseText(implied.because, lang) : null }]
}
