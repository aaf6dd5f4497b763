import type { z } from 'zod'
import type { FieldReader } from '../../domain/edits/edit-ports.ts'
import { readHours } from '../../domain/hours/read/read-hours.ts'
import type { CommuneIndex } from '../../domain/territories/communes.ts'
import { correctableFields, describe, readFieldValue } from './field.ts'

type Read = ReturnType<FieldReader['read']>

/**
 * Reads the values that people give for the fields of a place, of those that `isOpen`: JSON as a mapped record has it, or
 * text as people type it. Opening hours are written in French, or as OpenStreetMap does. The list of all communes is read
 * with the first value.
 */
export function fieldReader(
  communes: () => CommuneIndex,
  isOpen: (field: string) => boolean = () => true
): FieldReader {
  let schemas: ReadonlyMap<string, z.ZodType> | undefined
  return {
    read: (field, given) => {
      schemas ??= new Map([...correctableFields(communes())].filter(([name]) => isOpen(name)))
      const schema = schemas.get(field)
      if (schema === undefined)
        return { reason: 'is not a field that can be set here', allowed: [...schemas.keys()] }
      const hours: Read = field === 'opening_hours' ? hoursIn(given) : { value: given }
      return 'reason' in hours ? hours : valueIn(schema, hours.value)
    }
  }
}

/** A text that fits as it is stays as it is, even if it looks like JSON or like a list. */
function valueIn(schema: z.ZodType, given: unknown): Read {
  const { success, data, error } = schema.safeParse(given)
  if (success) return { value: data }
  if (typeof given !== 'string') return { reason: error.issues.map(describe).join('; ') }
  const typed = readFieldValue(schema, given)
  return typed.ok ? { value: typed.value } : { reason: typed.reason }
}

function hoursIn(given: unknown): Read {
  if (given === null) return { value: {} }
  if (typeof given !== 'string') return { reason: 'is not a text such as "Lundi 9h-12h"' }
  if (given.trim() === '') return { value: {} }
  const { raw, osm, confidence, leftover } = readHours(given)
  if (osm !== null && confidence === 'exact') return { value: { osm, raw, confidence } }
  return { reason: leftover === null ? 'is not understood' : `"${leftover}" is not understood` }
}
