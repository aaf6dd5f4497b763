import type { WishCode, Words } from '../../words/words.ts'
import { GOOD } from './values.ts'

/*
 * An agency answers its own procedures: the CPAM does not fill in a form of the CAF, and the computer in its hall is for its
 * own website. So if the words do not ask for the agency, it comes after places that help with all
 * procedures, and before places about which nothing is known.
 */

/** Agencies by their types, and the services that are their own business. */
const AGENCIES: { readonly [type: string]: readonly string[] } = {
  CAF: [],
  CPAM: [],
  MSA: [],
  CFP: [],
  PREF: [],
  MDPH: [],
  FT: ['insertion-professionnelle-via-le-numerique']
}

/** Structures that exist to help with procedures. For other places that help, it is one service of several. */
const DEDICATED: readonly string[] = ['RFS', 'MSAP']

const PROCEDURES = 'aide-aux-demarches-administratives'

/** Kinds that help with all procedures, even in the building of an agency. */
export const GENERAL_HELP: readonly string[] = ['RFS', 'MSAP', 'EPN', 'EPI', 'BIB', 'CCAS', 'CIAS', 'PIMMS']

/** The types of agencies that these words ask neither for nor about, if they ask for a service; otherwise none. */
export function strangersTo({ wishes }: Pick<Words, 'wishes'>): readonly string[] {
  const codes = wishes.flatMap((wish) => wish.codes)
  const services = codes.filter(({ parameter, confidence }) => parameter === 'service' && confidence >= GOOD)
  if (services.length === 0) return []
  const types = codes.filter(({ parameter }) => parameter === 'type').map(({ code }) => code)
  return Object.entries(AGENCIES)
    .filter(([type, own]) => !(types.includes(type) || services.some(({ code }) => own.includes(code))))
    .map(([type]) => type)
}

/**
 * If these words ask for help with procedures: the codes of the places that exist for it, or that the words name.
 * Otherwise none. Most places that help have no more than a label for it, and a person with papers is sent to a France
 * services first.
 */
export function dedicatedTo({ wishes }: Pick<Words, 'wishes'>): readonly WishCode[] {
  const codes = wishes.flatMap((wish) => (wish.aside ? [] : wish.codes))
  const asked = codes.some(({ code, confidence }) => code === PROCEDURES && confidence >= GOOD)
  if (!asked) return []
  const named = codes.filter(({ parameter }) => parameter === 'type' || parameter === 'label')
  return [...DEDICATED.map((code) => ({ parameter: 'type', code, confidence: 1 }) as const), ...named]
}
