import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { type Comparable, comparableOf } from '../../src/domain/matching/comparable.ts'
import { townsOf } from '../../src/domain/matching/towns.ts'
import { UNKNOWN_HOURS } from '../../src/domain/places/opening-hours.ts'
import type { PlaceContent } from '../../src/domain/places/place.ts'
import { LOOKUPS, SHARED } from '../real-files.ts'

export const TOWNS = townsOf(LOOKUPS.communes)

export type Row = Readonly<Record<string, string>>

export const readCsv = (file: string, options: { delimiter?: string; quote?: string } = {}): readonly Row[] =>
  parse(readFileSync(join(SHARED, file)), {
    bom: true,
    columns: true,
    delimiter: ';',
    relax_column_count: true,
    relax_quotes: true,
    ...options
  }) as Row[]

export type RecordFields = {
  readonly id: string
  readonly name: string
  readonly street?: string | null | undefined
  readonly postcode?: string | null | undefined
  readonly city?: string | null | undefined
  readonly commune?: string | null | undefined
  readonly lat?: number | null | undefined
  readonly lon?: number | null | undefined
  readonly exact?: boolean | undefined
  readonly phone?: string | null | undefined
  readonly emails?: readonly string[] | undefined
  readonly sites?: readonly string[] | undefined
  readonly siret?: string | null | undefined
  readonly types?: readonly string[] | undefined
}

/** Creates a comparable record from a file for which the program has no source. */
export function comparableFrom(directory: string, fields: RecordFields): Comparable {
  const { lat = null, lon = null } = fields
  const content = {
    name: fields.name,
    types: fields.types ?? [],
    address: {
      street: fields.street || null,
      complement: null,
      postcode: fields.postcode || null,
      city: fields.city || null,
      commune: fields.commune || null
    },
    location:
      lat === null || lon === null || Number.isNaN(lat) || Number.isNaN(lon)
        ? null
        : { lat, lon, origin: 'geocoder', precision: fields.exact === false ? 'municipality' : null },
    contacts: {
      phone: fields.phone || null,
      emails: fields.emails ?? [],
      websites: fields.sites ?? [],
      person: null
    },
    siret: fields.siret || null,
    itinerant: null,
    opening_hours: UNKNOWN_HOURS('Europe/Paris')
  } as unknown as PlaceContent
  return comparableOf({ source: directory, id: fields.id, content }, directory, TOWNS)
}

/** The code of the current commune for this code, as an importer would resolve it. */
export function currentCode(code: string | undefined): string | null {
  const row = LOOKUPS.communes.byCode.get(code?.trim() ?? '')
  return row === undefined ? null : row.relation === 'arrondissement' ? row.code : row.commune
}

export const fieldsOf = (id: string, content: PlaceContent): RecordFields => ({
  id,
  name: content.name,
  street: [content.address.street, content.address.complement].filter(Boolean).join(' '),
  postcode: content.address.postcode,
  city: content.address.city,
  commune: content.address.commune,
  lat: content.location?.lat ?? null,
  lon: content.location?.lon ?? null,
  phone: content.contacts.phone,
  emails: content.contacts.emails,
  sites: content.contacts.websites,
  siret: content.siret,
  types: content.types
})
