// Reads the judged questions, and grades how well a place answers one: 3, 2, 1 or 0.
import { distance, point } from '@turf/turf'
import type { Place } from '../../../src/domain/places/place.ts'
import { normaliseLabel } from '../../../src/domain/vocabularies/read-label.ts'
import { KINDS } from './judged.ts'

export const TYPED = ['plain', 'bare', 'typo', 'typos', 'spoken'] as const

export type Judged = {
  readonly typed: (typeof TYPED)[number]
  readonly q: string
  readonly grade: (place: Place) => number
}

export type Town = (name: string) => { readonly lat: number; readonly lon: number } | undefined

type Test = (place: Place) => boolean

export function readJudged(text: string, townOf: Town): readonly Judged[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => {
    const [typed = '', wanted = '', q = ''] =
      line.split('|').length > 3 ? cut(line) : line.split('|').map((part) => part.trim())
    const [what = '', where] = wanted.split('@').map((part) => part.trim())
    const answers = whatGrade(what)
    const near = where === undefined ? () => 3 : whereGrade(where, townOf)
    return {
      typed: typed as Judged['typed'],
      q,
      grade: (place) => {
        const met = answers(place)
        return met === 0 ? 0 : Math.max(0, near(place) - (3 - met))
      }
    }
  })
}

/** A pattern may contain `|`, so only the first and last one in a line are separators. */
function cut(line: string): readonly string[] {
  const [first, last] = [line.indexOf('|'), line.lastIndexOf('|')]
  return [line.slice(0, first), line.slice(first + 1, last), line.slice(last + 1)].map((part) => part.trim())
}

/** 3 if all conditions hold, 2 if a wish does not, 0 if a required one does not. */
function whatGrade(what: string): (place: Place) => number {
  const parts = what
    .split('+')
    .map((part) => ({ wish: part.startsWith('?'), test: anyOf(part.replace(/^\?/, '')) }))
  return (place) => {
    if (parts.some(({ wish, test }) => !wish && !test(place))) return 0
    return parts.some(({ wish, test }) => wish && !test(place)) ? 2 : 3
  }
}

const anyOf = (alternatives: string): Test => {
  const tests = alternatives
    .split(',')
    .flatMap((each) => (KINDS[each] ?? each).split(','))
    .map(testOf)
  return (place) => tests.some((test) => test(place))
}

function testOf(condition: string): Test {
  if (condition.startsWith('/')) {
    const pattern = new RegExp(condition.slice(1, -1))
    return ({ name }) => pattern.test(normaliseLabel(name))
  }
  const [field, code = ''] = condition.split(':')
  const has: Readonly<Record<string, Test>> = {
    type: ({ types }) => types.includes(code),
    service: ({ services }) => services.includes(code),
    audience: ({ audiences }) => audiences.includes(code),
    need: ({ needs }) => needs.includes(code),
    fee: ({ fees }) => fees.includes(code),
    label: ({ labels }) => labels.some((label) => label.code === code)
  }
  const test = has[field ?? '']
  if (!test) throw new Error(`Nothing is judged by ${condition}.`)
  return test
}

const RINGS = [
  [10, 3],
  [25, 2],
  [60, 1]
] as const

function whereGrade(where: string, townOf: Town): (place: Place) => number {
  if (where.startsWith('dep:')) return ({ address }) => (address.department === where.slice(4) ? 3 : 0)
  const town = townOf(where)
  if (!town) throw new Error(`No town is named ${where}.`)
  const centre = point([town.lon, town.lat])
  return ({ location }) => {
    if (!location) return 0
    const far = distance(centre, point([location.lon, location.lat]), { units: 'kilometers' })
    return RINGS.find(([most]) => far <= most)?.[1] ?? 0
  }
}
