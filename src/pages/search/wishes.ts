import type { Language } from '../../domain/language.ts'
import {
  type Fit,
  type Fitting,
  fitting,
  impliedBy,
  metFilter,
  type WishCode,
  wishLabel
} from '../parts/fit.ts'
import { isFeature } from '../parts/terms.ts'
import { inSentence } from '../wording/in-sentence.ts'
import { WORDING } from '../wording/wording.ts'
import { type ChoiceName, type Choices, valuesOf } from './choices.ts'
import type { Found, FoundItem } from './found.ts'
import { isNow, timeInWords } from './time-in-words.ts'
import { asTyped } from './typed-words.ts'
import { isPassing, momentChosen } from './when.ts'

/**
 * Returns a function that tells how a place in the list fits each wish: first the wishes in the question, as
 * reported by the API, then the filters.
 */
export function fitsOf(
  found: Found,
  choices: Choices,
  lang: Language
): (place: FoundItem) => readonly Fitting[] {
  const spoken = wishesOf(found, choices, lang)
  return (place) =>
    once([
      ...(place.fit ?? []).flatMap(({ typed, fit }) => {
        const wish = spoken.find((each) => each.typed === typed)
        return wish && !isOnCard(wish, place, fit) ? [fittingWish(place, wish, fit, lang)] : []
      }),
      ...chosenFits(place, choices, lang)
    ])
}

/** How well a place fits the time in the question; undefined if the question contains no time. */
export function fitOfTime({ interpreted }: Pick<Found, 'interpreted'>, place: FoundItem): Fit | undefined {
  const typed = interpreted?.when?.typed
  return typed === undefined ? undefined : place.fit?.findLast((each) => each.typed === typed)?.fit
}

/** Whether the question contains wishes other than a time and a town. */
export const wishesBesideTime = ({ items }: Pick<Found, 'items'>): boolean =>
  items.some(({ fit = [] }) => fit.length > 1)

const isMet = (fit: Fit): boolean => fit === 'declared' || fit === 'implied'

type SpokenWish = {
  readonly typed: string
  /** The words of the question that express the wish. */
  readonly words: string
  readonly codes: readonly WishCode[]
  /** Set if the wish is a time. */
  readonly about?: 'time' | 'now'
}

function wishesOf({ interpreted }: Found, { q = '' }: Choices, lang: Language): readonly SpokenWish[] {
  const { words = [], when } = interpreted ?? {}
  const coded = words.flatMap(({ typed, codes = [] }) =>
    codes.length > 0 ? [{ typed, codes, words: asTyped(q, typed) }] : []
  )
  if (!when) return coded
  const said = WORDING[lang].search.openThen(timeInWords(when, lang))
  const about = isNow(when) ? 'now' : 'time'
  return [...coded, { typed: when.typed, codes: [], words: inSentence(said), about }]
}

/**
 * How a place fits one wish in the question. The words of a wish may stand for values of several vocabularies:
 * "aide CAF" is a type of place, two labels and a service. If the place offers the service, the name of the service
 * is shown, otherwise the words as typed. An accessibility feature is always shown by its own name.
 */
function fittingWish(place: FoundItem, wish: SpokenWish, fit: Fit, lang: Language): Fitting {
  const { words, codes, about } = wish
  const [first] = codes
  const isOne = first && codes.every(({ parameter }) => parameter === first.parameter)
  const offered = impliedBy(place, codes)
  const service = codes.find(
    ({ parameter, code }) => parameter === 'service' && (!offered || code === offered.code)
  )
  const feature = codes.find(({ parameter }) => parameter === 'accessibility')
  const named = isOne && first.parameter !== 'type' ? first : (feature ?? (isMet(fit) ? service : undefined))
  const shown = fitting(place, { label: named ? wishLabel(named, lang) : words, codes, fit }, lang)
  return about === undefined ? shown : { ...shown, about }
}

/**
 * Whether a wish needs no line of its own. The card already shows the types of the place under its name, so no line
 * needs to say whether the place is of the requested type.
 */
const isOnCard = ({ codes }: SpokenWish, { types }: FoundItem, fit: Fit): boolean => {
  const kinds = codes.filter(({ parameter }) => parameter === 'type')
  if (kinds.length === 0) return false
  return (
    kinds.some(({ code }) => types.includes(code)) || (kinds.length === codes.length && fit !== 'unknown')
  )
}

/** Merges wishes with the same label into one line, which shows the better fit. */
function once(fits: readonly Fitting[]): readonly Fitting[] {
  const best = new Map<string, Fitting>()
  for (const each of fits) {
    const known = best.get(each.label)
    if (!known || (!isMet(known.fit) && isMet(each.fit))) best.set(each.label, each)
  }
  return [...best.values()]
}

/** The choices that cards show, and the properties of a place that list the declared values. */
const SHOWN = { service: 'services', audience: 'audiences', need: 'needs' } as const satisfies {
  readonly [name in ChoiceName]?: keyof FoundItem
}

/** How a place fits the chosen values: the price, and those of the other values that it has. */
function chosenFits(place: FoundItem, choices: Choices, lang: Language): readonly Fitting[] {
  const said = (code: WishCode) =>
    fitting(place, { label: wishLabel(code, lang), codes: [code], fit: metFilter(place, [code]) }, lang)
  const values = (Object.keys(SHOWN) as readonly (keyof typeof SHOWN)[]).flatMap((parameter) =>
    valuesOf(choices, parameter)
      .map((code) => ({ parameter, code }))
      .filter((wish) => place[SHOWN[parameter]].includes(wish.code) || impliedBy(place, [wish]) !== undefined)
  )
  const features = valuesOf(choices, 'accessibility')
  return [
    ...values.map(said),
    ...features
      .filter((code) => !isUnsaid(place, code))
      .map((code) => said({ parameter: 'accessibility', code })),
    ...(choices.free === undefined || isUnpriced(place) ? [] : [said({ parameter: 'fee', code: 'gratuit' })]),
    ...unsaidOf(place, choices, lang)
  ]
}

/** The chosen filters about which the place says nothing; it is listed because these places were added to the list. */
function unsaidOf(place: FoundItem, choices: Choices, lang: Language): readonly Fitting[] {
  if (choices.unsaid === undefined) return []
  const asks = (code: WishCode) =>
    fitting(place, { label: wishLabel(code, lang), codes: [code], fit: 'unknown' }, lang)
  const features = [
    ...valuesOf(choices, 'accessibility'),
    ...(choices.wheelchair === undefined ? [] : ['wheelchair'])
  ]
  const namesNone = place.audiences.length === 0 && place.audiences_implied.length === 0
  const moment = isTimeUnsaid(place) ? momentChosen(choices, lang) : undefined
  return [
    ...features
      .filter((code) => isUnsaid(place, code))
      .map((code) => asks({ parameter: 'accessibility', code })),
    ...(namesNone ? valuesOf(choices, 'audience') : []).map((code) => asks({ parameter: 'audience', code })),
    ...(choices.free !== undefined && isUnpriced(place) ? [asks({ parameter: 'fee', code: 'gratuit' })] : []),
    ...(moment === undefined
      ? []
      : [
          {
            label: inSentence(moment),
            fit: 'unknown' as const,
            because: null,
            about: isPassing(choices) ? ('now' as const) : ('time' as const)
          }
        ])
  ]
}

function isUnsaid({ accessibility }: FoundItem, feature: string): boolean {
  if (feature === 'wheelchair') return accessibility.wheelchair === 'unknown'
  return isFeature(feature) && accessibility[feature] === null
}

const isUnpriced = ({ fees, fees_implied }: FoundItem): boolean =>
  fees.length === 0 && fees_implied.length === 0

const isTimeUnsaid = ({ opening_hours: { state } }: FoundItem): boolean =>
  state === 'unknown' || state === 'by_appointment'

/**
 * The state of a place at the chosen time, which a card shows instead of its state now; undefined if no time is
 * chosen, and for now: the state itself says until when a place is open.
 */
export const thenOf = (place: FoundItem, choices: Choices, lang: Language): string | undefined =>
  choices.when === 'now' || (choices.unsaid !== undefined && isTimeUnsaid(place))
    ? undefined
    : momentChosen(choices, lang)
