import { invalidInput } from '../errors.ts'
import { readHours } from '../hours/read/read-hours.ts'
import type { Code, PlaceContent } from '../places/place.ts'
import type { SourceDefinition } from '../places/source-record.ts'
import type { CommuneIndex } from '../territories/communes.ts'
import { resolveCommune } from '../territories/resolve-commune.ts'

/** Where accepted proposals come from: they go through every import's pipeline, as records of this source. */
export const CONTRIBUTED: SourceDefinition = {
  source: 'contributions',
  name: 'Lieux proposés ici',
  licence: 'etalab-2.0',
  homepage: null,
  priority: 10,
  publishes_persons: false,
  gives: 'places',
  accepted: true
}

/** A place as it is proposed. */
export type ProposedPlace = {
  readonly name: string
  readonly types: readonly Code[]
  readonly street: string | null
  readonly complement: string | null
  readonly postcode: string | null
  readonly city: string
  /** E.164. */
  readonly phone: string | null
  readonly emails: readonly string[]
  readonly websites: readonly string[]
  /** In words, or as OpenStreetMap writes them. */
  readonly opening_hours: string | null
  readonly services: readonly Code[]
  readonly audiences: readonly Code[]
}

type NewAddress = Pick<PlaceContent['address'], 'street' | 'complement' | 'postcode' | 'city'> & {
  readonly commune: string
}

/** A proposed place whose commune was found and whose hours were read: the content of its record, if it is accepted. */
export type NewPlace = Pick<PlaceContent, 'name' | 'types' | 'services' | 'audiences'> & {
  readonly address: NewAddress
  readonly contacts: Pick<PlaceContent['contacts'], 'phone' | 'emails' | 'websites'>
  readonly opening_hours: Pick<PlaceContent['opening_hours'], 'osm' | 'raw' | 'confidence'>
}

/**
 * Throws `invalidInput` if it cannot be known in which commune the place is. `at` is where the place stands in what was
 * sent.
 */
export function readNewPlace(
  proposed: ProposedPlace,
  communes: CommuneIndex,
  at: '' | '/new_place'
): NewPlace {
  const { name, types, services, audiences, phone, emails, websites } = proposed
  const { street, complement, postcode, city } = proposed
  const { commune } = resolveCommune(communes, { name: city, postcode })
  if (commune === null)
    throw invalidInput([
      {
        pointer: `${at}/city`,
        detail: 'Must be a commune of France; with its postcode, if several have this name.'
      }
    ])
  const { osm, raw, confidence } =
    proposed.opening_hours === null
      ? { osm: null, raw: null, confidence: 'none' as const }
      : readHours(proposed.opening_hours)
  return {
    ...{ name, types, services, audiences },
    address: { street, complement, postcode, city: commune.name, commune: commune.commune },
    contacts: { phone, emails, websites },
    opening_hours: { osm, raw, confidence }
  }
}
