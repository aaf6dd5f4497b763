// Grades places for help with paperwork: 3 if the place surely helps (by law, charter or its own declaration), 2 if
// it may well help, 1 if it could, 0 if it does not.

import { type Facts, is } from './place.ts'

export type Rule = (facts: Facts) => number

const DEMARCHES = 'aide-aux-demarches-administratives'
const DAILY = 'maitrise-des-outils-numeriques-du-quotidien'

/** Places that a mandate or a charter obliges to help everyone with their paperwork. */
const bound = (f: Facts): boolean =>
  f.fs || f.fsLabel || (f.ac && !f.closed && !f.youthOnly) || is(f, 'PIMMS')

const declares = (f: Facts): boolean => f.services.has(DEMARCHES)

/** Places whose work is close to helping with paperwork: counsellors, digital places, social centres, town halls. */
const near = (f: Facts): boolean =>
  f.cn ||
  is(
    f,
    'EPN',
    'CS',
    'EVS',
    'MQ',
    'MUNI',
    'DEPSOC',
    'PREF',
    'UDAF',
    'FAMRUR',
    'CLIC',
    'CD',
    'SECOURS',
    'CROIX'
  )

/** The grade of the remaining places: they have a desk, a computer or somebody to ask, but no task of this kind. */
function leftover(f: Facts): number {
  if (
    is(
      f,
      'BIB',
      'PIJ',
      'ML',
      'POSTE',
      'FT',
      'CAF',
      'CPAM',
      'MSA',
      'MJC',
      'CARSAT',
      'CFP',
      'EPCI',
      'MDE',
      'ASSO',
      'PAD'
    )
  )
    return 1
  return f.services.size > 0 && !is(f, 'FABLAB') ? 1 : 0
}

/**
 * The rule for paperwork. Places of the kinds in `own` handle these papers themselves, places in `surely` certainly
 * help with them, and places in `never` do not.
 */
function papersWith(own: string[], surely: string[] = ['CCAS', 'CIAS'], never: string[] = []): Rule {
  return (f) => {
    if (is(f, ...own)) return 3
    if (f.closed) return f.ac || declares(f) ? 2 : 0
    if (is(f, 'PRIVATE')) return f.ac || declares(f) ? 2 : 1
    if (f.youthOnly || is(f, 'FT', 'CAPEMPLOI')) return f.ac || f.fs || declares(f) ? 2 : 1
    if (bound(f) || declares(f) || is(f, ...surely)) return 3
    if (is(f, ...never) && !f.cn) return 1
    if (is(f, 'CCAS', 'CIAS') || near(f)) return 2
    return leftover(f)
  }
}

export const papers: Rule = papersWith([])

const tax: Rule = (f) => (is(f, 'CFP') ? 3 : papersWith([], [])(f))

const caf: Rule = (f) => {
  if (f.labels.has('point-relais-caf') || f.labels.has('point-d-acces-numerique-caf')) return 3
  return papersWith(['CAF'])(f)
}

/** The rule for pensions. A mission locale or another place for young people is no answer. */
const pension =
  (own: string[]): Rule =>
  (f) => {
    if (f.youthOnly || (is(f, 'PIJ', 'FT', 'MJC') && !f.fs)) return 0
    return papersWith(own)(f)
  }

const car: Rule = papersWith(['PREF'], [], ['MUNI', 'SECOURS', 'CROIX', 'DEPSOC'])

const residence: Rule = (f) => {
  if (/etranger|migrant|refugi|cimade|demandeurs? d asile/.test(f.text) && !is(f, 'CADA')) return 3
  if (is(f, 'CADA')) return 2
  return papersWith(['PREF', 'PAD'], [], ['MUNI'])(f)
}

/** Identity cards are made at town halls. France services help to prepare them, and some of them make cards too. */
const idcard: Rule = (f) => {
  if (is(f, 'MUNI') && !f.closed) return 3
  if (f.fs) return 3
  return Math.min(papers(f), f.closed || is(f, 'SECOURS', 'CROIX') ? 1 : 2)
}

const health: Rule = (f) => {
  if (f.labels.has('forme-a-mon-espace-sante')) return 3
  if (is(f, 'MSA')) return 2
  return papersWith(['CPAM'])(f)
}

const writer: Rule = (f) => {
  if (/ecrivains? publi/.test(f.text)) return 3
  const base = papers(f)
  return base === 3 && !is(f, 'PIMMS', 'CCAS', 'CIAS') && !f.fs && !f.ac ? 2 : base
}

const housing: Rule = (f) =>
  /logement|\badil\b|\bhlm\b|bailleur/.test(f.name) && !f.closed ? 3 : papersWith([])(f)

/**
 * The rule for people who lack money or housing: first the social services of the commune and the département, then
 * organisations that refer people to them.
 */
const social: Rule = (f) => {
  if (is(f, 'CCAS', 'CIAS', 'DEPSOC')) return 3
  if (/assistante?s? sociale?s?/.test(f.text) && !f.closed) return 3
  if (
    is(f, 'MUNI', 'CD', 'UDAF', 'SECOURS', 'CROIX', 'CHRS', 'CS', 'EVS', 'PIMMS', 'MQ') ||
    f.fs ||
    f.fsLabel
  )
    return 2
  if (f.closed) return 0
  return f.ac || declares(f) ? 2 : Math.min(1, papers(f))
}

/**
 * By law (CASF L264-1), people without a home get an official address from the CCAS or CIAS, or from approved
 * shelters.
 */
const domicil: Rule = (f) => {
  if (/domiciliation/.test(f.text) || is(f, 'CCAS', 'CIAS')) return 3
  if (is(f, 'CHRS', 'SECOURS', 'DEPSOC', 'MUNI', 'CROIX', 'EMMAUS')) return 2
  return f.closed ? 0 : Math.min(1, papers(f))
}

const rights: Rule = (f) => {
  if (
    is(f, 'PAD', 'CIDFF') ||
    /acces aux? droits?|juridi|avocat|conciliateur de justice|droits des femmes/.test(f.text)
  )
    return 3
  if (is(f, 'UDAF', 'PIMMS', 'MUNI') || f.fs || f.fsLabel || /victimes|\bdroits?\b/.test(f.text)) return 2
  return f.closed ? 0 : Math.min(1, papers(f))
}

const disability: Rule = (f) => {
  if (is(f, 'MDPH')) return 3
  if (/handicap|\bapf\b/.test(f.text)) return f.closed ? 1 : 2
  return papersWith(['DEPSOC'])(f)
}

const energy: Rule = (f) => {
  if (/\balec\b|\badil\b|info energie|france renov|conseil energie/.test(f.text)) return 3
  return f.fs || f.fsLabel || is(f, 'CCAS', 'CIAS', 'PIMMS')
    ? 3
    : Math.min(2, papersWith([], [], ['MUNI'])(f))
}

const debt: Rule = (f) => {
  if (/surendettement|point conseil budget|\bpcb\b|banque de france|\bcresus\b/.test(f.text)) return 3
  if (is(f, 'UDAF', 'CCAS', 'CIAS', 'DEPSOC', 'PIMMS') || f.fs || f.fsLabel) return 3
  return Math.min(2, papers(f))
}

const women: Rule = (f) => {
  if (is(f, 'CIDFF') || /\bfemmes?\b|violences|victimes|planning familial/.test(f.text))
    return f.closed && !/femmes?/.test(f.text) ? 1 : 3
  if (is(f, 'PAD', 'DEPSOC')) return 2
  return is(f, 'CCAS', 'CIAS', 'UDAF', 'CS', 'MUNI') || f.fs ? 1 : 0
}

const student: Rule = (f) => {
  if (is(f, 'PIJ') || f.labels.has('campus-connecte') || /\bcrous\b|etudiant|universit/.test(f.text)) return 3
  if (f.place.audiences.includes('etudiants')) return 3
  if (f.closed) return 0
  if (is(f, 'ML', 'EPN', 'CS', 'MJC') || f.cn || f.fs || f.fsLabel || declares(f)) return 2
  return is(f, 'BIB', 'MUNI', 'CCAS') || f.ac || f.services.has(DAILY) ? 1 : 0
}

/** The rule for questions that ask for a centre social and for help with health papers. */
const healthcs: Rule = (f) => (is(f, 'CS', 'EVS') ? 3 : Math.min(2, health(f)))

export const PAPERS: Record<string, Rule> = {
  papers,
  tax,
  caf,
  car,
  residence,
  idcard,
  health,
  healthcs,
  writer,
  housing,
  social,
  domicil,
  rights,
  disability,
  energy,
  debt,
  women,
  student,
  papersliteracy: papers,
  pension: pension(['CARSAT']),
  pensionmsa: pension(['CARSAT', 'MSA'])
}
