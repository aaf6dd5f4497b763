import type { Mapped } from '../../src/importers/source.ts'
import { mapMednum } from './mapping.ts'

type Raw = Record<string, unknown>

/**
 * Whether a value is accounted for, which tests that nothing is dropped silently: either the value is reported, or
 * removing its column changes the place. Exceptions are values without meaning, and repetitions of other columns.
 */
export function isAccountedFor(raw: Raw, column: string): boolean {
  if (isBlank(raw[column])) return true
  const whole = mapMednum(raw)
  if (whole.findings.some(({ field }) => field.split(', ').includes(column))) return true
  const { [column]: _, ...rest } = raw
  if (placeOf(mapMednum(rest)) !== placeOf(whole)) return true
  return saysNothing(column, raw[column]) || saysAgain(column, raw, whole)
}

const placeOf = (mapped: Mapped): string => JSON.stringify(mapped.ok ? mapped.record : mapped.reasons)

const isBlank = (value: unknown): boolean =>
  value === null || (Array.isArray(value) ? value.every(isBlank) : textOf(value).trim() === '')

const textOf = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))

/** Whether a value has no meaning. Fourteen zeros mean unknown in the standard; separators alone are not a value. */
const saysNothing = (column: string, value: unknown): boolean =>
  (column === 'pivot' && /^[0\s.]+$/.test(textOf(value))) ||
  /^[\s|;,]*$/.test([value].flat(9).map(textOf).join(' '))

function saysAgain(column: string, raw: Raw, whole: Mapped): boolean {
  if (!whole.ok) return false
  const { address } = whole.record.content
  // The code repeats other columns if name and postcode also find the commune, and the name does if the code finds
  // it.
  if (column === 'code_insee') return address.commune !== null
  if (column === 'commune') return address.city !== null
  return ALIASES.some(
    (names) => names.includes(column) && names.some((name) => name !== column && !isBlank(raw[name]))
  )
}

const ALIASES = [
  ['courriels', 'courriel'],
  ['fiche_acces_libre', 'accessibilite'],
  ['frais_a_charge', 'conditions_acces', 'conditions_access'],
  ['publics_accueillis', 'publics_specifiquement_adresses', 'prise_en_charge_specifique']
]
