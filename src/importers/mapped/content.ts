import { z } from 'zod'
import type { PlaceContent } from '../../domain/places/place.ts'
import type { CommuneIndex } from '../../domain/territories/communes.ts'
import { timezoneOf } from '../../domain/territories/timezone.ts'
import { ACCESSIBILITY, address, CONTACTS, hours, label, location } from './parts.ts'
import { codes, day, line, orNull, paragraphs, rna, siret, webAddress } from './values.ts'

/** The properties of a place in their stored order; only the name is required. */
export const contentShape = (communes: CommuneIndex) => ({
  name: line,
  types: codes('type').default([]),
  summary: orNull(paragraphs),
  description: orNull(paragraphs),
  services: codes('service').default([]),
  audiences: codes('audience').default([]),
  needs: codes('need').default([]),
  fees: codes('fee').default([]),
  access: codes('access').default([]),
  support: codes('support').default([]),
  labels: z.array(label).max(200).default([]),
  itinerant: orNull(z.boolean()),
  address: address(communes).prefault({}),
  location: orNull(location),
  contacts: z.strictObject(CONTACTS).prefault({}),
  opening_hours: hours.prefault({}),
  accessibility: z.strictObject(ACCESSIBILITY).prefault({}),
  booking_url: orNull(webAddress),
  parent_organisation: orNull(line),
  siret: orNull(siret),
  rna: rna.nullable().optional()
})

/** A mapped record, one line of NDJSON. */
export const mappedRecord = (communes: CommuneIndex) =>
  z.strictObject({
    // The id appears in URLs and logs: letters, digits and similar characters of any script.
    id: z.string().regex(/^[^\s\p{C}]{1,200}$/u, 'is not an id (at most 200 characters, no spaces)'),
    url: orNull(webAddress),
    changed_on: orNull(day),
    // Numbers of the same place in other directories, by slug of the directory: `{ "france-services": "2057" }`.
    quotes: z.record(line, line).optional(),
    content: z.strictObject(contentShape(communes))
  })

type GivenRecord = z.output<ReturnType<typeof mappedRecord>>

/** Completes the content of a record with what follows from its source or its address. */
export function completed({ content }: GivenRecord, source: string): PlaceContent {
  const { rna, ...rest } = content
  return {
    ...rest,
    ...(rna !== undefined && { rna }),
    labels: content.labels.map(({ code, valid_from, valid_until }) => ({
      code,
      valid_from,
      valid_until,
      source
    })),
    opening_hours: { timezone: timezoneOf(content.address.department), ...content.opening_hours }
  }
}
