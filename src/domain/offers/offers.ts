import type { Code, Implied, PlaceContent } from '../places/place.ts'
import { isValidOn } from '../places/place.ts'
import { RULES } from './implications.ts'
import { kindsByName } from './kinds-by-name.ts'
import type { OfferParameter, Rule } from './rule.ts'

/** The part of a place from which its offers are inferred. */
type Told = Pick<PlaceContent, 'name' | 'types' | 'labels' | 'services' | 'audiences' | 'fees' | 'access'>

type Offer = Implied & {
  readonly parameter: OfferParameter
  readonly sure: boolean
  readonly confidence: number
}

export type Offers = {
  /** The types from its records, then those implied by its name. */
  readonly kinds: readonly Code[]
  /**
   * The inferred codes, without codes that the place declares itself. Each code occurs once, with the rule of the
   * highest confidence.
   */
  readonly implied: readonly Offer[]
}

const DECLARED: { readonly [parameter in OfferParameter]: (told: Told) => readonly Code[] } = {
  service: ({ services }) => services,
  audience: ({ audiences }) => audiences,
  fee: ({ fees }) => fees,
  access: ({ access }) => access
}

/** If these fields have a value, they are complete, so nothing is inferred for them. */
const TOLD_WHOLE: ReadonlySet<OfferParameter> = new Set(['fee', 'access'])

/**
 * What a place offers in addition to what it declares. `today` is `YYYY-MM-DD`; expired labels imply nothing.
 */
export function offersOf(told: Told, today: string): Offers {
  const kinds = [...new Set([...told.types, ...kindsByName(told.name)])]
  const labels = told.labels.filter((label) => isValidOn(label, today)).map(({ code }) => code)
  const implied = new Map<string, Offer>()
  for (const rule of RULES) {
    const because = reasonFor(rule, told, kinds, labels)
    if (because === null) continue
    for (const { parameter, code } of conclusions(rule)) {
      const declared = DECLARED[parameter](told)
      if (declared.includes(code) || (TOLD_WHOLE.has(parameter) && declared.length > 0)) continue
      const key = `${parameter} ${code}`
      const known = implied.get(key)
      if (known && (known.sure || known.confidence >= rule.confidence)) continue
      implied.set(key, { parameter, code, because, sure: rule.sure, confidence: rule.confidence })
    }
  }
  return { kinds, implied: [...implied.values()] }
}

/** The certain offers, as shown with a place. */
export const sureOf = ({ implied }: Offers, parameter: OfferParameter): readonly Implied[] =>
  implied
    .filter((offer) => offer.parameter === parameter && offer.sure)
    .map(({ code, because }) => ({ code, because }))

function reasonFor(
  { from }: Rule,
  { types }: Told,
  kinds: readonly Code[],
  labels: readonly Code[]
): string | null {
  if ('labels' in from) {
    const label = from.labels.find((code) => labels.includes(code))
    return label === undefined ? null : `label:${label}`
  }
  const kind =
    from.types.find((code) => types.includes(code)) ?? from.types.find((code) => kinds.includes(code))
  if (kind === undefined) return null
  return types.includes(kind) ? `type:${kind}` : `name:${kind}`
}

const conclusions = ({ implies }: Rule): readonly { parameter: OfferParameter; code: Code }[] =>
  Object.entries(implies).flatMap(([parameter, codes]) =>
    codes.map((code) => ({ parameter: parameter as OfferParameter, code }))
  )
