import type { Rule } from './rule.ts'

const PROCEDURES = 'aide-aux-demarches-administratives'
const TOOLS = 'maitrise-des-outils-numeriques-du-quotidien'
const INTERNET = 'acces-internet-et-materiel-informatique'
const CULTURE = 'comprehension-du-monde-numerique'
const EMPLOYMENT = 'insertion-professionnelle-via-le-numerique'
const SECURITY = 'utilisation-securisee-du-numerique'
const CREATION = 'loisirs-et-creations-numeriques'
const EQUIPMENT = 'acquisition-de-materiel-informatique-a-prix-solidaire'

const SURE: readonly Omit<Rule, 'sure'>[] = [
  {
    from: { types: ['RFS', 'MSAP'] },
    implies: { service: [PROCEDURES] },
    confidence: 1,
    reason: 'Help with the procedures of at least nine public services is what the network exists for.',
    source: 'Charte nationale d’engagement France services, 2019'
  },
  {
    from: { types: ['RFS', 'MSAP'] },
    implies: { fee: ['gratuit'] },
    confidence: 1,
    reason: 'The charter makes reception and help free of charge.',
    source: 'Charte nationale d’engagement France services, 2019'
  },
  {
    from: { labels: ['aidants-connect'] },
    implies: { service: [PROCEDURES] },
    confidence: 1,
    reason: 'The organisation is accredited to carry out procedures on behalf of others.',
    source: 'Arrêté du 26 juin 2023 portant création d’Aidants Connect'
  },
  {
    from: { labels: ['conseillers-numeriques'] },
    implies: { service: [TOOLS, CULTURE] },
    confidence: 1,
    reason: 'The first two missions of every conseiller numérique.',
    source: 'Conventions of the conseillers numériques scheme, 2021'
  },
  {
    from: { labels: ['conseillers-numeriques'] },
    implies: { fee: ['gratuit'] },
    confidence: 1,
    reason: 'The State pays the post on condition that people do not pay.',
    source: 'Conventions of the conseillers numériques scheme, 2021'
  },
  {
    from: { types: ['EPN', 'EPI'] },
    implies: { service: [INTERNET, TOOLS] },
    confidence: 1,
    reason: 'An espace public numérique is a place with computers online and somebody who teaches their use.',
    source: 'Charte NetPublic, 2003'
  },
  {
    from: { labels: ['epn-labellise', 'netpublic'] },
    implies: { service: [INTERNET, TOOLS] },
    confidence: 1,
    reason: 'The label is given to espaces publics numériques.',
    source: 'Charte NetPublic, 2003'
  },
  {
    from: { types: ['FABLAB'] },
    implies: { service: [CREATION] },
    confidence: 1,
    reason: 'Digital fabrication is what a FabLab is for.',
    source: 'Fab Charter, 2012'
  },
  {
    from: { types: ['CCAS', 'CIAS'] },
    implies: { service: [PROCEDURES] },
    confidence: 1,
    reason: 'It must receive and pass on applications for social aid.',
    source: 'Code de l’action sociale et des familles, L. 123-5'
  },
  {
    from: { types: ['ML', 'PIJ_BIJ', 'CAP_EMPLOI', 'MDE', 'MDEF', 'PLIE', 'FT'] },
    implies: { service: [EMPLOYMENT] },
    confidence: 1,
    reason: 'Help towards work is its legal mission.',
    source: 'Code du travail, L. 5311-1 to L. 5314-4'
  },
  {
    from: { types: ['CAF', 'CPAM', 'MSA', 'PIMMS'] },
    implies: { service: [PROCEDURES] },
    confidence: 1,
    reason: 'It helps with the procedures of its own scheme; a PIMMS with those of its partners.',
    source: 'Conventions d’objectifs et de gestion; charter of the PIMMS Médiation network'
  },
  {
    from: { types: ['ML', 'PIJ_BIJ', 'RS_FJT'] },
    implies: { audience: ['jeunes'] },
    confidence: 1,
    reason: 'It exists for people of 16 to 25, or up to 30.',
    source: 'Code du travail, L. 5314-2; label Info Jeunes'
  }
]

const LIKELY: readonly Omit<Rule, 'sure'>[] = [
  {
    from: { labels: ['france-services'] },
    implies: { service: [PROCEDURES] },
    confidence: 0.7,
    reason: 'Without the type, the label is mostly that of the employer of a conseiller numérique.',
    source: 'Real places'
  },
  {
    from: { labels: ['conseillers-numeriques'] },
    implies: { service: [PROCEDURES, SECURITY] },
    confidence: 0.7,
    reason: 'The third mission is to make people able to do their procedures alone.',
    source: 'Conventions of the conseillers numériques scheme, 2021'
  },
  {
    from: { types: ['EPN', 'EPI'] },
    implies: { service: [PROCEDURES] },
    confidence: 0.8,
    reason: 'Most help whoever comes with a procedure.',
    source: 'Real places'
  },
  {
    from: { types: ['BIB'] },
    implies: { service: [INTERNET], fee: ['gratuit'] },
    confidence: 0.9,
    reason: 'Nearly all have computers online for their readers, free of charge.',
    source: 'Real places'
  },
  {
    from: { types: ['MDS', 'CDAS', 'DEPT'] },
    implies: { service: [PROCEDURES] },
    confidence: 0.9,
    reason: 'Social workers help with applications, by appointment.',
    source: 'Code de l’action sociale et des familles, L. 123-2'
  },
  {
    from: { labels: ['pass-numerique'] },
    implies: { service: [TOOLS] },
    confidence: 0.9,
    reason: 'The pass pays for workshops of digital skills.',
    source: 'APTIC accreditation'
  },
  {
    from: { types: ['MUNI'] },
    implies: { service: [PROCEDURES] },
    confidence: 0.65,
    reason: 'Civil status and identity papers are asked for there.',
    source: 'Real places'
  },
  {
    from: { types: ['FT', 'PREF', 'CFP', 'MDPH'] },
    implies: { service: [PROCEDURES] },
    confidence: 0.9,
    reason: 'It helps with its own procedures.',
    source: 'Real places'
  },
  {
    from: { types: ['RESSOURCERIE'] },
    implies: { service: [EQUIPMENT] },
    confidence: 0.7,
    reason: 'Computers that were given away are repaired and sold at a low price.',
    source: 'Real places'
  },
  {
    from: { types: ['RFS', 'MSAP'] },
    implies: { service: [INTERNET] },
    confidence: 0.8,
    reason: 'The charter wants a self-service computer; few records mention it.',
    source: 'Charte nationale d’engagement France services, 2019'
  },
  {
    from: { types: ['CCAS', 'CIAS'] },
    implies: { fee: ['gratuit'] },
    confidence: 0.9,
    reason: 'Social aid is applied for free of charge.',
    source: 'Real places'
  },
  {
    from: { types: ['BIB', 'CS', 'CSC'] },
    implies: { access: ['se-presenter'] },
    confidence: 0.9,
    reason: 'One may walk in.',
    source: 'Real places'
  }
]

/** In the order in which the reason of a code is looked for: the first rule that gives it is the one that is told. */
export const RULES: readonly Rule[] = [
  ...SURE.map((rule) => ({ ...rule, sure: true })),
  ...LIKELY.map((rule) => ({ ...rule, sure: false }))
]
