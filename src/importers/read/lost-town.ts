import type { CommuneIndex } from '../../domain/territories/communes.ts'
import type { CommuneRow } from '../../domain/territories/territory.ts'
import { LOST, onlyFit } from '../../domain/vocabularies/lost-letters.ts'
import { normaliseLabel } from '../../domain/vocabularies/read-label.ts'
import type { Cell, RowReader } from '../row.ts'

/**
 * Restores the lost letters (U+FFFD) in the name of a town if only one commune of its postcode fits, or only
 * one name in France. Otherwise returns the name unchanged.
 */
export function withLostLetters(
  row: RowReader,
  city: Cell | null,
  postcode: Cell | null,
  communes: CommuneIndex
): Cell | null {
  if (city === null || !city.value.includes(LOST)) return city
  const here = communes.byPostcode.get(postcode?.value.trim().padStart(5, '0') ?? '') ?? []
  const fits = (rows: Iterable<CommuneRow>) => onlyFit(city.value, plainName, namesOf(rows))
  const name = fits(here) ?? fits([...communes.byName.values()].flat())
  if (name === undefined) return city
  row.report({
    kind: 'repaired',
    field: city.column,
    reason: 'restored the letters lost from the name of the commune'
  })
  return { ...city, value: name }
}

const plainName = (name: string): string => normaliseLabel(name).replace(/\bsaint(e?)\b/g, 'st$1')

function* namesOf(rows: Iterable<CommuneRow>): Iterable<readonly [string, string]> {
  for (const { name } of rows) if (name !== null) yield [plainName(name), name]
}
