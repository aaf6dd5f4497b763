import type { Language } from '../../domain/language.ts'
import type { FoundPlace } from '../../domain/places/place.ts'
import { codesIn } from '../../domain/places/place-codes.ts'
import { type Answers, WHO } from '../addresses/answers.ts'
import { type Fit, type Fitting, fitting, metFilter, type WishCode, wishLabel } from '../parts/fit.ts'
import type { Town } from '../town.ts'
import { inSentence } from '../wording/in-sentence.ts'
import { ORIENTATION } from '../wording/orientation.ts'
import { WORDING } from '../wording/wording.ts'
import { nextMoment } from './moment.ts'

/** The four answers, and what is needed to read them. */
export type Asked = {
  readonly answers: Answers
  readonly town: Town
  readonly lang: Language
  /** Epoch milliseconds. */
  readonly now: number
}

/** How a place fits each answer. `open` has the ids of places known to be open at the time asked for. */
export function fittings(asked: Asked, open: ReadonlySet<string>): (place: FoundPlace) => readonly Fitting[] {
  const { answers, lang } = asked
  const codes = [helpCode(answers), whoCode(answers)].flatMap((code) => code ?? [])
  const moment = momentOf(asked)
  return (place) => [
    ...codes.map((code) =>
      fitting(place, { label: labelOf(place, code, lang), codes: [code], fit: fitOf(place, code) }, lang)
    ),
    ...(moment === undefined
      ? []
      : [
          {
            label: moment,
            fit: open.has(place.id) ? ('declared' as const) : ('unknown' as const),
            because: null
          }
        ])
  ]
}

const helpCode = ({ help }: Answers): WishCode | undefined =>
  help && help !== 'any' ? { parameter: 'service', code: help } : undefined

const whoCode = ({ who }: Answers): WishCode | undefined =>
  who && who !== 'any' ? { parameter: WHO[who], code: who } : undefined

/**
 * The fit of a place for a code. All places found offer the help and deny nothing, so what remains is to distinguish
 * declared, implied and unknown.
 */
function fitOf(place: FoundPlace, code: WishCode): Fit {
  if (code.parameter === 'service') return metFilter(place, [code])
  if (code.parameter === 'accessibility') {
    return place.accessibility.wheelchair === 'yes' ? 'declared' : 'unknown'
  }
  if (codesIn(place, code.parameter).includes(code.code)) return 'declared'
  return metFilter(place, [code]) === 'implied' ? 'implied' : 'unknown'
}

/** The label of a code. It mentions limited access for wheelchairs, because such a place is worth a call as well. */
function labelOf({ accessibility }: FoundPlace, code: WishCode, lang: Language): string {
  const label = wishLabel(code, lang)
  if (code.parameter !== 'accessibility' || accessibility.wheelchair !== 'limited') return label
  return `${label} (${WORDING[lang].answers.limited})`
}

/** "ouvert mardi 1 décembre, le matin"; undefined if it does not matter when. */
function momentOf({ answers: { when }, town, lang, now }: Asked): string | undefined {
  if (when === undefined || when === 'any') return undefined
  const says = WORDING[lang].search
  if (when === 'now') return inSentence(says.openNow)
  const [date = ''] = nextMoment(when, town.department, now).split('T')
  return inSentence(says.openThen(ORIENTATION[lang].moment(date, when.part)))
}
