// The judge decides what each question asks for, and grades how well a place answers it, from 0 to 3.
//
// Questions are rows of a table with a header and columns separated by tabs: class, q, lat, lon, where, need, time,
// facts, target, note. `where` is read by territory.ts, `need` by papers.ts, digital.ts and kinds.ts, and `time` by
// hours.ts. `facts` are the conditions below. `target` is a regular expression for the plain name of the place that
// the question names.

import { createHash } from 'node:crypto'
import { DIGITAL } from './digital.ts'
import { type Known, openThen, windowsOf } from './hours.ts'
import { kindRule } from './kinds.ts'
import { PAPERS, type Rule } from './papers.ts'
import { type Facts, factsOf, type Place, plain } from './place.ts'
import type { Communes, Scale, Where } from './territory.ts'
import { beyond, centred, inside, readWhere, scaleOf, straight } from './territory.ts'

export interface Row {
  class: string
  q: string
  lat?: number | undefined
  lon?: number | undefined
  where: string
  need: string
  time: string
  facts: string[]
  target: string
  note: string
}

export interface Judged {
  id: string
  class: string
  q: string
  lat?: number | undefined
  lon?: number | undefined
  part: 'development' | 'heldOut'
  row: Row
  where: Where
  near: number
  /** All places with a grade above 0, the best first, and the nearest first among equal grades. */
  answers: { place: Place; grade: number; km: number }[]
  grade: (place: Place) => number
  /** Distance in kilometres from the middle of the place that the question asks for. */
  distance: (place: Place) => number
}

export function readRows(tsv: string): Row[] {
  return tsv
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [
        kind = '',
        q = '',
        lat = '',
        lon = '',
        where = '',
        need = '',
        time = '',
        facts = '',
        target = '',
        note = ''
      ] = line.split('\t')
      const position = lat === '' ? {} : { lat: Number(lat), lon: Number(lon) }
      const conditions = facts.split(',').filter((fact) => fact !== '')
      return { class: kind, q, ...position, where, need, time, facts: conditions, target, note }
    })
}

const hashOf = (q: string): string => createHash('sha256').update(q).digest('hex')

/**
 * Salt for the hash that divides the questions. Of 400 salts, it is the one with which the held-out share of each
 * class is nearest to a third.
 */
const SALT = '78 '

/**
 * Whether a question is for development or held out. The text of the question decides; a third of the questions is
 * held out.
 */
export const partOf = (q: string): 'development' | 'heldOut' =>
  Number.parseInt(hashOf(SALT + q).slice(0, 8), 16) % 3 === 0 ? 'heldOut' : 'development'

const remembered = new Map<string, Rule>()

/** Returns the rule for a need. The grade of each place is computed only once. */
function ruleOf(need: string): Rule {
  const kept = remembered.get(need)
  if (kept) return kept
  const rule = newRuleOf(need)
  const grades = new WeakMap<Facts, number>()
  const once: Rule = (facts) => {
    const grade = grades.get(facts) ?? rule(facts)
    grades.set(facts, grade)
    return grade
  }
  remembered.set(need, once)
  return once
}

function newRuleOf(need: string): Rule {
  const rule = PAPERS[need] ?? DIGITAL[need]
  if (rule) return rule
  if (need === 'any' || need === 'fs' || need.startsWith('k:')) return kindRule(need)
  throw new Error(`No rule for the need "${need}"`)
}

/** Whether a place is free of charge: by its own declaration, or because a charter or law requires it. */
function free(f: Facts): Known {
  const fees = f.place.fees
  if (fees.includes('gratuit')) return 'yes'
  if (fees.includes('payant')) return 'no'
  return f.fs || f.cn || ['CCAS', 'CIAS', 'ML', 'FT', 'PIJ', 'MUNI'].some((kind) => f.kinds.has(kind))
    ? 'yes'
    : 'unknown'
}

const known = (value: boolean | null): Known => (value === null ? 'unknown' : value ? 'yes' : 'no')

/**
 * Whether a place accepts this audience. A place for everyone accepts it; only a place meant for other people
 * refuses it.
 */
function audience(wanted: string): (f: Facts) => Known {
  return (f) => {
    const { audiences } = f.place
    if (audiences.includes(wanted)) return 'yes'
    const young = wanted === 'seniors' && (f.youthOnly || (f.kinds.has('PIJ') && !f.fs))
    return audiences.length > 0 || young ? 'no' : 'yes'
  }
}

function support(code: string): (f: Facts) => Known {
  return (f) => {
    if (f.place.support.includes(code)) return 'yes'
    return f.place.support.length > 0 ? 'no' : 'unknown'
  }
}

const CONDITIONS: Record<string, (f: Facts) => Known> = {
  free,
  wheelchair: (f) => {
    const { wheelchair, step_free_entrance: stepFree } = f.place.accessibility
    if (wheelchair === 'yes' || stepFree === true) return 'yes'
    return wheelchair === 'no' || stepFree === false ? 'no' : 'unknown'
  },
  lsf: (f) => {
    const told = /\blsf\b|langue des signes|sourd/.test(f.text) || f.place.needs.includes('surdite')
    return f.place.accessibility.sign_language === true || told ? 'yes' : 'unknown'
  },
  walkin: (f) => {
    if (f.place.access.includes('se-presenter') || /sans (rdv|rendez)/.test(f.text)) return 'yes'
    return /sur (rdv|rendez)/.test(f.text) || f.place.access.includes('prendre-un-rdv-en-ligne')
      ? 'no'
      : 'unknown'
  },
  home: (f) => {
    if (/domicile/.test(f.text) || f.kinds.has('PRIVATE')) return 'yes'
    const may = f.place.itinerant === true || f.kinds.has('CCAS') || f.kinds.has('CIAS') || f.cn
    return may ? 'unknown' : 'no'
  },
  english: (f) => (f.place.needs.includes('langues-etrangeres-anglais') ? 'yes' : 'unknown'),
  parking: (f) => known(f.place.accessibility.adapted_parking),
  loop: (f) => known(f.place.accessibility.hearing_loop),
  group: support('dans-un-atelier-collectif'),
  individual: support('accompagnement-individuel'),
  remote: support('a-distance'),
  seniors: audience('seniors'),
  youth: audience('jeunes'),
  families: audience('familles-et-ou-enfants'),
  students: audience('etudiants'),
  women: audience('femmes')
}

const windows = new Map<string, ReturnType<typeof windowsOf>>()

function windowsAt(time: string, now: Date, timezone: string): ReturnType<typeof windowsOf> {
  const key = `${time} ${now.getTime()} ${timezone}`
  const list = windows.get(key) ?? windowsOf(time, now, timezone)
  windows.set(key, list)
  return list
}

/**
 * Lowers a grade by the conditions of the question. A condition that is known to be met keeps the grade, an unknown
 * one lowers it by one, and one that is not met leaves at most 1.
 */
function afterConditions(base: number, facts: Facts, row: Row, now: Date): number {
  let grade = base
  const lower = (answer: Known): void => {
    if (answer === 'unknown') grade = Math.min(grade, Math.max(1, base - 1))
    if (answer === 'no') grade = Math.min(grade, 1)
  }
  for (const fact of row.facts) {
    const condition = CONDITIONS[fact]
    if (!condition) throw new Error(`No condition "${fact}"`)
    lower(condition(facts))
  }
  if (row.time !== '') {
    const { osm, confidence, timezone } = facts.place.opening_hours
    if (osm === null) lower('unknown')
    else lower(openThen(osm, confidence, windowsAt(row.time, now, timezone)))
  }
  return Math.min(grade, base)
}

/**
 * The rule for a question that names a place: this place is the answer. Places with the same name elsewhere are
 * answers only if the question names no town.
 */
function namedRule(row: Row): Rule {
  const target = new RegExp(row.target)
  return (f) => (target.test(f.name) || target.test(`${f.name} ${plain(f.place.address.city)}`) ? 3 : 0)
}

/**
 * Distances in kilometres that count as near and as far, derived from the nearest places with sufficient grades.
 * `nearestBest` is the distance of the nearest place with the highest grade.
 */
interface Reach {
  near: number
  far: number
  nearestBest: number
}

function reachOf(graded: { grade: number; km: number }[], scale: Scale): Reach {
  const nearest = (least: number): number =>
    graded.reduce((km, one) => (one.grade >= least ? Math.min(km, one.km) : km), Number.POSITIVE_INFINITY)
  const fitting = nearest(2)
  const known = Number.isFinite(fitting) ? fitting : 0
  const near = Math.max(scale.near, known * 1.2 + 0.5)
  return { near, far: known > 40 ? near * 2 : Math.min(40, near * 4), nearestBest: nearest(3) }
}

/** The grade of a place that is this many kilometres outside the requested territory. */
function atDistance(grade: number, km: number, reach: Reach): number {
  if (km <= 0.001 || km <= reach.near) return grade
  const { near, far, nearestBest } = reach
  const best = grade === 3 && km <= nearestBest * 1.2 + 0.5
  if (best && km <= Math.min(16, 2 * near)) return 3
  if (best && km <= Math.max(4 * near, 15) && km <= far) return 2
  if (km > far) return 0
  return Math.max(0, grade - (km <= 2 * near ? 1 : 2))
}

/** Judges a question by its rule, its conditions and the distance of the places. */
function judgeRow(row: Row, places: Place[], communes: Communes, now: Date): Judged {
  const position = row.lat !== undefined && row.lon !== undefined ? { lat: row.lat, lon: row.lon } : null
  const where = centred(readWhere(row.where, position, communes), places, communes)
  if (where.kind === 'communes' && where.points.length === 0) throw new Error(`No commune for "${row.q}"`)
  const rule = row.class === 'name' ? namedRule(row) : ruleOf(row.need)
  const suits = (place: Place): number => {
    const facts = factsOf(place)
    const base = rule(facts)
    return base === 0 ? 0 : afterConditions(base, facts, row, now)
  }
  const far = Float64Array.from(places, (place) => straight(place, where, communes))
  const own = places.map((place) => inside(place, where, communes))
  const scale = scaleOf(where, far, own)
  const graded = places.map((place, index) => {
    return { place, grade: suits(place), km: beyond(far[index] ?? 0, own[index] === true, scale) }
  })
  const reach = reachOf(graded, scale)
  const distance = (place: Place): number => straight(place, where, communes)
  const grade = (place: Place): number =>
    atDistance(suits(place), beyond(distance(place), inside(place, where, communes), scale), reach)
  const answers = graded.flatMap(({ place, grade: suited, km }, index) => {
    const left = atDistance(suited, km, reach)
    return left > 0 ? [{ place, grade: left, km: far[index] ?? 0 }] : []
  })
  answers.sort((a, b) => b.grade - a.grade || a.km - b.km)
  const { q, lat, lon } = row
  const id = hashOf(`${q} ${lat ?? ''} ${lon ?? ''}`).slice(0, 10)
  return {
    id,
    class: row.class,
    q,
    lat,
    lon,
    part: partOf(q),
    row,
    where,
    near: reach.near,
    answers,
    grade,
    distance
  }
}

export function judge(rows: Row[], places: Place[], communes: Communes, now = new Date()): Judged[] {
  return rows.map((row) => judgeRow(row, places, communes, now))
}
