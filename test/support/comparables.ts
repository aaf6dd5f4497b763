import { type Comparable, comparableOf, type Listed } from '../../src/domain/matching/comparable.ts'
import { type KeySort, keysOf } from '../../src/domain/matching/pair-keys.ts'
import type { Town } from '../../src/domain/matching/towns.ts'
import { UNKNOWN_HOURS } from '../../src/domain/places/opening-hours.ts'
import type { Address, PlaceContent } from '../../src/domain/places/place.ts'
import { UNKNOWN_ACCESSIBILITY } from '../../src/domain/vocabularies/accessibility.ts'

export type Sketch = {
  readonly id?: string
  readonly directory?: string
  readonly name?: string
  readonly types?: readonly string[]
  readonly street?: string | null
  readonly commune?: string | null
  readonly city?: string
  readonly lat?: number
  readonly lon?: number
  readonly precision?: 'housenumber' | 'street' | 'municipality'
  readonly phone?: string
  readonly email?: string
  readonly site?: string
  readonly siret?: string
  readonly rna?: string
  readonly quotes?: Readonly<Record<string, string>>
  readonly complement?: string
  readonly itinerant?: boolean
  readonly listed?: Listed
}

const TOWNS: Readonly<Record<string, Town>> = {
  14047: { name: 'Bayeux', population: 12_659, parts: [] },
  35012: { name: 'Bain-de-Bretagne', population: 7_674, parts: [] },
  14098: { name: 'Thue et Mue', population: 6_400, parts: ['Bretteville-l’Orgueilleuse', 'Cheux'] },
  89223: { name: 'Lézinnes', population: 700, parts: [] }
}

/** A record, in Bayeux by default. */
export function sketch(said: Sketch): Comparable {
  const { id = '1', directory = 'mednum', commune = '14047', city = 'Bayeux' } = said
  const address: Address = {
    street: said.street ?? null,
    complement: said.complement ?? null,
    postcode: null,
    city,
    commune,
    epci: null,
    department: null,
    region: null,
    country: 'FR'
  }
  const content: PlaceContent = {
    name: said.name ?? 'Espace numérique',
    types: said.types ?? [],
    summary: null,
    description: null,
    ...{ services: [], audiences: [], needs: [], fees: [], access: [], support: [], labels: [] },
    itinerant: said.itinerant ?? null,
    address,
    location:
      said.lat === undefined || said.lon === undefined
        ? null
        : { lat: said.lat, lon: said.lon, origin: 'producer', precision: said.precision ?? null },
    contacts: {
      phone: said.phone ?? null,
      emails: said.email ? [said.email] : [],
      websites: said.site ? [said.site] : [],
      person: null
    },
    opening_hours: UNKNOWN_HOURS('Europe/Paris'),
    accessibility: UNKNOWN_ACCESSIBILITY,
    booking_url: null,
    parent_organisation: null,
    siret: said.siret ?? null,
    ...(said.rna !== undefined && { rna: said.rna })
  }
  return comparableOf(
    { source: directory, id, content, ...(said.quotes && { quotes: said.quotes }) },
    directory,
    (code) => TOWNS[code] ?? null,
    said.listed
  )
}

/** The texts of the keys that two records share, ignoring crowding. */
export function keysInCommon(one: Comparable, other: Comparable): readonly string[] {
  const theirs = new Set(keysOf(other).map(({ text }) => text))
  return keysOf(one).flatMap(({ text }) => (theirs.has(text) ? [text] : []))
}

export function sortsInCommon(one: Comparable, other: Comparable): ReadonlySet<KeySort> {
  const common = new Set(keysInCommon(one, other))
  return new Set(keysOf(one).flatMap(({ text, sort }) => (common.has(text) ? [sort] : [])))
}
