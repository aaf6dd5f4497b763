import { type ComposedPlace, composePlace, isListed, type Provenance } from '../places/compose-place.ts'
import { withCorrections } from '../places/corrections.ts'
import { getPlace } from '../places/get-place.ts'
import type { PlaceFinder, RecordReader } from '../places/place-finder.ts'
import { type Offers, offersOf, sureOf } from './offers.ts'

/**
 * The record from which each field comes, and the reason for each implied value. The place is composed again,
 * so the result always agrees with it. `today` is `YYYY-MM-DD`.
 */
export async function getProvenance(
  places: PlaceFinder,
  records: RecordReader,
  id: string,
  today: string
): Promise<{ readonly provenance: Provenance } | { readonly survivor: string }> {
  const gotten = await getPlace(places, id)
  if ('survivor' in gotten) return gotten
  const described = await records.recordsOf(id)
  if (!isListed(described)) return { provenance: {} }
  const composed = withCorrections(composePlace(described), await records.correctionsOf(id))
  return { provenance: withImplied(composed, today) }
}

/** The field that each kind of reason comes from. */
const FIELDS: Readonly<Record<string, string>> = { type: 'types', label: 'labels', name: 'name' }

function withImplied({ content, provenance }: ComposedPlace, today: string): Provenance {
  const offers = offersOf(content, today)
  const implied = [
    ['services_implied', origins('service')],
    ['audiences_implied', origins('audience')],
    ['fees_implied', origins('fee')]
  ] as const
  return { ...provenance, ...Object.fromEntries(implied.filter(([, from]) => from.length > 0)) }

  function origins(parameter: Offers['implied'][number]['parameter']) {
    const reasons = new Set(sureOf(offers, parameter).map(({ because }) => because))
    return [...reasons].flatMap((because) =>
      (provenance[FIELDS[because.split(':')[0] ?? ''] ?? ''] ?? []).map((origin) => ({ ...origin, because }))
    )
  }
}
