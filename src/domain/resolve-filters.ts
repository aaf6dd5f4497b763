import { type InputFault, invalidInput } from './errors.ts'
import type { SearchDeps } from './ports.ts'
import type { Demands, Filters } from './search-question.ts'

type Directories = Pick<SearchDeps, 'territories' | 'sources'>

/**
 * Replaces each commune by every code its places may carry, and refuses territories and sources that are not
 * known: a typing error in a code must not look like an empty country.
 */
export async function resolveFilters(
  { territories, sources }: Directories,
  filters: Filters
): Promise<Filters> {
  const faults: InputFault[] = []
  const { commune, epci, department, region } = filters.territory
  const communes = await mapDemands(commune, async (code) => {
    const codes = await territories.communeCodes(code)
    if (!codes) faults.push(unknownTerritory('commune', code))
    return codes ?? []
  })
  for (const [kind, demands] of [
    ['epci', epci],
    ['department', department],
    ['region', region]
  ] as const) {
    for (const code of (demands ?? []).flat()) {
      if (!(await territories.exists(kind, code))) faults.push(unknownTerritory(kind, code))
    }
  }
  if (filters.source) faults.push(...unknownSources(filters.source, await sources.slugs()))
  if (faults.length > 0) throw invalidInput(faults)
  return communes ? { ...filters, territory: { ...filters.territory, commune: communes } } : filters
}

async function mapDemands(
  demands: Demands | undefined,
  expand: (code: string) => Promise<readonly string[]>
): Promise<Demands | undefined> {
  if (!demands) return undefined
  // Once each: Paris and its 11e arrondissement share a code, under which places would be found twice.
  const expanded = async (codes: readonly string[]) => [
    ...new Set((await Promise.all(codes.map(expand))).flat())
  ]
  return Promise.all(demands.map(expanded))
}

const unknownTerritory = (parameter: string, code: string): InputFault => ({
  parameter,
  detail: `No ${parameter} has the code ${code}. Look codes up at /v1/territories?kind=${parameter}&q=.`
})

function unknownSources(demands: Demands, slugs: readonly string[]): readonly InputFault[] {
  return demands
    .flat()
    .filter((slug) => !slugs.includes(slug))
    .map((slug) => ({ parameter: 'source', detail: `No source is named ${slug}.`, allowed: slugs }))
}
