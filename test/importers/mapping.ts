import type { PlaceContent } from '../../src/domain/places/place.ts'
import type { Finding } from '../../src/importers/finding.ts'
import { MEDNUM } from '../../src/importers/sources/mednum.ts'
import { officialCommunes } from '../../src/store/territories/official-towns.ts'

export const LOOKUPS = { communes: officialCommunes() }

export const mapMednum = (raw: Record<string, unknown>) => MEDNUM.map(raw, LOOKUPS)

/**
 * Maps a record of the standard with these columns. Returns its content and the findings; repairs are listed
 * separately.
 */
export function read(columns: Record<string, unknown>): {
  readonly content: PlaceContent
  readonly reported: readonly string[]
  readonly repaired: readonly string[]
  readonly findings: readonly Finding[]
} {
  const mapped = mapMednum({ id: '1', nom: 'Espace numérique', ...columns })
  if (!mapped.ok) throw new Error(mapped.reasons.join(', '))
  const { findings } = mapped
  return {
    content: mapped.record.content,
    reported: findings.filter(({ kind }) => kind !== 'repaired').map(describeFinding),
    repaired: findings.filter(({ kind }) => kind === 'repaired').map(describeFinding),
    findings
  }
}

const describeFinding = (finding: Finding): string =>
  [finding.field, 'value' in finding && finding.value, 'reason' in finding && finding.reason]
    .filter(Boolean)
    .join(': ')
