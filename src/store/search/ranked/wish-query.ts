import type { RankedWish } from '../../../domain/search/relevance/ranked-wishes.ts'
import { GOOD, LIKELY, SAID_OF_CODE, VALUES } from '../../../domain/search/relevance/values.ts'
import { vocabularyOf } from '../../../domain/vocabularies/vocabularies.ts'
import type { WishCode } from '../../../domain/words/words.ts'
import type { TermIds } from '../../vocabularies/term-ids.ts'
import { anyOf } from '../../words/tsquery.ts'

/*
 * The text of a tsquery for the places that meet a wish. The terms of a place are stored among its words (`zz12`),
 * with a weight that says how the place has the term. The query finds exactly the places for which the wish has the
 * value GOOD or more, so that places can be counted without being scored.
 */

/**
 * The weight of a term in the words of a place: `A` is what the place declares or what its name says, `B` what it
 * certainly offers, `C` what it probably offers.
 */
type Level = 'A' | 'B' | 'C'

export const idOf = ({ parameter, code }: WishCode, terms: TermIds): number =>
  terms(vocabularyOf(parameter).name, code).id

/** The value of a code at a level, before it is multiplied by the weight of the wish. */
export function worthOf({ family, exact }: RankedWish, confidence: number, level: Level): number {
  const { implied } = VALUES[family]
  const alone = family === 'kind' && exact.length > 0 ? SAID_OF_CODE.codeAlone : 1
  return confidence * { A: alone, B: implied, C: implied * LIKELY }[level]
}

/** Text of a tsquery for the places that meet the wish; empty if no place can. */
export function goodFor(wish: RankedWish, terms: TermIds): string {
  const levels = (confidence: number) =>
    (['A', 'B', 'C'] as const).filter((level) => worthOf(wish, confidence, level) >= GOOD)
  const marks = wish.codes.flatMap((code) => markOf(idOf(code, terms), levels(code.confidence)))
  return joined([...marks, ...(wish.family === 'word' ? wordsMet(wish) : phrasesMet(wish))])
}

/**
 * Text of a tsquery for the places that meet the wish only in part, by a related code or by similar words; empty if
 * no place can.
 */
export function partlyFor(wish: RankedWish, terms: TermIds): string {
  const levels = (confidence: number) =>
    (['A', 'B', 'C'] as const).filter((level) => worthOf(wish, confidence, level) < GOOD)
  const marks = wish.codes.flatMap((code) => markOf(idOf(code, terms), levels(code.confidence)))
  return joined([...marks, ...(wish.family === 'word' ? [anyOf(wish.near, ':BCD')] : [])])
}

/**
 * Text of a tsquery for the places that meet all these wishes at least in part, and at least one wish only in part;
 * empty if no place can.
 */
export const notAllGood = (wishes: readonly { readonly good: string; readonly partly: string }[]): string =>
  joined(
    wishes.flatMap(({ partly }, at) => {
      if (partly === '') return []
      const others = wishes
        .filter((_, other) => other !== at)
        .map((other) => joined([other.good, other.partly]))
      return [`(${together([partly, ...others])})`]
    })
  )

const wordsMet = ({ exact, near }: RankedWish): readonly string[] => [anyOf(exact), anyOf(near, ':A')]

const phrasesMet = ({ exact, same, near }: RankedWish): readonly string[] => [
  anyOf(exact, ':AD'),
  anyOf(same, ':A'),
  anyOf(near, ':A')
]

const markOf = (id: number, levels: readonly Level[]): readonly string[] =>
  levels.length === 0 ? [] : [`zz${id}:${levels.join('')}`]

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' | ')

/** A tsquery that requires all of these tsqueries; empty if there are none. */
export const together = (queries: readonly string[]): string =>
  queries
    .filter((query) => query !== '')
    .map((query) => `(${query})`)
    .join(' & ')
