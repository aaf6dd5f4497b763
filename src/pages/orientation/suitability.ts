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

/** The four answers, and the data needed to interpret them. */
export type Asked = {
  readonly answers: Answers
  readonly town: Town
  readonly lang: Language
  /** The current time in epoch milliseconds. */
  readonly now: number
}

/**
 * Returns a function that tells how a place fits each answer. `open` contains the ids of places known to be open at
 * the requested time.
 */
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
            because: null,
            about: answers.when === 'now' ? ('now' as const) : ('time' as const)
          }
        ])
  ]
}

const helpCode = ({ help }: Answers): WishCode | undefined =>
  help && help !== 'any' ? { parameter: 'service', code: help } : undefined

const whoCode = ({ who }: Answers): WishCode | undefined =>
  who && who !== 'any' ? { parameter: WHO[who], code: who } : undefined

/**
 * How a place fits a code. The search only finds places that offer the help and do not exclude the people, so the
 * fit is declared, implied or unknown.
 */
function fitOf(place: FoundPlace, code: WishCode): Fit {
  if (code.parameter === 'service') return metFilter(place, [code])
  if (code.parameter === 'accessibility') {
    return place.accessibility.wheelchair === 'yes' ? 'declared' : 'unknown'
  }
  if (codesIn(place, code.parameter).includes(code.code)) return 'declared'
  return metFilter(place, [code]) === 'implied' ? 'implied' : 'unknown'
}

/**
 * The label of a code. If access for wheelchairs is limited, the label says so, because such a place is worth a
 * call too.
 */
function labelOf({ accessibility }: FoundPlace, code: WishCode, lang: Language): string {
  const label = wishLabel(code, lang)
  if (code.parameter !== 'accessibility' || accessibility.wheelchair !== 'limited') return label
  return `${label} (${WORDING[lang].answers.limited})`
}

/** The requested time as text, "ouvert mardi 1er décembre, le matin"; undefined if the time does not matter. */
function momentOf({ answers: { when }, town, lang, now }: Asked): string | undefined {
  if (when === undefined || when === 'any') return undefined
  const says = WORDING[lang].search
  if (when === 'now') return inSentence(says.openThen(says.now))
  const [date = ''] = nextMoment(when, town.department, now).split('T')
  return inSentence(says.openThen(ORIENTATION[lang].moment(date, when.part)))
}
