import type { RankedWish } from '../../../domain/search/relevance/ranked-wishes.ts'
import { SAID_OF_CODE, SAID_OF_WORD, VALUES } from '../../../domain/search/relevance/values.ts'
import type { TermIds } from '../../vocabularies/term-ids.ts'
import { anyOf } from '../../words/tsquery.ts'
import { idOf, worthOf } from './wish-query.ts'

/**
 * The values that a statement binds for a wish. All wishes have the same parameters, so that they can share a
 * statement.
 */
export type WishParameters = {
  /**
   * Ids of the codes of the wish, in three classes by how certain it is that they are meant, the most certain first.
   */
  readonly ids: readonly [readonly number[], readonly number[], readonly number[]]
  /** Texts of tsqueries; an empty text matches nothing. */
  readonly queries: {
    readonly name: string
    readonly nameOtherwise: string
    readonly nameNearly: string
    readonly city: string
    readonly elsewhere: string
    readonly elsewhereNearly: string
  }
  /**
   * Texts of tsqueries: for the words with which a place declares what is wished for, and for the words from which
   * it may be inferred.
   */
  readonly said: { readonly declared: string; readonly implied: string }
  /** The value of each way to meet the wish, in the order of `WORTH`. */
  readonly worth: readonly number[]
  /** Whether the wish is a kind of place. A place of another kind is then known not to meet the wish. */
  readonly isKind: boolean
}

/** The position of each value in `worth`, counted from 1 as in PostgreSQL. */
export const WORTH = {
  /** The first of nine values: for declared, certain and likely codes in each of the three classes of ids. */
  codes: 1,
  name: 10,
  nameOtherwise: 11,
  nameNearly: 12,
  city: 13,
  elsewhere: 14,
  elsewhereNearly: 15,
  unknown: 16,
  no: 17
} as const

export function wishParameters(wish: RankedWish, terms: TermIds): WishParameters {
  const { family, weight, exact, same, near } = wish
  const classes = classesOf(wish)
  const said =
    family === 'word'
      ? { ...SAID_OF_WORD, nameOtherwise: SAID_OF_WORD.nameNearly }
      : {
          name: SAID_OF_CODE.name,
          nameOtherwise: SAID_OF_CODE.nameOtherwise,
          nameNearly: SAID_OF_CODE.nameNearly,
          city: 0,
          elsewhere: SAID_OF_CODE.description,
          elsewhereNearly: 0
        }
  const worth = [
    ...classes.flatMap(({ confidence }) =>
      (['A', 'B', 'C'] as const).map((level) => worthOf(wish, confidence, level))
    ),
    said.name,
    said.nameOtherwise,
    said.nameNearly,
    said.city,
    said.elsewhere,
    said.elsewhereNearly,
    VALUES[family].unknown,
    VALUES[family].no
  ]
  const isWord = family === 'word'
  return {
    ids: classes.map(({ codes }) => codes.map((code) => idOf(code, terms))) as never,
    queries: {
      name: anyOf(exact, ':A'),
      nameOtherwise: anyOf(same, ':A'),
      nameNearly: anyOf(near, ':A'),
      city: isWord ? anyOf(exact, ':B') : '',
      elsewhere: anyOf(exact, isWord ? ':CD' : ':D'),
      elsewhereNearly: isWord ? anyOf(near, ':BCD') : ''
    },
    said: isWord
      ? {
          declared: anyOf(exact, ':AB'),
          implied: [anyOf(exact), anyOf(near)].filter((text) => text !== '').join(' | ')
        }
      : { declared: anyOf(family === 'kind' ? exact : [], ':A'), implied: anyOf(exact, ':AD') },
    worth: worth.map((value) => value ** weight),
    isKind: family === 'kind'
  }
}

type Class = { readonly confidence: number; readonly codes: RankedWish['codes'] }

/** The codes of a wish by confidence, the most certain first. A wish has at most three different confidences. */
function classesOf({ codes }: RankedWish): readonly Class[] {
  const confidences = [...new Set(codes.map(({ confidence }) => confidence))].toSorted((a, b) => b - a)
  return [0, 1, 2].map((at) => {
    const confidence = confidences[at] ?? 0
    return { confidence, codes: codes.filter((code) => code.confidence === confidence) }
  })
}
