import type { Language } from '../../domain/language.ts'
import { type Fitting, fitting, metFilter, type WishCode, wishLabel } from '../parts/fit.ts'
import { WORDING } from '../wording/wording.ts'
import { type Choices, COUNTED, FLAGS } from './choices.ts'
import type { Found, FoundItem } from './found.ts'
import { timeInWords } from './time-in-words.ts'

/** How a place of the list fits each wish: of the words, as the API says, then of the choices, which are filters. */
export function fitsOf(
  found: Found,
  choices: Choices,
  lang: Language
): (place: FoundItem) => readonly Fitting[] {
  const spoken = wishesOf(found, lang)
  const chosen = chosenCodes(choices).filter(
    (code) => !spoken.some(({ codes }) => codes.some((each) => each.code === code.code))
  )
  return (place) => [
    ...(place.fit ?? []).flatMap(({ typed, fit }) => {
      const wish = spoken.find((each) => each.typed === typed)
      return wish && !isTold(wish.codes, fit) ? [fitting(place, { ...wish, fit }, lang)] : []
    }),
    ...chosen.map((code) =>
      fitting(place, { label: wishLabel(code, lang), codes: [code], fit: metFilter(place, [code]) }, lang)
    )
  ]
}

type SpokenWish = { readonly typed: string; readonly label: string; readonly codes: readonly WishCode[] }

function wishesOf({ interpreted }: Found, lang: Language): readonly SpokenWish[] {
  const { words = [], when } = interpreted ?? {}
  const coded = words.flatMap(({ typed, codes = [] }) => {
    const [first] = codes
    return first ? [{ typed, codes, label: wishLabel(first, lang) }] : []
  })
  if (!when) return coded
  const label = WORDING[lang].search.openThen(timeInWords(when, lang))
  return [
    ...coded,
    { typed: when.typed, codes: [], label: `${label.charAt(0).toLowerCase()}${label.slice(1)}` }
  ]
}

/** The kind of a place stands under its name: whether it is the one that was asked needs no second line. */
const isTold = ([first]: readonly WishCode[], fit: Fitting['fit']): boolean =>
  first?.parameter === 'type' && (fit === 'declared' || fit === 'no')

/** Of what was chosen, what a place may offer by what it is; of the others, the list would only repeat the choice. */
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
