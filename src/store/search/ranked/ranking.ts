import type { PageRequest } from '../../../domain/search/ports.ts'
import type { Filters } from '../../../domain/search/search-question.ts'
import type { Database } from '../../db/database.ts'
import type { Sql } from '../../db/sql.ts'
import type { OpeningStates } from '../../hours/opening-states.ts'
import type { CodeFrequencies } from '../code-frequencies.ts'
import { type Commonness, fewOf } from '../commonness.ts'
import type { Asked } from '../place-conditions.sql.ts'
import { mayBeMetByFew } from '../search-path.ts'
import type { Compiled } from './compile.ts'
import type { Few } from './plan-legs.ts'
import type { Ranked } from './ranked.ts'
import { gateOf } from './score.sql.ts'
import type { WishCompiler } from './wish-compiler.ts'

type Searched = Pick<PageRequest, 'filters' | 'part' | 'except'>

/** What ranking a search needs from the place reader. */
export type Ranking = {
  readonly database: Pick<Database, 'pool' | 'kind'>
  /** Prepares the filters for a statement, and chooses the index for reading the matches in this order. */
  readonly ask: (searched: Searched, sort: PageRequest['sort']) => Promise<Asked>
  readonly compiled: WishCompiler
  readonly common: Commonness
  readonly states: OpeningStates
  readonly frequencies: () => Promise<CodeFrequencies>
}

/** Used if there are no words: all places fit equally, and only their distance counts. */
const NOTHING: Omit<Compiled, 'typed'> = {
  ...{ wishes: [], time: null, strangers: null, good: null, partly: null, main: [], idsOf: () => [] },
  most: { partly: 0, any: 1, none: 0 }
}

/**
 * Maximum number of matches that are compared with the question by name. With more matches, the question is not a
 * name, and comparing them all takes 10 ms.
 */
const NAMED_FEW = 400

/** Returns the input for the statements of a page, and which of its conditions are met by few places. */
export async function rankedBy(
  { ask, compiled, common, frequencies }: Ranking,
  request: PageRequest
): Promise<{ readonly ranked: Ranked; readonly few: Few }> {
  const { filters } = request
  const { words: _words, q: _q, ...demanded } = filters
  const [wanted, asked] = await Promise.all([
    compiled(filters).then((made) => made ?? NOTHING),
    ask({ ...request, filters: demanded }, filters.where?.kind === 'around' ? 'relevance' : 'name')
  ])
  const known =
    filters.known && (await common.saidByFew(gateOf(filters.known), NAMED_FEW)) ? filters.known : null
  const { good, partly } = wanted
  const shares = await frequencies()
  const most = fewOf(shares.places)
  const [demandedFew, goodFew, partlyFew] = await Promise.all([
    isBounded(demanded) &&
      common.demandedOfFew(demanded, (rest) => ask({ ...request, filters: rest }, 'name')),
    good?.query && mayBeMetByFew(wanted, shares) ? common.saidByFew(good.query, most) : false,
    partly === null ? false : common.saidByFew(partly, most)
  ])
  const allDoor: Sql | null = demandedFew
    ? (await ask({ ...request, filters: withoutStart(demanded) }, 'name')).door
    : null
  const ranked: Ranked = {
    ...{ filters, part: request.part, codes: asked.codes, open: asked.open },
    ...(request.except !== undefined && { except: request.except }),
    ...{
      wishes: wanted.wishes,
      time: wanted.time,
      strangers: wanted.strangers,
      good,
      partly,
      most: wanted.most
    },
    ...{ known, anyDoor: asked.door, allDoor, sorted: false, fitting: request.fitting ?? false }
  }
  return { ranked, few: { demanded: demandedFew, good: goodFew, partly: partlyFew } }
}

/**
 * Whether the filters contain a condition that few places may meet. Circles, boxes and outlines do not count,
 * because counting their places is not worthwhile.
 */
const isBounded = ({
  radius,
  bbox,
  within,
  codes,
  territory,
  source,
  missing,
  accessibility
}: Filters): boolean =>
  radius === undefined &&
  !bbox &&
  !within &&
  (Object.keys(codes).length + Object.keys(territory).length > 0 ||
    source !== undefined ||
    missing !== undefined ||
    accessibility !== undefined)

const withoutStart = ({ where: _where, ...rest }: Filters): Filters => rest
