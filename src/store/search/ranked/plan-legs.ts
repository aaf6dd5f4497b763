import type { SearchWhere } from '../../../domain/search/relevance/search-where.ts'
import { startsOf } from '../../../domain/search/relevance/search-where.ts'
import { type Leg, OWN_MOST, type Tier } from './legs.sql.ts'
import type { Ranked } from './ranked.ts'

/** For each condition of a search, whether few places meet it. */
export type Few = {
  /** Whether few places match the filters, whatever their score. */
  readonly demanded: boolean
  /**
   * Whether few places in the whole directory meet all main wishes (`good`), or meet all of them at least in part
   * (`partly`).
   */
  readonly good: boolean
  readonly partly: boolean
}

/**
 * Number of places that the first walk of each tier reads, chosen for a page of 20; `planLegs` adds two for each
 * place up to the end of the page. The walk of the tier `any` can be shorter than the walk of the tier `good`.
 */
const SIZE = { good: 64, partly: 32, any: 40 } as const

/**
 * Plans the walks for a page. `rows` is the number of places up to the end of the page; `growth` is the factor by
 * which the walks are longer than the first ones. Walks over places that are counted come first.
 */
export function planLegs(
  ranked: Ranked,
  few: Few,
  { rows, growth }: { rows: number; growth: number }
): readonly Leg[] {
  if (few.demanded) return [{ walk: 'all', tier: 'any' }]
  const tiers: readonly Tier[] = [
    ...(ranked.good ? (['good'] as const) : []),
    ...(ranked.partly === null ? [] : (['partly'] as const)),
    'any'
  ]
  const { where } = ranked.filters
  return [
    ...tiers.flatMap((tier): readonly Leg[] =>
      tier !== 'any' && few[tier]
        ? [{ walk: 'all', tier }]
        : walksOf(where, tier, growth * (SIZE[tier] + 2 * rows))
    ),
    ...ownLegs(where),
    ...(ranked.known ? [{ walk: 'named' } as const] : [])
  ]
}

function walksOf(where: SearchWhere | undefined, tier: Tier, size: number): readonly Leg[] {
  if (!where) return [{ walk: 'weight', tier, size }]
  if (where.kind === 'around') return where.starts.map((_, from) => ({ walk: 'near', tier, from, size }))
  return [
    { walk: 'weight', tier, size },
    ...(where.centre ? [{ walk: 'near', tier, from: 'outside', size } as const] : [])
  ]
}

/**
 * Walks over the towns that were typed. If they have few places, all of these are read; otherwise only those
 * without a position, which no walk outward reaches.
 */
function ownLegs(where: SearchWhere | undefined): readonly Leg[] {
  const towns = startsOf(where).filter(({ own }) => own !== null)
  if (towns.length === 0) return []
  const places = towns.reduce((sum, town) => sum + town.places, 0)
  return [
    { walk: places < OWN_MOST / 2 ? 'own' : 'own unplaced', size: places < OWN_MOST / 2 ? OWN_MOST : 1_000 }
  ]
}
