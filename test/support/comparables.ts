import { type Comparable, comparableOf, type Listed } from '../../src/domain/matching/comparable.ts'
import { type KeySort, keysOf } from '../../src/domain/matching/pair-keys.ts'
import type { Town, Towns } from '../../src/domain/matching/towns.ts'
import { UNKNOWN_HOURS } from '../../src/domain/places/opening-hours.ts'
import type { Address, PlaceContent } from '../../src/domain/places/place.ts'
import { UNKNOWN_ACCESSIBILITY } from '../../src/domain/vocabularies/accessibility.ts'
import { officialTowns } from '../../src/store/territories/official-towns.ts'

export type Sketch = {
  readonly id?: string
  readonly directory?: string
  readonly name?: string
  readonly types?: readonly string[]
  readonly street?: string | null
  readonly commune?: string | null
  readonly city?: string
  readonly postcode?: string
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
  89223: { name: 'Lézinnes', population: 700, parts: [] },
  15120: { name: 'Mauriac', population: 3_500, parts: [] },
  21425: { name: 'Montbard', population: 4_700, parts: [] },
  22266: { name: 'Rostrenen', population: 3_000, parts: [] },
  34172: { name: 'Montpellier', population: 307_000, parts: [] },
  40126: { name: 'Hinx', population: 2_000, parts: [] },
  40202: { name: 'Narrosse', population: 3_500, parts: [] },
  42147: { name: 'Montbrison', population: 16_000, parts: [] },
  56121: { name: 'Lorient', population: 57_000, parts: [] },
  59350: { name: 'Lille', population: 236_000, parts: [] },
  91228: { name: 'Évry-Courcouronnes', population: 67_000, parts: [] },
  94054: { name: 'Orly', population: 24_000, parts: [] },
  95018: { name: 'Argenteuil', population: 110_000, parts: [] }
}

const towns: Towns = Object.assign((code: string) => TOWNS[code] ?? null, {
  sharing: (postcode: string) => officialTowns().sharing?.(postcode) ?? []
})

/** A record, in Bayeux by default. */
export function sketch(row: Sketch): Comparable {
  const { id = '1', directory = 'mednum', commune = '14047', city = 'Bayeux' } = row
  const address: Address = {
    street: row.street ?? null,
    complement: row.complement ?? null,
    postcode: row.postcode ?? null,
    city,
    commune,
    epci: null,
    department: null,
    region: null,
    country: 'FR'
  }
  const content: PlaceContent = {
    name: row.name ?? 'Espace numérique',
    types: row.types ?? [],
    summary: null,
    description: null,
    ...{ services: [], audiences: [], needs: [], fees: [], access: [], support: [], labels: [] },
    itinerant: row.itinerant ?? null,
    address,
    location:
      row.lat === undefined || row.lon === undefined
        ? null
        : { lat: row.lat, lon: row.lon, origin: 'producer', precision: row.precision ?? null },
    contacts: {
      phone: row.phone ?? null,
      emails: row.email ? [row.email] : [],
      websites: row.site ? [row.site] : [],
      person: null
    },
    opening_hours: UNKNOWN_HOURS('Europe/Paris'),
    accessibility: UNKNOWN_ACCESSIBILITY,
    booking_url: null,
    parent_organisation: null,
    siret: row.siret ?? null,
    ...(row.rna !== undefined && { rna: row.rna })
  }
  return comparableOf(
    { source: directory, id, content, ...(row.quotes && { quotes: row.quotes }) },
    directory,
    towns,
    row.listed
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
