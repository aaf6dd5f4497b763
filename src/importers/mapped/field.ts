import type { z } from 'zod'
import { CORRECTIONS } from '../../domain/places/corrections.ts'
import type { CommuneIndex } from '../../domain/territories/communes.ts'
import { contentShape } from './content.ts'
import { ACCESSIBILITY, ADDRESS_LINES, CONTACTS, territoriesOf } from './parts.ts'
import { country } from './values.ts'

type FieldValue =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: string }

/** Every field that can be corrected, with its schema in a mapped record. */
export function correctableFields(communes: CommuneIndex): ReadonlyMap<string, z.ZodType> {
  const { contacts: _contacts, accessibility: _accessibility, labels, ...whole } = contentShape(communes)
  const signed = labels.transform((all) => all.map((label) => ({ ...label, source: CORRECTIONS.source })))
  return new Map<string, z.ZodType>([
    ...Object.entries<z.ZodType>(whole),
    ['labels', signed],
    ...Object.entries(ADDRESS_LINES).map(([name, line]) => [`address.${name}`, line.nullable()] as const),
    ['address.commune', territoriesOf(communes)],
    ['address.country', country],
    ...Object.entries<z.ZodType>(CONTACTS).map(([name, value]) => [`contacts.${name}`, value] as const),
    ...Object.entries<z.ZodType>(ACCESSIBILITY).map(
      ([name, value]) => [`accessibility.${name}`, value] as const
    )
  ])
}

/**
 * Reads a value typed by a person: JSON, otherwise plain text, otherwise a comma-separated list, whichever
 * the field accepts.
 */
export function readFieldValue(schema: z.ZodType, text: string): FieldValue {
  const [json, ...others] = [...asJson(text), text, text.split(',').map((each) => each.trim())]
  const reads = [json, ...others].map((each) => schema.safeParse(each))
  const good = reads.find(({ success }) => success)
  if (good?.success) return { ok: true, value: good.data }
  // The person meant the first reading that has the right type as a whole, and errors only in its parts.
  const faults = reads.map((read) => read.error?.issues ?? [])
  const meant = faults.find((issues) =>
    issues.every(({ code, path }) => code !== 'invalid_type' || path.length > 0)
  )
  return { ok: false, reason: (meant ?? faults[0] ?? []).map(describe).join('; ') }
}

export const describe = ({ path, message }: z.core.$ZodIssue): string =>
  path.length === 0 ? message : `${path.join('.')}: ${message}`

function asJson(text: string): readonly unknown[] {
  try {
    return [JSON.parse(text)]
  } catch {
    return []
  }
}
