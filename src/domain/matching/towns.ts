import type { CommuneIndex } from '../territories/communes.ts'

export type Town = {
  readonly name: string
  readonly population: number | null
  /** Former communes that merged into it; people continue to use their names. */
  readonly parts: readonly string[]
}

/** The current commune of a code. */
export type Towns = (commune: string) => Town | null

/** Communes from the official list, which is fixed for a release of the program. */
export function townsOf({ byCode, byName }: CommuneIndex): Towns {
  const parts = new Map<string, string[]>()
  for (const { name, relation, commune } of [...byName.values()].flat()) {
    if (name === null || (relation !== 'delegated' && relation !== 'associated')) continue
    parts.set(commune, [...(parts.get(commune) ?? []), name])
  }
  return (code): Town | null => {
    const row = byCode.get(code)
    return row?.name ? { name: row.name, population: row.population, parts: parts.get(code) ?? [] } : null
  }
}
