import type { CommuneIndex } from '../territories/communes.ts'
import type { Town, Towns } from './comparable.ts'

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
