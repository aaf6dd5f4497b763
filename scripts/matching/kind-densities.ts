import type { Comparable } from '../../src/domain/matching/comparable.ts'
import type { Listed } from './directories.ts'
import { libraries } from './libraries.ts'

/**
 * Minimum number of communes in a list, and of places in them beside the first. Smaller lists are not reliable
 * enough.
 */
const [COMMUNES, OTHERS] = [50, 10]

type Found = { readonly population: number; readonly places: Set<string> }

/**
 * For each kind of place, the number of inhabitants for each place beside the first, in the communes where a list
 * has a place of this kind. Most lists are incomplete, so the list with the most places for its inhabitants is
 * used.
 */
export function kindDensities(lists: readonly (readonly Listed[])[]): Readonly<Record<string, number>> {
  const own = lists.map((list) => list.map(({ record }) => record).filter(isFromDirectory))
  const all = [...own, libraries().right.map(({ record }) => record)].flatMap(densitiesIn)
  const kinds = [...new Set(all.map(({ kind }) => kind))].toSorted()
  const densest = (wanted: string) =>
    Math.min(...all.flatMap(({ kind, inhabitants }) => (kind === wanted ? [inhabitants] : [])))
  return Object.fromEntries(kinds.map((kind) => [kind, Number(densest(kind).toPrecision(2))]))
}

const isFromDirectory = ({ directory }: Comparable): boolean => directory !== 'acceslibre'

function densitiesIn(records: readonly Comparable[]) {
  const byKind = new Map<string, Map<string, Found>>()
  for (const { kinds, commune, population, street, name } of records) {
    if (commune === null || !population) continue
    for (const kind of kinds) {
      const towns = byKind.get(kind) ?? new Map<string, Found>()
      byKind.set(kind, towns)
      const found = towns.get(commune) ?? { population, places: new Set() }
      towns.set(commune, found)
      found.places.add([...(street?.words ?? []), '|', ...name.own].join(' '))
    }
  }
  return [...byKind].flatMap(([kind, towns]) => {
    const found = [...towns.values()]
    const others = found.reduce((sum, { places }) => sum + places.size - 1, 0)
    if (found.length < COMMUNES || others < OTHERS) return []
    return [{ kind, inhabitants: found.reduce((sum, { population }) => sum + population, 0) / others }]
  })
}
