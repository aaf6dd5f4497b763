// Formats the results of `search` as text and tables.

import { table } from '../text-table.ts'
import type { Measured } from './measure-class.ts'
import { FACETS_ALL, NEAR_SERVICE, type QueryClass } from './query-classes.ts'
import { apiCost, missedAt, missedByGrowth, sqlCost } from './wanted.ts'

const HEAD = [
  'class',
  'API/s',
  'p50 ms',
  'p95',
  'p99',
  'pgbench/s',
  'API÷pgbench',
  'cost API',
  'cost SQL',
  'places',
  'CPU ms',
  'asking ms',
  ''
]

export const LEGEND = `API/s: answers a second; pgbench/s: the same requests' SQL; cost: how many times as dear as ${NEAR_SERVICE};
CPU ms: of the API's process, an answer; asking ms: of the bench, an answer, on the same processors.`

export function sizeTable(measured: readonly Measured[]): string {
  const nearService = measured.find(({ name }) => name === NEAR_SERVICE)
  const rows = measured.map((each) => [
    each.name,
    rate(each.api.rate),
    ...[each.api.p50, each.api.p95, each.api.p99].map((ms) => ms.toFixed(1)),
    rate(each.sqlRate),
    (each.api.rate / each.sqlRate).toFixed(2),
    nearService ? apiCost(each, nearService).toFixed(2) : '',
    nearService ? sqlCost(each, nearService).toFixed(2) : '',
    each.places.toFixed(1),
    each.api.cpuMs?.toFixed(2) ?? '?',
    each.api.askingMs.toFixed(2),
    missedAt(each, measured).join('; ')
  ])
  return [table([HEAD, ...rows]), ...measured.flatMap(firstOfFacets)].join('\n')
}

/**
 * A line on how long the first count of the facets took. It reads the places of the whole country, once per data
 * version.
 */
function firstOfFacets({ name, first }: Measured): readonly string[] {
  if (name !== FACETS_ALL) return []
  const scan = first.plans.some(({ readsAllPlaces }) => readsAllPlaces) ? ', reading all places' : ''
  return [`${name}: counted for the first time in ${Math.round(first.milliseconds)} ms${scan}`]
}

/** A table of how costs grow from the smallest size to the largest; empty if there is only one size. */
export function growthTable(measured: readonly Measured[]): string {
  const sizes = [...new Set(measured.map(({ size }) => size))].toSorted((a, b) => a - b)
  const [small, large] = [sizes[0], sizes.at(-1)]
  if (small === large) return ''
  const rows = measured
    .filter(({ size }) => size === large)
    .flatMap((most) => {
      const least = measured.find(({ name, size }) => name === most.name && size === small)
      if (!least) return []
      return [
        [
          most.name,
          apiCost(most, least).toFixed(2),
          sqlCost(most, least).toFixed(2),
          `${least.places.toFixed(1)} → ${most.places.toFixed(1)}`,
          missedByGrowth(least, most)
        ]
      ]
    })
  return `How many times as dear among ${large} places as among ${small}:\n${table([
    ['class', 'API', 'SQL', 'places answered', ''],
    ...rows
  ])}`
}

const PLAN_LINES = 40

export function plansOf({ name, plans }: Measured, { asks }: QueryClass): string {
  const distinct = new Map(plans.map(({ lines }) => [shapeOf(lines), lines]))
  const shortened = [...distinct.values()].map((lines) => lines.slice(0, PLAN_LINES).join('\n'))
  return `${name}: ${asks}\n\n${shortened.join('\n\n')}\n`
}

/** The steps of a plan without its figures, so that plans that differ only in figures are printed once. */
const shapeOf = (lines: readonly string[]): string =>
  lines
    .filter((line) => line.includes('->'))
    .map((line) => line.replace(/\(.*/, ''))
    .join()

const rate = (perSecond: number): string => perSecond.toFixed(perSecond < 100 ? 1 : 0)
