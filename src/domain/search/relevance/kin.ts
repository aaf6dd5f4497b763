import type { WishCode } from '../../words/words.ts'

/*
 * Related codes that also help, if the kind of place that was asked for is rare in the area: otherwise, after three
 * FabLabs, the list would continue with unrelated places. Their confidence is never above 0.45, so that a related
 * place next door does not outrank the right one 5 km away.
 */

const akin = (...list: readonly string[]): readonly WishCode[] =>
  list.map((each) => {
    const [parameter = '', code = '', confidence = ''] = each.split(':')
    return { parameter: parameter as WishCode['parameter'], code, confidence: Number(confidence) }
  })

const INTERNET = 'service:acces-internet-et-materiel-informatique'
const CREATION = 'service:loisirs-et-creations-numeriques'
const PROCEDURES = 'service:aide-aux-demarches-administratives'
const EMPLOYMENT = 'service:insertion-professionnelle-via-le-numerique'

/**
 * Institutions with administrative procedures of their own; most towns have no office of them. France services
 * represent all of them, except MDPH, by their charter.
 */
export const INSTITUTIONS: ReadonlySet<string> = new Set([
  'CAF',
  'CPAM',
  'MSA',
  'MDPH',
  'CFP',
  'PREF',
  'FT',
  'LA_POSTE'
])

/**
 * Codes of the places that help with the procedures of institutions. Their confidence is higher if the institution
 * has no place of its own nearby (`alone`) than if it has one (`near`).
 */
const helpers = (franceServices: number, others: number): readonly WishCode[] =>
  akin(`type:RFS:${franceServices}`, `type:MSAP:${franceServices}`, `${PROCEDURES}:${others}`)

export const STAND_INS = { near: helpers(0.45, 0.35), alone: helpers(0.85, 0.65) } as const

/** The related codes of a code that was asked for, by its `parameter:code`. */
export const KIN: { readonly [asked: string]: readonly WishCode[] } = {
  'type:EVS': akin('type:CS:0.45', 'type:CSC:0.45', 'type:MQ:0.3'),
  'type:CS': akin('type:CSC:0.45', 'type:EVS:0.4', 'type:MQ:0.35', 'type:MDH:0.35', 'type:MJC:0.3'),
  'type:CSC': akin('type:EVS:0.4', 'type:MJC:0.4', 'type:MQ:0.35', 'type:MDH:0.35'),
  'type:MJC': akin('type:CSC:0.45', 'type:CS:0.4', 'type:EVS:0.3', 'type:MQ:0.3'),
  'type:MQ': akin('type:MDH:0.45', 'type:EVS:0.35', 'type:MJC:0.3'),
  'type:MDH': akin('type:MQ:0.45', 'type:CSC:0.4', 'type:EVS:0.35'),
  'type:EPN': akin(`${INTERNET}:0.45`),
  'type:EPI': akin(`${INTERNET}:0.45`),
  'type:FABLAB': akin(`${CREATION}:0.4`, 'type:TIERS_LIEUX:0.2'),
  'type:TIERS_LIEUX': akin('type:FABLAB:0.3', 'type:EPN:0.15', 'type:BIB:0.15'),
  'type:CCAS': akin('type:CIAS:0.45', 'type:MDS:0.4', 'type:CDAS:0.4', 'type:MUNI:0.3'),
  'type:CIAS': akin('type:CCAS:0.45', 'type:MDS:0.4', 'type:CDAS:0.4'),
  'type:MDS': akin('type:CDAS:0.45', 'type:CMS:0.45', 'type:CCAS:0.4', 'type:CIAS:0.4'),
  'type:BIB': akin('type:RELAIS_LECTURE:0.45'),
  'type:RELAIS_LECTURE': akin('type:BIB:0.45'),
  'type:RFS': akin(`${PROCEDURES}:0.3`),
  'type:MSAP': akin(`${PROCEDURES}:0.3`),
  'type:ML': akin(
    'type:MDE:0.45',
    'type:MDEF:0.45',
    'type:FT:0.4',
    'type:PIJ_BIJ:0.35',
    'type:CITMET:0.35',
    `${EMPLOYMENT}:0.3`
  ),
  'type:PIJ_BIJ': akin('type:ML:0.35'),
  'type:MDE': akin('type:MDEF:0.45', `${EMPLOYMENT}:0.4`, 'type:PLIE:0.35'),
  'type:CAP_EMPLOI': akin(`${EMPLOYMENT}:0.35`),
  // People have to go to their own town hall: another town's cannot help them.
  'type:MUNI': akin('type:CCAS:0.45', 'type:RFS:0.45', 'type:MSAP:0.45', 'type:CIAS:0.45'),
  'type:PIMMS': akin('type:RFS:0.3', 'type:MSAP:0.3'),
  // The ministry of justice is a partner of France services, which refer people to legal advice.
  'type:PAD': akin('type:CIDFF:0.45', 'type:RFS:0.45', 'type:MSAP:0.45', 'type:UDAF:0.3', 'type:MUNI:0.3'),
  'type:CIDFF': akin('type:PAD:0.45', 'type:MDS:0.3', 'type:CDAS:0.3'),
  'label:certification-pix': akin('label:conseillers-numeriques:0.45', 'type:EPN:0.45', 'type:EPI:0.45')
}
