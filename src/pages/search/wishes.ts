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
import { inSentence } from '../wording/in-sentence.ts'
import { WORDING } from '../wording/wording.ts'
import { type Choices, COUNTED, FLAGS } from './choices.ts'
import type { Found, FoundItem } from './found.ts'
import { timeInWords } from './time-in-words.ts'
import { asTyped } from './typed-words.ts'

/** How a place in the list fits each wish: first the wishes in the words, as the API reports, then the filters. */
export function fitsOf(
  found: Found,
  choices: Choices,
  lang: Language
): (place: FoundItem) => readonly Fitting[] {
  const spoken = wishesOf(found, choices, lang)
  const chosen = chosenCodes(choices).filter(
    ({ code }) => !spoken.some(({ codes }) => codes.some((each) => each.code === code))
  )
  return (place) =>
    once([
      ...(place.fit ?? []).flatMap(({ typed, fit }) => {
        const wish = spoken.find((each) => each.typed === typed)
        return wish && !isOnCard(wish, place, fit) ? [fittingWish(place, wish, fit, lang)] : []
      }),
      ...chosen.map((code) =>
        fitting(place, { label: wishLabel(code, lang), codes: [code], fit: metFilter(place, [code]) }, lang)
      )
    ])
}

/** How well a place fits the time in the words; undefined if they contain no time. */
export function fitOfTime({ interpreted }: Pick<Found, 'interpreted'>, place: FoundItem): Fit | undefined {
  const typed = interpreted?.when?.typed
  return typed === undefined ? undefined : place.fit?.findLast((each) => each.typed === typed)?.fit
}

/** Whether the words contain wishes other than a time and a town. */
export const wishesBesideTime = ({ items }: Pick<Found, 'items'>): boolean =>
  items.some(({ fit = [] }) => fit.length > 1)

const isMet = (fit: Fit): boolean => fit === 'declared' || fit === 'implied'

type SpokenWish = {
  readonly typed: string
  /** The words of the reader. */
  readonly words: string
  readonly codes: readonly WishCode[]
}

function wishesOf({ interpreted }: Found, { q = '' }: Choices, lang: Language): readonly SpokenWish[] {
  const { words = [], when } = interpreted ?? {}
  const coded = words.flatMap(({ typed, codes = [] }) =>
    codes.length > 0 ? [{ typed, codes, words: asTyped(q, typed) }] : []
  )
  if (!when) return coded
  const said = WORDING[lang].search.openThen(timeInWords(when, lang))
  return [...coded, { typed: when.typed, codes: [], words: inSentence(said) }]
}

/**
 * How a place fits one wish in the words. Words may stand for values of several vocabularies: "aide CAF" is a type of
 * place, two labels and a service. If the place offers the service, its name is shown, otherwise the words as typed.
 * An accessibility feature is always shown by its own name.
 */
function fittingWish(place: FoundItem, { words, codes }: SpokenWish, fit: Fit, lang: Language): Fitting {
  const [first] = codes
  const isOne = first && codes.every(({ parameter }) => parameter === first.parameter)
  const offered = impliedBy(place, codes)
  const service = codes.find(
    ({ parameter, code }) => parameter === 'service' && (!offered || code === offered.code)
  )
  const feature = codes.find(({ parameter }) => parameter === 'accessibility')
  const named = isOne && first.parameter !== 'type' ? first : (feature ?? (isMet(fit) ? service : undefined))
  return fitting(place, { label: named ? wishLabel(named, lang) : words, codes, fit }, lang)
}

/**
 * Whether a wish needs no line of its own: the card already shows the types of the place under its name, so it need
 * not say whether the place is of the requested type.
 */
const isOnCard = ({ codes }: SpokenWish, { types }: FoundItem, fit: Fit): boolean => {
  const kinds = codes.filter(({ parameter }) => parameter === 'type')
  if (kinds.length === 0) return false
  return (
    kinds.some(({ code }) => types.includes(code)) || (kinds.length === codes.length && fit !== 'unknown')
  )
}

/** Wishes with the same label share one line, which shows the better fit. */
function once(fits: readonly Fitting[]): readonly Fitting[] {
  const best = new Map<string, Fitting>()
  for (const each of fits) {
    const known = best.get(each.label)
    if (!known || (!isMet(known.fit) && isMet(each.fit))) best.set(each.label, each)
  }
  return [...best.values()]
}

/** The chosen filters that a type or label can imply. */
function chosenCodes(choices: Choices): readonly WishCode[] {
  const selected = (['service', 'audience'] as const).flatMap((parameter) => {
    const code = choices[parameter]
    return code === undefined ? [] : [{ parameter, code }]
  })
  const flags = FLAGS.flatMap((name) => {
    const [facet, code = ''] = COUNTED[name] ?? []
    return facet === 'fee' && choices[name] !== undefined ? [{ parameter: facet, code } as const] : []
  })
  return [...selected, ...flags]
}
