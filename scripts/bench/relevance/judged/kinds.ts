// Grades places for questions that name a kind of place: places of this kind are the answer, related kinds are
// second best.

import type { Rule } from './papers.ts'
import { type Facts, is } from './place.ts'

/** Related kinds: so similar that people who asked for one are helped by the other. */
const KIN: Record<string, [string[], string[]]> = {
  BIB: [[], []],
  MUNI: [['CCAS', 'CIAS', 'RFS'], ['EPCI']],
  FABLAB: [[], []],
  TL: [['FABLAB'], ['MJC']],
  CCAS: [['CIAS'], ['MUNI', 'DEPSOC']],
  ML: [[], ['PIJ', 'FT', 'E2C', 'MDE']],
  CS: [
    ['EVS', 'MQ'],
    ['MJC', 'FAMRUR']
  ],
  EVS: [['CS'], ['MQ', 'MJC', 'FAMRUR']],
  MJC: [['CS'], ['MQ', 'PIJ', 'EVS']],
  MQ: [['CS'], ['MJC', 'EVS']],
  EPN: [[], ['TL']],
  FT: [
    ['MDE', 'RFS'],
    ['ML', 'CAPEMPLOI']
  ],
  CAF: [['RFS'], ['CCAS']],
  CPAM: [['RFS'], ['MSA', 'CCAS']],
  PIMMS: [[], ['RFS']],
  PREF: [['RFS'], []],
  POSTE: [[], ['RFS', 'MUNI']],
  RESS: [[], ['EMMAUS']],
  PIJ: [[], ['ML', 'MJC']],
  E2C: [[], ['ML', 'OF']],
  DEPSOC: [[], ['CCAS', 'CIAS', 'CD']],
  EMMAUS: [[], ['RESS']],
  SECOURS: [[], ['CROIX']],
  CROIX: [[], ['SECOURS']],
  FJT: [[], []],
  BUS: [[], []],
  FAMRUR: [[], ['EVS']]
}

function france(f: Facts): number {
  if (f.fs) return 3
  if (f.fsLabel) return 2
  return is(f, 'PIMMS') ? 1 : 0
}

function fabLab(f: Facts): number {
  if (is(f, 'FABLAB')) return 3
  if (/fab ?lab|fabrication numerique|imprimantes? 3d/.test(f.text)) return 2
  return is(f, 'TL') ? 1 : 0
}

/**
 * EPN, and digital places under other names: places with a counsellor and computers for the public, or third
 * places.
 */
function epn(f: Facts): number {
  if (is(f, 'EPN')) return 3
  if (f.closed) return 0
  return f.cn && f.services.has('acces-internet-et-materiel-informatique') ? 2 : f.cn || is(f, 'TL') ? 1 : 0
}

const bus: Rule = (f) => {
  if (is(f, 'BUS')) return 3
  return f.place.itinerant === true ? 2 : 0
}

const busfs: Rule = (f) => {
  const moving = bus(f) >= 2
  if (france(f) >= 2) return moving ? 3 : 1
  return moving ? 2 : 0
}

function kin(kind: string): Rule {
  const [second, third] = KIN[kind] ?? [[], []]
  return (f) => (is(f, kind) ? 3 : is(f, ...second) ? 2 : is(f, ...third) ? 1 : 0)
}

/** The rule for questions without a need: any place that receives people, with well-equipped places first. */
const anything: Rule = (f) => {
  if (f.closed) return 1
  const known = f.fs || f.cn || f.ac || f.services.size > 0
  return known || is(f, 'EPN', 'BIB', 'FABLAB', 'CS', 'CCAS', 'MJC', 'TL', 'PIMMS', 'ML') ? 3 : 2
}

export function kindRule(key: string): Rule {
  if (key === 'any') return anything
  if (key === 'fs' || key === 'k:RFS') return france
  if (key === 'k:FABLAB') return fabLab
  if (key === 'k:EPN') return epn
  if (key === 'k:BUS') return bus
  if (key === 'k:BUSFS') return busfs
  if (key === 'k:MDS') return kin('DEPSOC')
  return kin(key.slice(2))
}
