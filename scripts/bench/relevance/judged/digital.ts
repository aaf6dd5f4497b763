// Grades places for digital needs, such as learning, borrowing, printing, repairing, making things or finding work:
// 3 if the place surely helps, 2 if it may well help, 1 if it could, 0 if it does not.

import { papers, type Rule } from './papers.ts'
import { type Facts, is } from './place.ts'

const DAILY = 'maitrise-des-outils-numeriques-du-quotidien'
const WORLD = 'comprehension-du-monde-numerique'
const ACCESS = 'acces-internet-et-materiel-informatique'
const SAFE = 'utilisation-securisee-du-numerique'
const WORK = 'insertion-professionnelle-via-le-numerique'
const PARENTS = 'parentalite-et-education-avec-le-numerique'
const LEISURE = 'loisirs-et-creations-numeriques'
const CHEAP = 'acquisition-de-materiel-informatique-a-prix-solidaire'

const anyOf = (...words: string[]): RegExp => new RegExp(words.join('|'))

const has = (f: Facts, ...services: string[]): boolean => services.some((service) => f.services.has(service))
const says = (f: Facts, words: RegExp): boolean => words.test(f.text)
const any = (f: Facts): boolean => f.services.size > 0

const LESSONS = anyOf(
  'cours (d )?(informatique|internet)',
  'initiation',
  'ateliers? (numer|informat)',
  'clubs? informat',
  'formation.{0,25}(numer|informat)'
)

/**
 * Learning to use computers and phones. Counsellors and EPN are suitable by definition, other places if they
 * declare it.
 */
export const learnpc: Rule = (f) => {
  if (f.closed) return f.cn || has(f, DAILY) ? 2 : 0
  if (f.youthOnly) return f.cn || has(f, DAILY) ? 2 : 1
  if (f.cn || is(f, 'EPN') || has(f, DAILY) || says(f, LESSONS)) return 3
  if (has(f, WORLD, SAFE) || f.fs || f.fsLabel || is(f, 'PRIVATE')) return 2
  if (is(f, 'CS', 'EVS', 'MJC', 'MQ', 'BIB', 'PIMMS', 'FAMRUR', 'OF', 'CLIC')) return 2
  return is(f, 'CCAS', 'CIAS', 'MUNI', 'TL', 'FABLAB', 'ASSO', 'PIJ') || f.ac || any(f) ? 1 : 0
}

const cnum: Rule = (f) => {
  if (f.cn) return 3
  return is(f, 'EPN') || has(f, DAILY) ? 2 : Math.min(1, learnpc(f))
}

const NET = anyOf(
  'wi ?fi',
  'acces (a )?internet',
  'libre acces',
  'postes? informatiques?',
  'ordinateurs? en',
  'bornes? (informatique|numer)',
  'connexion internet'
)

/** Using a computer on site. The charter of France services requires one that people can use freely. */
export const internet: Rule = (f) => {
  if (f.closed) return has(f, ACCESS) ? 1 : 0
  if (has(f, ACCESS) || is(f, 'EPN', 'PIMMS') || f.fs || says(f, NET)) return 3
  if (is(f, 'BIB', 'CS', 'EVS', 'TL', 'PIJ', 'MJC', 'MQ') || f.cn || f.fsLabel) return 2
  return is(f, 'ML', 'FT', 'MUNI', 'CCAS', 'CIAS', 'FABLAB', 'MDE', 'FAMRUR') || any(f) ? 1 : 0
}

const PRINT = /imprim|photocop|\bscan|impressions? (papier|de documents)/

/**
 * Printing. The charter of France services requires a printer and a scanner; EPN and most libraries have them too.
 */
export const print: Rule = (f) => {
  if (f.closed) return 0
  if ((says(f, PRINT) && !says(f, /imprimantes? 3d(?!.*photocop)/)) || f.fs || is(f, 'EPN', 'PIMMS')) return 3
  if (has(f, ACCESS)) return is(f, 'BIB', 'CS', 'EVS', 'TL', 'PIJ', 'MJC', 'MQ', 'MUNI', 'MDE') ? 3 : 2
  if (is(f, 'BIB', 'CS', 'EVS', 'TL', 'PIJ', 'MQ') || f.fsLabel) return 2
  return is(f, 'MUNI', 'CCAS', 'ML', 'FT', 'MJC', 'FABLAB', 'POSTE', 'MDE') || f.cn ? 1 : 0
}

const scam: Rule = (f) => {
  if (
    has(f, SAFE) ||
    says(f, /cyber ?(malveillance|securite)|arnaque|france victimes|ufc que choisir|consommateurs/)
  )
    return 3
  if (f.closed) return 0
  if (f.cn || is(f, 'EPN', 'PAD', 'PIMMS') || has(f, DAILY, WORLD) || f.fs || f.fsLabel) return 2
  return is(f, 'BIB', 'CS', 'MJC', 'MQ', 'MUNI', 'EVS', 'FAMRUR', 'UDAF') || f.ac || any(f) ? 1 : 0
}

const CHEAP_WORDS = anyOf(
  'emmaus connect',
  'recondition',
  'ordinateurs? (solidaires?|a bas prix|pas chers?|d occasion|recycl)',
  '\\bordi 3',
  'prix solidaire'
)

const buy: Rule = (f) => {
  if (has(f, CHEAP) || f.labels.has('emmaus-connect') || f.labels.has('ordi-3-0') || says(f, CHEAP_WORDS))
    return 3
  if (is(f, 'RESS', 'EMMAUS') && !f.closed) return 2
  return (f.cn || f.fs || is(f, 'EPN', 'CCAS', 'CIAS', 'PIMMS') || has(f, ACCESS)) && !f.closed ? 1 : 0
}

const emmaus: Rule = (f) => {
  if (f.labels.has('emmaus-connect') || /emmaus connect/.test(f.name)) return 3
  if (!has(f, CHEAP) && !is(f, 'EMMAUS') && !says(f, CHEAP_WORDS)) return 0
  return f.closed ? 1 : 2
}

const REPAIR = anyOf(
  'repair ?cafe',
  '(depannage|reparation|reparer|maintenance|assistance).{0,40}(informat|ordinat|pc\\b|telephon|smartphone)',
  'auto ?reparation'
)

const repair: Rule = (f) => {
  if (says(f, REPAIR)) return 3
  if (f.closed) return 0
  if (is(f, 'FABLAB', 'RESS') || /clubs? informat|recondition/.test(f.text)) return 2
  return is(f, 'EPN', 'TL') || f.cn || has(f, DAILY) ? 1 : 0
}

const JOBS = /\bemplois?\b|recherche d emploi|\bcv\b|demandeurs? d emploi/

const job: Rule = (f) => {
  if (is(f, 'FT', 'MDE', 'CAPEMPLOI') || has(f, WORK) || f.fs || /\bemplois?\b/.test(f.name))
    return f.closed ? 1 : 3
  if (f.closed) return 0
  if (is(f, 'ML', 'E2C')) return 2
  if (f.fsLabel || says(f, JOBS)) return f.fsLabel || f.cn ? 3 : 2
  if (
    f.cn ||
    is(f, 'EPN', 'CS', 'PIJ', 'CCAS', 'CIAS', 'CIDFF', 'PIMMS', 'OF', 'IAE', 'MQ') ||
    papers(f) === 3
  )
    return 2
  return is(f, 'BIB', 'MUNI', 'MJC', 'EVS', 'TL', 'POSTE') || any(f) ? 1 : 0
}

const youthjob: Rule = (f) => {
  if (is(f, 'ML', 'E2C')) return 3
  if (f.closed) return 0
  if (is(f, 'PIJ', 'FT', 'MDE', 'CAPEMPLOI', 'OF', 'IAE') || has(f, WORK) || f.fs || f.fsLabel) return 2
  return Math.min(1, job(f))
}

const business: Rule = (f) => {
  if (
    is(f, 'CONS') ||
    says(f, /\bbge\b|\badie\b|^initiative|creation d entreprise|entrepreneur|couveuse|pepiniere|incubateur/)
  )
    return 3
  if (is(f, 'TL', 'MDE', 'FT') || f.fs || f.fsLabel || has(f, WORK) || /cooperative d activite/.test(f.text))
    return f.closed ? 1 : 2
  return f.closed ? 0 : Math.min(1, papers(f))
}

const kids: Rule = (f) => {
  if (
    has(f, PARENTS) ||
    f.labels.has('promeneurs-du-net') ||
    says(f, /promeneurs? du net|parentalite|parents.{0,30}(numer|ecran)/)
  )
    return 3
  if (f.closed) return 0
  if (is(f, 'CS', 'EVS', 'MJC', 'MQ', 'EPN', 'FAMRUR', 'UDAF', 'CAF', 'PIJ') || f.cn) return 2
  if (f.place.audiences.includes('familles-et-ou-enfants') && any(f)) return 2
  return is(f, 'BIB', 'TL', 'FABLAB', 'MUNI', 'PIMMS') || f.fs || any(f) ? 1 : 0
}

const games: Rule = (f) => {
  if (has(f, LEISURE) || says(f, /jeux? video|montage video|photo(graphi|s? numer)|retouche|numerisation/))
    return 3
  if (f.closed) return 0
  if (is(f, 'FABLAB', 'EPN', 'BIB', 'MJC')) return 2
  return is(f, 'TL', 'CS', 'EVS', 'MQ', 'PIJ') || f.cn || has(f, DAILY, WORLD) ? 1 : 0
}

const MAKING =
  /(impression|imprimante)s? 3d|decoupe (laser|vinyle)|fab ?lab|brodeuse|fabrication numerique|fraiseuse/

const make: Rule = (f) => {
  if (is(f, 'FABLAB') || says(f, MAKING)) return 3
  if (f.closed) return 0
  if (has(f, LEISURE) && is(f, 'TL', 'EPN', 'MJC', 'CS', 'ASSO')) return 2
  return is(f, 'TL') || has(f, LEISURE) ? 1 : 0
}

const code: Rule = (f) => {
  if (is(f, 'FABLAB') || says(f, /robot|arduino|scratch|\bcod(age|ing)\b|programmation|debrouillards/))
    return 3
  if (f.closed) return 0
  if (has(f, LEISURE)) return is(f, 'RFS') ? 2 : 3
  if (is(f, 'EPN', 'MJC', 'TL')) return 2
  return is(f, 'BIB', 'CS', 'MQ', 'PIJ', 'EVS') || f.cn ? 1 : 0
}

const cowork: Rule = (f) => {
  if (is(f, 'TL') || says(f, /co ?work|bureaux? partage|telecentre|teletravail|tiers ?lieu/)) return 3
  return is(f, 'FABLAB', 'BIB', 'EPN') || (f.fs && has(f, ACCESS)) ? 1 : 0
}

/**
 * Learning to read. Associations that say so are best; social centres hold workshops, and libraries can refer
 * people.
 */
const literacy: Rule = (f) => {
  if (says(f, /illettr|alphab|apprendre a lire|savoirs de base|lire (et )?ecrire|competences de base/))
    return 3
  const { needs } = f.place
  if (needs.includes('illettrisme')) return f.closed ? 1 : needs.length <= 2 ? 3 : 2
  if (f.closed) return 0
  if (is(f, 'CS', 'MQ', 'EVS', 'OF', 'SECOURS')) return 2
  return is(f, 'BIB', 'CCAS', 'CIAS', 'ML', 'PIMMS', 'MJC', 'CROIX', 'FAMRUR', 'MDE') || f.fs || f.cn ? 1 : 0
}

const french: Rule = (f) => {
  if (
    says(
      f,
      /\bfle\b|francais langue|alphab|socio ?linguist|apprentissage du francais|cours de francais|linguisti/
    )
  )
    return 3
  if (f.place.needs.some((need) => need.startsWith('langues-etrangeres')) && !f.closed) return 2
  if (is(f, 'CADA')) return 2
  if (f.closed) return 0
  if (is(f, 'CS', 'MQ', 'EVS', 'SECOURS', 'OF') || says(f, /etrangers|migrants|refugi|illettr/)) return 2
  return is(f, 'BIB', 'CCAS', 'CIAS', 'MJC', 'CROIX', 'PIMMS', 'ML') || f.fs ? 1 : 0
}

const pix: Rule = (f) => {
  if (f.labels.has('certification-pix') || says(f, /\bpix\b/)) return 3
  if (f.closed) return 0
  return f.cn || is(f, 'EPN', 'OF') || f.labels.has('grande-ecole-du-numerique') ? 2 : Math.min(1, learnpc(f))
}

/**
 * Computer help for people with a disability. Places that say they offer it come first, followed by places that
 * teach anyone.
 */
function adapted(need: RegExp, words: RegExp): Rule {
  return (f) => {
    const told = f.place.needs.some((one) => need.test(one)) || says(f, words)
    const base = learnpc(f)
    if (told) return base >= 2 || /aveugle|valentin|apidv/.test(f.name) ? 3 : 2
    return base === 3 ? 2 : Math.min(1, base)
  }
}

const labelled =
  (label: string, otherwise: Rule, most: number): Rule =>
  (f) =>
    f.labels.has(label) ? 3 : Math.min(most, otherwise(f))

const most =
  (...rules: Rule[]): Rule =>
  (f) =>
    Math.max(...rules.map((rule) => rule(f)))

export const DIGITAL: Record<string, Rule> = {
  learnpc,
  cnum,
  internet,
  print,
  scam,
  buy,
  emmaus,
  repair,
  job,
  youthjob,
  business,
  kids,
  games,
  make,
  code,
  cowork,
  literacy,
  french,
  pix,
  phone: learnpc,
  internetaid: most(learnpc, internet, papers),
  printwifi: (f) => Math.min(print(f), internet(f)),
  literacyfrench: most(literacy, french),
  disabilitypc: adapted(/handicap|surdite|visuelle/, /handicap/),
  blindpc: adapted(/visuelle/, /aveugle|malvoyant|valentin hauy|apidv|deficien\w+ visuel/),
  aidants: (f) => (f.ac ? 3 : f.fs ? 1 : 0),
  passnum: labelled('pass-numerique', (f) => (is(f, 'EPN') ? 2 : Math.min(1, learnpc(f))), 2),
  promeneurs: (f) =>
    f.labels.has('promeneurs-du-net') || says(f, /promeneurs? du net/) ? 3 : is(f, 'PIJ', 'MJC', 'CS') ? 1 : 0
}
