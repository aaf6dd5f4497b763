import { TERRITORIES } from '../territories/territory-parameters.ts'
import { CODE_PARAMETERS } from '../vocabularies/term.ts'
import type { Words } from '../words/words.ts'
import { askedOf, parameterOf, type ReadField } from './filters.ts'
import { answeredFilters } from './other-reading.ts'
import type { Count, SearchDeps } from './ports.ts'
import { withinReach } from './relevance/within-reach.ts'
import { defaultSort, EVERYTHING, type Filters, type Question } from './search-question.ts'

/** A part of the question: its parameter and, for `q`, its words. */
type Asked = { readonly parameter: string; readonly words: string | null }

/** A question with results, similar to one without results. */
export type Instead = {
  /** The parts that this question leaves out, because no place matches the question with them. */
  readonly without: readonly Asked[]
  /** The remaining words; null if there are none. */
  readonly q: string | null
  readonly total: Count
}

type Easing = { readonly without: readonly Asked[]; readonly filters: Filters }

/** Larger totals are not counted exactly. */
const COUNTED = 1_000
const MOST_ASKED = 12
const MOST_TOLD = 5

/**
 * Similar questions for a question without results: the same question without one of its parts or, if no
 * single part is the cause, the words without the filters and the filters without the words.
 */
export async function insteadOf(
  deps: SearchDeps,
  { filters, sort, except }: Question,
  words: Words | null
): Promise<readonly Instead[]> {
  const one = easings(filters, words).slice(0, MOST_ASKED)
  const found = await answered(one)
  if (found.length > 0 || one.length < 2) return found.slice(0, MOST_TOLD)
  return answered([without(filters, one, isWords), without(filters, one, (asked) => !isWords(asked))])

  async function answered(tried: readonly Easing[]): Promise<readonly Instead[]> {
    const told: Instead[] = []
    for (const { without, filters: eased } of tried) {
      // One after another, so that a question without results does not use more connections than others.
      const order = eased.q === undefined && sort === 'relevance' ? defaultSort(eased) : sort
      const resolved = await withinReach(deps, await answeredFilters(deps, eased, order))
      const total = await deps.places.count(
        { filters: resolved, part: 'inside', ...(except !== undefined && { except }) },
        COUNTED
      )
      if (total.value > 0 && without.length > 0) told.push({ without, q: eased.q ?? null, total })
    }
    return told.toSorted((one, other) => other.total.value - one.total.value)
  }
}

const isWords = ({ parameter }: Asked): boolean => parameter === 'q'

/** The question without all its words or without all its filters; `leaves` tells which parts remain. */
function without(filters: Filters, each: readonly Easing[], leaves: (asked: Asked) => boolean): Easing {
  const dropped = each.flatMap(({ without: asked }) => asked).filter((asked) => !leaves(asked))
  if (dropped.every(isWords)) return { without: dropped, filters: withoutWords(filters) }
  const { near, q } = filters
  return {
    without: dropped,
    filters: { ...EVERYTHING, ...(near && { near }), ...(q !== undefined && { q }) }
  }
}

const withoutWords = ({ q: _q, ...rest }: Filters): Filters => rest

/** For each part of the question: the question without this part. */
function easings(filters: Filters, words: Words | null): readonly Easing[] {
  const { codes, territory } = filters
  const drop = (parameter: string, eased: Filters): Easing => ({
    without: [{ parameter, words: null }],
    filters: eased
  })
  return [
    ...wordEasings(filters, words),
    ...CODE_PARAMETERS.filter((name) => codes[name]).map((name) => {
      const { [name]: _dropped, ...rest } = codes
      return drop(name, { ...filters, codes: rest })
    }),
    ...(filters.serviceBasis === 'declared' && codes.service ? [declaredEased(filters)] : []),
    ...TERRITORIES.filter((name) => territory[name]).map((name) => {
      const { [name]: _dropped, ...rest } = territory
      return drop(name, { ...filters, territory: rest })
    }),
    ...askedOf(filters, 'what', 'where')
      .filter(isAlone)
      .map((field) => {
        const { [field]: _dropped, ...rest } = filters
        return drop(parameterOf(field, filters), rest as Filters)
      })
  ]
}

/** The question without the limit to declared services: it includes services that follow from what a place is. */
function declaredEased({ serviceBasis: _dropped, ...filters }: Filters): Easing {
  return { without: [{ parameter: parameterOf('serviceBasis', filters), words: null }], filters }
}

type Several = 'q' | 'codes' | 'territory'
type Lone = Exclude<keyof Filters, Several | ReadField>

/** Whether a field is a single part of the question. The other fields contain several, each left out separately. */
const isAlone = (field: keyof Filters): field is Lone => !['q', 'codes', 'territory'].includes(field)

/** For each part of the words: the question without it. */
function wordEasings(filters: Filters, words: Words | null): readonly Easing[] {
  if (!words) return []
  const said = [...words.wishes, ...(words.where ? [words.where] : [])].map(({ typed }) => typed)
  // "le" or an emoji contains nothing to search for.
  if (said.length === 0)
    return [{ without: [{ parameter: 'q', words: null }], filters: withoutWords(filters) }]
  return said.map((typed, at) => {
    const q = said.filter((_, other) => other !== at).join(' ')
    const eased = q === '' ? withoutWords(filters) : { ...filters, q }
    return { without: [{ parameter: 'q', words: typed }], filters: eased }
  })
}
