import { v7 as uuid } from 'uuid'
import { UNKNOWN_HOURS } from '../../src/domain/places/opening-hours.ts'
import type { PlaceContent, SourceReference } from '../../src/domain/places/place.ts'
import { qualityOf } from '../../src/domain/places/quality.ts'
import { UNKNOWN_ACCESSIBILITY } from '../../src/domain/vocabularies/accessibility.ts'
import type { Database } from '../../src/store/db/database.ts'
import { inTransaction } from '../../src/store/db/transaction.ts'
import { schedulesOf } from '../../src/store/hours/schedules.ts'
import { loadTermIds } from '../../src/store/vocabularies/term-ids.ts'
import { keywordsFrom } from '../../src/store/writing/keywords.ts'
import { loadOffering } from '../../src/store/writing/offering.ts'
import { toPlaceRow } from '../../src/store/writing/place-row.ts'
import { placePut } from '../../src/store/writing/place-write.sql.ts'
import { changesPublish } from '../../src/store/writing/publishing.sql.ts'
import { sourceRegister } from '../../src/store/writing/source-register.sql.ts'

/** A place in a test: its content, its sources and its dates. */
export type TestPlace = {
  readonly id: string
  readonly content: PlaceContent
  readonly sources: readonly SourceReference[]
  readonly quality: number
  /** Instants in RFC 3339. */
  readonly createdAt: string
  readonly updatedAt: string
}

/** The day of the test, which decides which labels are valid. */
export const TODAY = new Date().toISOString().slice(0, 10)

export const SOURCES = ['mednum', 'france-services', 'fablabs-io'] as const

const LONG_AGO = '2026-01-05T09:00:00.000Z'

type Part<Whole> = { readonly [field in keyof Whole]?: Whole[field] }
export type PlaceSketch = Omit<Part<PlaceContent>, 'address' | 'accessibility' | 'contacts'> & {
  readonly address?: Part<PlaceContent['address']>
  readonly accessibility?: Part<PlaceContent['accessibility']>
  readonly contacts?: Part<PlaceContent['contacts']>
  /** Latitude and longitude; can be given instead of `location`. */
  readonly at?: readonly [number, number]
}

/** Completes the properties that matter to a test to the content of a place; all other properties are unknown. */
export function contentOf({ at, address, accessibility, contacts, ...given }: PlaceSketch): PlaceContent {
  return {
    name: 'Lieu',
    types: [],
    summary: null,
    description: null,
    services: [],
    audiences: [],
    needs: [],
    fees: [],
    access: [],
    support: [],
    labels: [],
    itinerant: null,
    location: at ? { lat: at[0], lon: at[1], origin: 'producer', precision: null } : null,
    opening_hours: UNKNOWN_HOURS('Europe/Paris'),
    booking_url: null,
    parent_organisation: null,
    siret: null,
    ...given,
    address: {
      ...{ street: null, complement: null, postcode: null, city: null, commune: null },
      ...{ epci: null, department: null, region: null, country: 'FR' },
      ...address
    },
    accessibility: { ...UNKNOWN_ACCESSIBILITY, ...accessibility },
    contacts: { phone: null, emails: [], websites: [], person: null, ...contacts }
  }
}

export function referenceOf(source: string, id: string, updatedOn: string | null = null): SourceReference {
  return { source, id, url: null, licence: 'etalab-2.0', updated_at: updatedOn }
}

export function testPlace(sketch: PlaceSketch, more: Partial<Omit<TestPlace, 'content'>> = {}): TestPlace {
  const content = contentOf(sketch)
  const id = more.id ?? uuid()
  return {
    id,
    content,
    sources: [referenceOf('mednum', id)],
    quality: qualityOf(content, null, TODAY).score,
    createdAt: LONG_AGO,
    updatedAt: LONG_AGO,
    ...more
  }
}

/** Number of places per statement of the embedded database. */
const BATCH = 500

/**
 * Writes places with the statements of an import that runs at the time `now`, and raises the data version. Opening
 * hours are known for a few weeks from `now`.
 */
export async function writePlaces(
  database: Database,
  places: readonly TestPlace[],
  now = new Date()
): Promise<void> {
  await inTransaction(database.batch, async (client) => {
    for (const source of SOURCES) await client.query(sourceRegister(definitionOf(source)))
    const termIds = await loadTermIds(client)
    const keywords = keywordsFrom(client, { termIds, today: TODAY })
    const offering = await loadOffering(client)
    for (let start = 0; start < places.length; start += BATCH) {
      const batch = places.slice(start, start + BATCH)
      const schedules = schedulesOf(client, now)
      const contents = batch.map(({ content }) => content)
      await keywords.learn(contents)
      await schedules.learn(contents)
      await offering.learn(contents)
      const rows = batch.map(({ content, ...context }) =>
        toPlaceRow(content, {
          ...context,
          // The places have no records, so no source says that they do not offer something.
          declarations: [],
          offering,
          termIds,
          keywords: keywords.of(content),
          schedule: schedules.idOf(content),
          today: TODAY
        })
      )
      const labels = batch.flatMap(({ id, content }) =>
        content.labels.map(({ code, ...label }) => ({
          ...label,
          place_id: id,
          term_id: termIds('labels', code).id
        }))
      )
      await client.query(placePut({ rows: JSON.stringify(rows), known: batch.map(({ id }) => id), labels }))
    }
    await client.query(changesPublish())
  })
}

const definitionOf = (source: string) => ({
  source,
  name: `Annuaire ${source}`,
  licence: 'etalab-2.0',
  homepage: null,
  priority: 0,
  publishes_persons: false,
  gives: 'places' as const
})

/** Withdraws places, as if their source no longer listed them. */
export async function withdrawPlaces(database: Database, ids: readonly string[]): Promise<void> {
  await inTransaction(database.batch, async (client) => {
    await client.query(
      `UPDATE place SET status = 'withdrawn', merged_into = NULL, updated_at = now() WHERE id = ANY ($1)`,
      [ids]
    )
    await client.query('UPDATE data_version SET version = version + 1')
  })
}

export async function mergePlace(database: Database, loser: string, survivor: string): Promise<void> {
  await inTransaction(database.batch, async (client) => {
    await client.query(`UPDATE place SET status = 'merged', merged_into = $2 WHERE id = $1`, [
      loser,
      survivor
    ])
    await client.query('UPDATE data_version SET version = version + 1')
  })
}

/** Updates the statistics that decide which index is used. After an import, the server does this by itself. */
export async function analyse(database: Database): Promise<void> {
  await database.batch.query('ANALYZE place')
}
