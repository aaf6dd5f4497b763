import type { CommuneIndex } from '../communes.ts'
import type { Towns } from './comparable.ts'

/** What the official list says of a commune: the same for a whole release of the program, whatever is stored. */
export const townsOf =
  ({ byCode }: CommuneIndex): Towns =>
  (code) => {
    const row = byCode.get(code)
    return row?.name ? { name: row.name, population: row.population } : null
  }
