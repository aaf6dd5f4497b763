import type { Declaration } from '../../domain/places/compose-place.ts'
import { CORRECTIONS, type Correction } from '../../domain/places/corrections.ts'
import type { Location, PlaceContent, SourceReference } from '../../domain/places/place.ts'
import type { Runner } from '../db/sql.ts'
import { loadTermIds } from '../vocabularies/term-ids.ts'
import { correctionsOf } from '../writing/correction-reader.ts'
import type { Offering } from '../writing/offering.ts'
import { concluded } from '../writing/place-row.ts'
import { declarationsOf, offersPut } from './refresh-offers.sql.ts'

/** A stored place; `document` is JSON text. */
export type StoredPlace = { readonly id: string; readonly document: string }

type Document = PlaceContent & {
  readonly sources: readonly SourceReference[]
  readonly quality: { readonly score: number }
}

/**
 * Infers again what stored places offer, and writes the places for which the result has changed. It must run in a
 * transaction that holds the writers' lock. Returns the number of places written.
 */
export async function concludeOffers(
  client: Runner,
  offering: Offering,
  places: readonly StoredPlace[],
  now: Date
): Promise<number> {
  const ids = places.map(({ id }) => id)
  const documents = places.map(({ document }) => contentOf(JSON.parse(document)))
  await offering.learn(documents)
  const declarations = await declaredBy(client, ids)
  const shared = { termIds: await loadTermIds(client), offering, today: now.toISOString().slice(0, 10) }
  const rows = documents.map((content, index) => {
    const id = ids[index] ?? ''
    const { sources, quality } = content
    const context = { ...shared, sources, quality: quality.score, declarations: declarations.get(id) ?? [] }
    return { id, ...concluded(content, context) }
  })
  const written = await client.query<{ written: number }>(offersPut(JSON.stringify(rows), now.toISOString()))
  return written.rows[0]?.written ?? 0
}

/** The content of a place without the values that were inferred earlier. */
const contentOf = (document: Document): Document => ({
  ...document,
  location: document.location && plain(document.location)
})

const plain = ({ lat, lon, origin, precision }: Location): Location => ({ lat, lon, origin, precision })

async function declaredBy(
  client: Runner,
  ids: readonly string[]
): Promise<ReadonlyMap<string, readonly Declaration[]>> {
  const declared = new Map<string, Declaration[]>()
  const { rows } = await client.query<Declaration & { place_id: string }>(declarationsOf(ids))
  for (const { place_id, source, services } of rows) {
    const others = declared.get(place_id)
    if (others) others.push({ source, services })
    else declared.set(place_id, [{ source, services }])
  }
  for (const [id, corrections] of await correctionsOf(client, ids)) {
    const corrected = corrections.findLast(({ field }) => field === 'services')
    if (corrected) declared.set(id, [correctedServices(corrected)])
  }
  return declared
}

const correctedServices = ({ value }: Correction): Declaration => ({
  source: CORRECTIONS.source,
  services: value as PlaceContent['services']
})
