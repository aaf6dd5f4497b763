import { isDeepStrictEqual } from 'node:util'
import type { ComposedPlace, Provenance } from './compose-place.ts'
import type { Origin } from './compose-rules.ts'
import type { Address, PlaceContent } from './place.ts'
import type { SourceDefinition } from './source-record.ts'

/** What somebody here knows better than the sources: it stays over whatever they say later. */
export type Correction = {
  readonly id: number
  /** A property of the place, or one within: `name`, `contacts.phone`. */
  readonly field: string
  readonly value: unknown
  /** What the sources said when it was made. */
  readonly replaced: unknown
  readonly made_by: string
  readonly note: string | null
  /** RFC 3339 instant. */
  readonly made_at: string
}

/** How corrections stand in provenance. No record is of it, and nobody writes to it but by correcting. */
export const CORRECTIONS: SourceDefinition = {
  source: 'corrections',
  name: 'Corrections locales',
  licence: 'etalab-2.0',
  homepage: null,
  priority: 0,
  publishes_persons: true,
  gives: 'places'
}

/** A place with its corrections on top; where two are of one field, the last stands. */
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

/** Who corrects the services says all of them. */
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
    note: correction.note,
    source_changed: hasSourceChanged(correction, place),
    instead_of: overruled(correction.field, place.provenance)
  }
})

/** Whether the sources say otherwise than when it was made: then somebody should look at it again. */
export const hasSourceChanged = ({ field, replaced }: Correction, { content }: ComposedPlace): boolean =>
  !isDeepStrictEqual(readField(content, field), replaced)

/** A part of what is taken whole comes from where the whole does. */
const overruled = (field: string, provenance: Provenance): readonly Origin[] =>
  provenance[field] ?? provenance[field.split('.')[0] ?? ''] ?? []

/** A commune says in which territories it lies; one is not corrected without the others. */
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

/** Properties keep their order, which is that of the stored document. */
function writeField(content: PlaceContent, field: string, value: unknown): PlaceContent {
  const within = (property: 'address' | 'opening_hours') => ({
    ...content,
    [property]: { ...content[property], ...(value as object) }
  })
  if (field === 'address.commune' || field === 'address') return within('address')
  // Less the time zone, which the place has from where it stands.
  if (field === 'opening_hours') return within('opening_hours')
  const [property = '', part] = field.split('.')
  if (part === undefined) return { ...content, [property]: value }
  const whole = (content as Readonly<Record<string, unknown>>)[property] as object
  return { ...content, [property]: { ...whole, [part]: value } }
}
