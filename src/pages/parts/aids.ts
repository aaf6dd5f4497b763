import type { Language } from '../../domain/language.ts'
import { termLabel } from '../../domain/vocabularies/term-label.ts'
import { type Fitting, fitting, metFilter } from './fit.ts'
import type { ListedPlace } from './listed-place.ts'

/** Maximum number of aids on a card if the question asks for none. */
const MOST = 2

/**
 * The aids that a place offers, as a card shows them if the question asks for no aid: those that it declares, then
 * those that follow from what it is.
 */
export function aidsOf(place: ListedPlace, lang: Language): readonly Fitting[] {
  const codes = [...place.services, ...place.services_implied.map(({ code }) => code)].slice(0, MOST)
  return codes.map((code) => {
    const wish = { parameter: 'service', code } as const
    const label = termLabel('service', code, lang)
    return fitting(place, { label, codes: [wish], fit: metFilter(place, [wish]) }, lang)
  })
}
