import { CREATION, CULTURE, EMPLOYMENT, FREE, INTERNET, PROCEDURES, TOOLS, YOUNG } from './codes.ts'
import type { Rule } from './rule.ts'

const FRANCE_SERVICES = 'Charte nationale d’engagement France services, 2019'
const CONSEILLERS = 'Conventions of the conseillers numériques scheme, 2021'
const NETPUBLIC = 'Charte NetPublic, 2003'

/**
 * Rules that are left out, because real places contradict them or do not have the offer more often than other places:
 * France services → tools (×1.1) or employment (.24); MSAP → internet (×.9); library → procedures, tools (×.3);
 * centre social, MJC → any service; tiers-lieu → creation (.49), internet; training body → employment (.33); La
 * Poste, intercommunality → any service; EPN, FabLab, tiers-lieu → free (a third to two thirds charge as well);
 * France services → walk in (.66).
 */
export const SURE: readonly Omit<Rule, 'sure' | 'confidence'>[] = [
  {
    from: { types: ['RFS', 'MSAP'] },
    implies: { service: [PROCEDURES] },
    reason: 'It exists to help with the procedures of several public services.',
    source: `${FRANCE_SERVICES}; loi NOTRe, 2015, art. 100`,
    figures: 'RFS .97 of 423 (×1.3), by name .89 of 9; MSAP .94 of 293 (×1.3)'
  },
  {
    from: { types: ['RFS', 'MSAP'] },
    implies: { fee: [FREE] },
    reason: 'Reception and help are free of charge.',
    source: FRANCE_SERVICES,
    figures: 'RFS .99 of 574, by name 1.00 of 92; MSAP .99 of 162'
  },
  {
    from: { labels: ['aidants-connect'] },
    implies: { service: [PROCEDURES] },
    reason: 'The organisation is accredited to carry out procedures on behalf of others.',
    source: 'Habilitation Aidants Connect',
    figures: '.91 of 393 (×1.3)'
  },
  {
    from: { labels: ['conseillers-numeriques'] },
    implies: { service: [TOOLS, CULTURE] },
    reason: 'The first two missions of every conseiller numérique.',
    source: CONSEILLERS,
    figures: 'tools .97 of 529 (×1.8), culture .94 of 529 (×1.7), without records that declare only this pair'
  },
  {
    from: { labels: ['conseillers-numeriques'] },
    implies: { fee: [FREE] },
    reason: 'The State pays for the post on condition that its help is free of charge.',
    source: CONSEILLERS,
    figures: '1.00 of 5 381'
  },
  {
    from: { types: ['EPN', 'EPI'] },
    implies: { service: [INTERNET, TOOLS] },
    reason: 'An espace public numérique has computers online and a person who teaches their use.',
    source: NETPUBLIC,
    figures: 'internet .98 of 282 (×1.2), by name 1.00 of 14; tools .89 of 282 (×1.7), by name .97 of 29'
  },
  {
    from: { labels: ['epn-labellise', 'netpublic'] },
    implies: { service: [INTERNET, TOOLS] },
    reason: 'The label is given to espaces publics numériques.',
    source: NETPUBLIC,
    figures: 'none of the 99 places declares services'
  },
  {
    from: { types: ['FABLAB'] },
    implies: { service: [CREATION] },
    reason: 'A FabLab exists for digital fabrication.',
    source: 'Fab Charter, 2012',
    figures: '.97 of 150 (×3.5), by name .94 of 17'
  },
  {
    from: { types: ['CCAS', 'CIAS'] },
    implies: { service: [PROCEDURES] },
    reason: 'It takes part in the examination of applications for social aid, and forwards the others.',
    source: 'Code de l’action sociale et des familles, L. 123-5',
    figures: 'CCAS .90 of 61 (×1.3), by name .79 of 39; CIAS, by type or by name, 1.00 of 9'
  },
  {
    from: { types: ['ML', 'CAP_EMPLOI', 'MDE', 'MDEF', 'PLIE'] },
    implies: { service: [EMPLOYMENT] },
    reason: 'Help towards work is its legal mission.',
    source: 'Code du travail, L. 5131-2, L. 5311-4, L. 5313-1, L. 5314-2',
    figures:
      'ML .90 of 10 (×1.8), by name .40 of 10; Cap emploi 1.00 of 9; MDE by name .60 of 5; PLIE 1.00 of 2'
  },
  {
    from: { types: ['PIJ_BIJ'] },
    implies: { service: [EMPLOYMENT] },
    reason: 'It informs young people about work, training and jobs.',
    source: 'Label Information Jeunesse',
    figures: '.85 of 27 (×1.8), by name .83 of 6'
  },
  {
    from: { types: ['FT'] },
    implies: { service: [EMPLOYMENT] },
    reason: 'It is the public employment service.',
    source: 'Code du travail, L. 5312-1',
    figures: '.00 of 3, by name .33 of 3: the only source of nearly all of them never uses this code'
  },
  {
    from: { types: ['CAF', 'CPAM', 'MSA'] },
    implies: { service: [PROCEDURES] },
    reason: 'It helps with the procedures of its own scheme.',
    source: 'Conventions d’objectifs et de gestion',
    figures: 'by name: CAF 1.00 of 31, CPAM 1.00 of 25; by type .67 of 6; MSA too few'
  },
  {
    from: { types: ['PIMMS'] },
    implies: { service: [PROCEDURES] },
    reason: 'The network exists for mediation between people and public services.',
    source: 'Charter of the PIMMS Médiation network',
    figures: 'by name 1.00 of 28 (×1.4); by type .67 of 6'
  },
  {
    from: { types: ['ML', 'PIJ_BIJ', 'RS_FJT'] },
    implies: { audience: [YOUNG] },
    reason: 'It exists for people from 16 to 25, or to 30.',
    source: 'Code du travail, L. 5314-2; label Information Jeunesse',
    figures: '1.00 of the 62 that declare an audience'
  }
]
