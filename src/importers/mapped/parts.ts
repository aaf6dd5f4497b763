import { z } from 'zod'
import type { CommuneIndex } from '../../domain/territories/communes.ts'
import { FEATURES } from '../../domain/vocabularies/accessibility.ts'
import { code, country, day, email, line, orNull, paragraphs, phone, timezone, webAddress } from './values.ts'

/** Territories come from the official list of communes; those in the record are ignored. */
export const territoriesOf = (communes: CommuneIndex) =>
  z.string().transform((given, context) => {
    const row = communes.byCode.get(given)
    if (row !== undefined) {
      return { commune: given, epci: row.epci, department: row.department, region: row.region }
    }
    context.addIssue('is not the INSEE code of a commune such as 14047')
    return z.NEVER
  })

export const ADDRESS_LINES = { street: line, complement: line, postcode: line, city: line }

export const address = (communes: CommuneIndex) =>
  z
    .strictObject({
      street: orNull(line),
      complement: orNull(line),
      postcode: orNull(line),
      city: orNull(line),
      commune: orNull(territoriesOf(communes)),
      epci: orNull(line),
      department: orNull(line),
      region: orNull(line),
      country: country.default('FR')
    })
    .transform(({ commune, ...rest }) => {
      const { street, complement, postcode, city, epci, department, region } = rest
      const territories = commune ?? { commune: null, epci, department, region }
      return { street, complement, postcode, city, ...territories, country: rest.country }
    })

export const location = z.strictObject({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  origin: z.enum(['producer', 'geocoder']).default('producer'),
  precision: orNull(z.enum(['housenumber', 'street', 'municipality', 'postcode']))
})

const person = z.strictObject({
  name: line,
  role: orNull(line),
  phone: orNull(phone),
  email: orNull(email)
})

export const CONTACTS = {
  phone: orNull(phone),
  emails: z.array(email).max(50).default([]),
  websites: z.array(webAddress).max(50).default([]),
  person: orNull(person)
}

export const label = z
  .strictObject({ code: code('label'), valid_from: orNull(day), valid_until: orNull(day) })
  .refine(
    ({ valid_from, valid_until }) => valid_from === null || valid_until === null || valid_from <= valid_until,
    'ends before it begins'
  )

const confidence = z.enum(['exact', 'partial', 'none'])

/** The time zone follows from the place, unless the record gives one. */
export const hours = z
  .strictObject({
    osm: orNull(paragraphs),
    raw: orNull(paragraphs),
    confidence: confidence.optional(),
    timezone: timezone.optional()
  })
  .transform((given) => ({
    osm: given.osm,
    raw: given.raw,
    confidence: given.osm === null ? ('none' as const) : (given.confidence ?? 'exact'),
    ...(given.timezone !== undefined && { timezone: given.timezone })
  }))

const known = orNull(z.boolean())

export const ACCESSIBILITY = {
  wheelchair: z.enum(['yes', 'limited', 'no', 'unknown']).default('unknown'),
  ...(Object.fromEntries(FEATURES.map((feature) => [feature, known])) as {
    [feature in (typeof FEATURES)[number]]: typeof known
  }),
  sheet: orNull(webAddress)
}
