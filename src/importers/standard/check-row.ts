import type { Lookups, Mapped, Raw } from '../source.ts'
import { MEDNUM } from '../sources/mednum.ts'
import { type Fault, textOf } from './fault.ts'
import { FIELDS, type Field } from './fields.ts'
import { remarksOn } from './remarks.ts'
import { understood, wordingsOf } from './understood.ts'

export type CheckedRow = { readonly faults: readonly Fault[]; readonly mapped: Mapped }

/**
 * Checks a line against the schema of the standard. `absent` are the columns missing from the whole file, which are
 * reported once instead of for each line.
 */
export function checkRow(raw: Raw, lookups: Lookups, absent: ReadonlySet<string>): CheckedRow {
  const mapped = MEDNUM.map(raw, lookups)
  const errors = FIELDS.flatMap((field) => {
    const value = textOf(raw[field.name])
    if (value.trim() === '') return field.required && !absent.has(field.name) ? [missing(field, mapped)] : []
    if (field.values !== undefined) return wrongValues(field, field.values, value, lookups)
    const message = field.refuses?.(value) ?? null
    return message === null ? [] : [fault(field, value, message, mapped)]
  })
  const wrong = new Set(errors.map(({ field }) => field))
  const remarks = remarksOn(raw, mapped).filter(({ field }) => !wrong.has(field))
  return { faults: [...errors, ...remarks], mapped }
}

const recordOf = (mapped: Mapped) => (mapped.ok ? mapped.record : null)

const missing = ({ name }: Field, mapped: Mapped): Fault => {
  const record = recordOf(mapped)
  const found = record && understood(name, record)
  return {
    severity: 'erreur',
    field: name,
    value: null,
    message: 'valeur obligatoire absente',
    understood: found
  }
}

const fault = ({ name }: Field, value: string, message: string, mapped: Mapped): Fault => {
  const record = recordOf(mapped)
  return { severity: 'erreur', field: name, value, message, understood: record && understood(name, record) }
}

function wrongValues(
  { name }: Field,
  values: ReadonlySet<string>,
  text: string,
  lookups: Lookups
): readonly Fault[] {
  const between = !text.includes('|') && text.includes(';') ? ';' : '|'
  const wrong = text.split(between).filter((value) => between === ';' || !values.has(value))
  return wrong.map((value) => ({
    severity: 'erreur' as const,
    field: name,
    value: value.trim(),
    message:
      between === ';' && values.has(value.trim())
        ? 'les valeurs se séparent par | (par ; dans la version 0.1)'
        : 'ne fait pas partie de la liste du standard',
    understood: understoodAlone(name, value, lookups)
  }))
}

/**
 * What an import understands of this value by itself, or null. The mapping of the import is used, so that the
 * result is exactly what an import would do.
 */
function understoodAlone(field: string, value: string, lookups: Lookups): string | null {
  const key = `${field} ${value}`
  const known = alone.get(key)
  if (known !== undefined) return known
  const mapped = MEDNUM.map({ id: 'x', nom: 'x', [field]: value }, lookups)
  const found = mapped.ok ? (understood(field, mapped.record) ?? wordingsOf(mapped.record)) : null
  if (alone.size < MOST_KNOWN) alone.set(key, found)
  return found
}

/** Cache: the same few wrong wordings occur in thousands of lines. */
const alone = new Map<string, string | null>()
const MOST_KNOWN = 10_000
