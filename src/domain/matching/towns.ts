import type { CommuneIndex } from '../territories/communes.ts'

export type Town = {
  readonly name: string
  readonly population: number | null
  /** Communes that were joined to make it: people go on calling places by them. */
  readonly parts: readonly string[]
}

/** The commune of today that a code is part of. */
export type Towns = (commune: string) => Town | null

/** What the official list says of a commune: the same for a whole release of the program, whatever is stored. */
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
