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

/** What ranking needs of the reader of places. */
export type Ranking = {
  readonly database: Pick<Database, 'pool' | 'kind'>
  /** What the filters demand, as statements take it; with the index by which it is found in an order. */
  readonly ask: (searched: Searched, sort: PageRequest['sort']) => Promise<Asked>
  readonly compiled: WishCompiler
  readonly common: Commonness
  readonly states: OpeningStates
  readonly frequencies: () => Promise<CodeFrequencies>
}

/** Without words, all places fit equally, and only their distance counts. */
const NOTHING: Omit<Compiled, 'typed'> = {
  ...{ wishes: [], time: null, good: null, partly: null, main: [], idsOf: () => [] },
  most: { partly: 0, any: 1, none: 0 }
}

/** With more matches than this, no name was meant, and comparing them all takes 10 ms. */
const NAMED_FEW = 400

/** What the statements of this page are made from, and of what there is little. */
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
    ...{ wishes: wanted.wishes, time: wanted.time, good, partly, most: wanted.most },
    ...{ known, anyDoor: asked.door, allDoor, sorted: false, fitting: request.fitting ?? false }
  }
  return { ranked, few: { demanded: demandedFew, good: goodFew, partly: partlyFew } }
}

/** Whether something is demanded by which few places may be found at once; how many are around a point is not worth counting. */
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
