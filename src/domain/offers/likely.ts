import { EQUIPMENT, FREE, INTERNET, PROCEDURES, SECURITY, TOOLS, WALK_IN } from './codes.ts'
import type { Rule } from './rule.ts'

/**
 * Rules for what most places of a kind offer. Such an offer counts in the ranking according to its confidence, and is
 * never shown as a fact.
 */
export const LIKELY: readonly Omit<Rule, 'sure'>[] = [
  {
    from: { labels: ['france-services'] },
    implies: { service: [PROCEDURES] },
    confidence: 0.7,
    reason: 'Without the type, the label is mostly that of the employer of a conseiller numérique.',
    source: null,
    figures: '.74 of the 57 with the label but without the type (×1.0)'
  },
  {
    from: { labels: ['conseillers-numeriques'] },
    implies: { service: [PROCEDURES, SECURITY] },
    confidence: 0.7,
    reason:
      'The third mission of a conseiller numérique is to make people able to do their procedures alone.',
    source: 'Conventions of the conseillers numériques scheme, 2021',
    figures: 'procedures .86 of 533 (×1.2); security .82 of 353 (×1.3)'
  },
  {
    from: { types: ['EPN', 'EPI'] },
    implies: { service: [PROCEDURES] },
    confidence: 0.8,
    reason: 'Most of them help people with procedures.',
    source: null,
    figures: '.84 of 282 (×1.2), by name .63 of 24'
  },
  {
    from: { types: ['BIB'] },
    implies: { service: [INTERNET] },
    confidence: 0.9,
    reason: 'Nearly all have computers online for their readers.',
    source: null,
    figures: '.99 of 679 (×1.2), by name .98 of 98; small ones without a computer declare nothing'
  },
  {
    from: { types: ['BIB', 'CCAS', 'CIAS'] },
    implies: { fee: [FREE] },
    confidence: 0.9,
    reason: 'Nearly all declare it.',
    source: null,
    figures: 'BIB .96 of 678, by name 1.00 of 389; CCAS .92 of 59, by name 1.00 of 159'
  },
  {
    from: { types: ['MDS', 'CDAS', 'DEPT'] },
    implies: { service: [PROCEDURES] },
    confidence: 0.9,
    reason: 'Social workers help with applications, by appointment.',
    source: 'Code de l’action sociale et des familles, L. 123-2',
    figures: 'MDS 1.00 of 14 (×1.4), by name .72 of 25'
  },
  {
    from: { labels: ['pass-numerique'] },
    implies: { service: [TOOLS] },
    confidence: 0.9,
    reason: 'The pass pays for workshops on digital skills.',
    source: null,
    figures: '.93 of 122 (×1.7)'
  },
  {
    from: { types: ['MUNI'] },
    implies: { service: [PROCEDURES] },
    confidence: 0.65,
    reason: 'People apply there for civil status and identity papers.',
    source: null,
    figures: '.66 of 169, by name .76 of 157 (×1.1)'
  },
  {
    from: { types: ['FT', 'PREF', 'CFP', 'MDPH'] },
    implies: { service: [PROCEDURES] },
    confidence: 0.9,
    reason: 'It helps with its own procedures.',
    source: null,
    figures: 'FT .96 of 96 (×1.3), by name 1.00 of 49; the others, by type or by name, .92 of 13'
  },
  {
    from: { types: ['RESSOURCERIE'] },
    implies: { service: [EQUIPMENT] },
    confidence: 0.7,
    reason: 'It repairs donated computers and sells them at a low price.',
    source: null,
    figures: '.67 of 6 (×22)'
  },
  {
    from: { types: ['RFS', 'MSAP'] },
    implies: { service: [INTERNET] },
    confidence: 0.8,
    reason: 'A computer for visitors is required; few records mention it.',
    source: 'Charte nationale d’engagement France services, 2019',
    figures: 'RFS .54 of 326 (×.7), among those with many services .88; MSAP .76 of 164'
  },
  {
    from: { types: ['BIB', 'CS'] },
    implies: { access: [WALK_IN] },
    confidence: 0.9,
    reason: 'People may walk in.',
    source: null,
    figures: 'BIB .97 of 591 (×1.3); CS .93 of 99 (×1.3)'
  }
]
