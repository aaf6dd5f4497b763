import { dedicatedTo, GENERAL_HELP, strangersTo } from '../../../domain/search/relevance/agencies.ts'
import { type RankedWish, rankedWishes } from '../../../domain/search/relevance/ranked-wishes.ts'
import { GOOD, VALUES } from '../../../domain/search/relevance/values.ts'
import type { Words } from '../../../domain/words/words.ts'
import type { OpenSchedules } from '../../hours/open-schedules.ts'
import type { TermIds } from '../../vocabularies/term-ids.ts'
import type { Good } from './good.ts'
import type { Ranked } from './ranked.ts'
import { type WishParameters, wishParameters } from './wish-parameters.ts'
import { goodFor, idOf, notAllGood, partlyFor, together } from './wish-query.ts'

export type Compiled = Pick<Ranked, 'wishes' | 'time' | 'partly' | 'most' | 'strangers'> & {
  /** Which places are good; null if there are no main wishes, in which case all places are equally good. */
  readonly good: Good | null
  /**
   * The wishes that were typed. Places are ranked by `wishes`, which may also contain the name of a town that was
   * typed alone.
   */
  readonly typed: readonly WishParameters[]
  readonly main: readonly RankedWish[]
  readonly idsOf: (wish: RankedWish) => readonly number[]
}

function strangersIn(words: Words, terms: TermIds): Ranked['strangers'] {
  const ids = (types: readonly string[]) =>
    types.map((code) => idOf({ parameter: 'type', code, confidence: 1 }, terms))
  const strangers = strangersTo(words)
  if (strangers.length === 0) return null
  const dedicated = dedicatedTo(words).map((code) => idOf(code, terms))
  return { kinds: ids(strangers), unless: ids(GENERAL_HELP), dedicated }
}

type Times = { readonly open: OpenSchedules; readonly notClosed: OpenSchedules }

/**
 * Weight of the name of a town that was typed alone: among the places of the town, places whose own name contains
 * the name of the town come first.
 */
const NAMED_SO = 0.05

/**
 * Converts the wishes in some words to the form that statements bind. `time` is the wished time; null if there is
 * none.
 */
export function compile(
  { words, absent }: { readonly words: Words; readonly absent: readonly string[] },
  terms: TermIds,
  time: Times | null
): Compiled {
  const ranked = rankedWishes(words, absent)
  const main = ranked.filter((wish) => wish.main)
  const parameters = ranked.map((wish) => wishParameters(wish, terms))
  const met = main.map((wish) => ({ good: goodFor(wish, terms), partly: partlyFor(wish, terms) }))
  const query = together(met.map(({ good }) => good))
  const partly = notAllGood(met)
  const timeAlone = main.length === 0 && time !== null
  return {
    wishes: ranked.length === 0 ? townNamed(words, terms) : parameters,
    time: time && { ...time, weight: VALUES.time.weight },
    strangers: strangersIn(words, terms),
    typed: parameters,
    main,
    idsOf: ({ codes }) => codes.map((code) => idOf(code, terms)),
    good: main.length === 0 && !timeAlone ? null : { query: query || null, open: openOf(time, timeAlone) },
    partly: partly === '' ? null : partly,
    most: mostOf(ranked, parameters, time === null ? 'no time' : timeAlone ? 'time alone' : 'time too')
  }
}

/**
 * The schedules that good places must have. If there are other wishes, places known to be closed at the wished time
 * do not count as good. If the time is the only wish, places with unknown hours do not count either.
 */
const openOf = (time: Times | null, alone: boolean): OpenSchedules | null =>
  time && (alone ? time.open : time.notClosed)

const townNamed = ({ where }: Words, terms: TermIds): readonly WishParameters[] =>
  where
    ? [
        wishParameters(
          {
            ...{ typed: where.typed, family: 'word', weight: NAMED_SO, main: false, codes: [] },
            ...{ exact: where.says, same: [], near: [] }
          },
          terms
        )
      ]
    : []

/**
 * Upper bounds for the fit of places that are not good. For such a place, at least one main wish has a value below
 * `GOOD`, but it is not known which wish.
 */
function mostOf(
  ranked: readonly RankedWish[],
  parameters: readonly WishParameters[],
  timed: 'no time' | 'time alone' | 'time too'
): Ranked['most'] {
  const less = ranked.flatMap(({ main, weight, family }, at) => {
    if (!main) return []
    const { worth } = parameters[at] ?? { worth: [] }
    return [
      {
        partly: Math.max(...worth.filter((value) => value < GOOD ** weight)),
        unknown: VALUES[family].unknown ** weight
      }
    ]
  })
  if (timed === 'time alone') return { partly: 0, any: VALUES.time.unknown, none: VALUES.time.unknown }
  if (less.length === 0) return { partly: 0, any: 1, none: 0 }
  // A place that meets all other main wishes is not good if it is closed at the wished time.
  const closed = timed === 'time too' ? VALUES.time.no ** VALUES.time.weight : 0
  return {
    partly: Math.max(closed, ...less.map(({ partly, unknown }) => Math.max(partly, unknown))),
    any: Math.max(closed, ...less.map(({ unknown }) => unknown)),
    none: less.reduce((product, { unknown }) => product * unknown, 1)
  }
}
