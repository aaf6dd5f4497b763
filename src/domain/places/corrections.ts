import { isDeepStrictEqual } from 'node:util'
import type { ComposedPlace, Provenance } from './compose-place.ts'
import type { Origin } from './compose-rules.ts'
import type { Address, PlaceContent } from './place.ts'
import type { SourceDefinition } from './source-record.ts'

/** A value that a person has set here. It replaces the values of the sources, including later ones. */
export type Correction = {
  readonly id: number
  /** A property of the place, or a property of one of its parts: `name`, `contacts.phone`. */
  readonly field: string
  readonly value: unknown
  /** The value in the sources when the correction was made. */
  readonly replaced: unknown
  readonly made_by: string
  readonly note: string | null
  /** RFC 3339 instant. */
  readonly made_at: string
  /** The last day on which its manager wrote or confirmed it; null for those that are not to be confirmed. */
  readonly confirmed_on?: string | null
}

/** The source that provenance gives for corrections. It has no records, and only corrections write to it. */
export const CORRECTIONS: SourceDefinition = {
  source: 'corrections',
  name: 'Corrections locales',
  licence: 'etalab-2.0',
  homepage: null,
  priority: 0,
  publishes_persons: true,
  gives: 'places'
}

/** Applies corrections to a place; if two concern the same field, the last one counts. */
export function withCorrections(place: ComposedPlace, corrections: readonly Correction[]): ComposedPlace {
  return corrections.reduce<ComposedPlace>(
    ({ content, provenance, declarations, ...rest }, correction) => ({
      ...rest,
      content: writeField(content, correction.field, correction.value),
      declarations: declared(correction, declarations),
      provenance: { ...provenance, [correction.field]: [originOf(correction, place)] }
    }),
    place
  )
}

/** A correction of the services gives the whole list, so it replaces all declarations of the sources. */
const declared = (
  { field, value }: Correction,
  declarations: ComposedPlace['declarations']
): ComposedPlace['declarations'] =>
  field === 'services'
    ? [{ source: CORRECTIONS.source, services: value as PlaceContent['services'] }]
    : declarations

const originOf = (correction: Correction, place: ComposedPlace): Origin => ({
  source: CORRECTIONS.source,
  record: String(correction.id),
  changed_on: correction.made_at.slice(0, 10),
  licence: CORRECTIONS.licence,
  correction: {
    by: correction.made_by,
    at: correction.made_at,
    ...(correction.confirmed_on && { confirmed_on: correction.confirmed_on }),
    note: correction.note,
    source_changed: hasSourceChanged(correction, place),
    instead_of: overruled(correction.field, place.provenance)
  }
})

/** Whether the value in the sources has changed since the correction, so that somebody should review it. */
export const hasSourceChanged = ({ field, replaced }: Correction, { content }: ComposedPlace): boolean =>
  !isDeepStrictEqual(readField(content, field), replaced)

/**
 * The provenance of the replaced value. For a part without a provenance of its own, it is the provenance of the whole
 * field.
 */
const overruled = (field: string, provenance: Provenance): readonly Origin[] =>
  provenance[field] ?? provenance[field.split('.')[0] ?? ''] ?? []

/** A commune and the territories in which it lies, which are only corrected together. */
const territories = ({ commune, epci, department, region }: Address) => ({
  commune,
  epci,
  department,
  region
})

export function readField(content: PlaceContent, field: string): unknown {
  if (field === 'address.commune') return territories(content.address)
  const [property = '', part] = field.split('.')
  const whole = (content as Readonly<Record<string, unknown>>)[property]
  return part === undefined ? whole : (whole as Readonly<Record<string, unknown>>)[part]
}

/** Sets a field. The properties keep their order, which is the order of the stored document. */
function writeField(content: PlaceContent, field: string, value: unknown): PlaceContent {
  const within = (property: 'address' | 'opening_hours') => ({
    ...content,
    [property]: { ...content[property], ...(value as object) }
  })
  if (field === 'address.commune' || field === 'address') return within('address')
  // The value does not contain the time zone, which follows from the address.
  if (field === 'opening_hours') return within('opening_hours')
  const [property = '', part] = field.split('.')
  if (part === undefined) return { ...content, [property]: value }
  const whole = (content as Readonly<Record<string, unknown>>)[property] as object
  return { ...content, [property]: { ...whole, [part]: value } }
}
