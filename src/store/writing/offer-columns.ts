import { otherwiseDenied, servicesDenied } from '../../domain/offers/denied.ts'
import { type Offers, offersOf } from '../../domain/offers/offers.ts'
import { uncertaintyOf } from '../../domain/offers/uncertainty.ts'
import { weightOf } from '../../domain/offers/weight.ts'
import type { Declaration } from '../../domain/places/compose-place.ts'
import type { PlaceContent, SourceReference } from '../../domain/places/place.ts'
import type { CodeParameter } from '../../domain/vocabularies/term.ts'
import { vocabularyOf } from '../../domain/vocabularies/vocabularies.ts'
import type { TermIds } from '../vocabularies/term-ids.ts'
import type { Offering } from './offering.ts'

/** The columns for what a place offers. Each list of term ids is ascending. */
export type OfferColumns = {
  /** Terms that the place declares or certainly offers. */
  readonly codes: readonly number[]
  readonly codes_declared: readonly number[]
  /** All terms in `codes`, and those that the place only probably offers. */
  readonly codes_likely: readonly number[]
  /** Terms that the place is known not to offer; none of them is in `codes_likely`. */
  readonly codes_denied: readonly number[]
  readonly kinds: readonly number[]
  readonly uncertainty_m: number | null
  readonly weight: number
}

export type OfferContext = {
  readonly termIds: TermIds
  readonly sources: readonly SourceReference[]
  readonly declarations: readonly Declaration[]
  readonly offering: Pick<Offering, 'says' | 'spreadOf'>
  /** The date of today as `YYYY-MM-DD`, which decides which labels are valid. */
  readonly today: string
}

export type Offered = { readonly offers: Offers; readonly columns: OfferColumns }

/**
 * Computes what a place offers, and the columns for it. `declared` contains the ids of all terms that the place
 * declares, and of the terms for its sources.
 */
export function offerColumns(
  content: PlaceContent,
  declared: readonly number[],
  { termIds, sources, declarations, offering, today }: OfferContext
): Offered {
  const offers = offersOf(content, today)
  const id = (parameter: CodeParameter, code: string) => termIds(vocabularyOf(parameter).name, code).id
  const sure = offers.implied.filter((offer) => offer.sure).map(({ parameter, code }) => id(parameter, code))
  const codes = new Set([...declared, ...sure])
  const denied = new Set([
    ...servicesDenied(content, declarations, offering.says).map((code) => id('service', code)),
    ...otherwiseDenied(content).map(({ parameter, code }) =>
      parameter === 'accessibility' ? termIds(parameter, code).id : id(parameter, code)
    )
  ])
  // What a place certainly offers counts even if a record leaves it out; what it probably offers does not.
  for (const code of codes) denied.delete(code)
  const probable = offers.implied.map(({ parameter, code }) => id(parameter, code))
  const likely = [...codes, ...probable.filter((code) => !denied.has(code))]
  return {
    offers,
    columns: {
      codes: ascending(codes),
      codes_declared: ascending(declared),
      codes_likely: ascending(likely),
      codes_denied: ascending(denied),
      kinds: ascending(offers.kinds.map((code) => id('type', code))),
      uncertainty_m: uncertaintyOf(content.location, offering.spreadOf(content)),
      weight: weightOf(content, sources)
    }
  }
}

const ascending = (ids: Iterable<number>): readonly number[] => [...new Set(ids)].sort((a, b) => a - b)
