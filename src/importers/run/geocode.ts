import { atPostcodes } from '../../domain/geocoding/at-postcodes.ts'
import { askedAddress } from '../../domain/geocoding/clean-address.ts'
import type { AskedAddress, Geocoder } from '../../domain/geocoding/geocoder.ts'
import { locate, type Outcome } from '../../domain/geocoding/locate.ts'
import type { ImportSession, StagedPosition, UnsettledRecord } from '../../domain/imports/import-ports.ts'
import type { Address } from '../../domain/places/place.ts'
import type { MappedRecord } from '../../domain/places/source-record.ts'
import type { CommuneIndex } from '../../domain/territories/communes.ts'
import type { Ledger } from './report.ts'

/**
 * Number of records that are read from the database and geocoded together; a batch for the geocoder has the same
 * size.
 */
const PAGE = 1_000

export type Geocoding = {
  readonly session: ImportSession
  readonly ledger: Ledger
  readonly communes: CommuneIndex
  /** Null if no network may be used. */
  readonly geocoder: Geocoder | null
  readonly dryRun: boolean
  readonly now: () => Date
  readonly signal: AbortSignal | undefined
}

/** Finds positions for records without one. The records themselves stay as they are. */
export async function geocodeStaged(records: readonly MappedRecord[], geocoding: Geocoding): Promise<void> {
  const without = records.filter(({ content }) => content.location === null)
  if (without.length === 0) return
  const wanted = without.map(({ id, content }) => ({ record_id: id, address: content.address }))
  const positions = await positionsOf(wanted, geocoding)
  for (const position of positions) count(geocoding.ledger, position)
  if (!geocoding.dryRun) await geocoding.session.stagePositions(positions)
}

/**
 * Looks again for positions that an earlier run could not find, or with `all` for those of all records. A place
 * moves only if the new position is better.
 */
export async function geocodeAgain(geocoding: Geocoding, all: boolean): Promise<void> {
  const { session, ledger, geocoder, dryRun, signal } = geocoding
  const missingOnly = geocoder === null || dryRun
  for (let after = ''; ; ) {
    signal?.throwIfAborted()
    const page = await session.unsettled({ all, missingOnly, after, limit: PAGE })
    const last = page.at(-1)
    if (last === undefined) return
    after = last.record_id
    const positions = await positionsOf(page, geocoding)
    for (const position of positions) count(ledger, position)
    // Without `all`, these records were already counted as kept while the file was read.
    if (!all) ledger.positions.kept -= positions.length
    const better = positions.filter((position, index) => !isSame(position, page[index]))
    if (better.length === 0 || dryRun) continue
    await session.restage(better.map(({ record_id }) => record_id))
    await session.stagePositions(better)
  }
}

async function positionsOf(
  wanted: readonly Pick<UnsettledRecord, 'record_id' | 'address'>[],
  { session, ledger, communes, geocoder, dryRun, now, signal }: Geocoding
): Promise<readonly StagedPosition[]> {
  const asked = wanted.map(({ address }) => ask(address, communes))
  // A geocoder that failed is not asked again in this run, because each further batch would wait in vain.
  const online = dryRun || ledger.geocoderFailed !== null ? null : geocoder
  const { outcomes, failed } = await locate(
    asked.filter((address) => address !== null),
    { ...session.geocoding, online, communes, now },
    signal
  )
  ledger.geocoderFailed ??= failed
  const rough = await atPostcodes(
    wanted.flatMap(({ address }) => postcodeOnly(address, communes) ?? []),
    session.geocoding.postcodes
  )
  return wanted.map(({ record_id, address }, index) => {
    const key = asked[index]?.key
    const outcome = key === undefined ? rough.get(postcodeOnly(address, communes) ?? '') : outcomes.get(key)
    return { record_id, ...(outcome ?? UNKNOWN) }
  })
}

/**
 * Returns the postcode of an address without a commune if some commune has this postcode, otherwise null. If the
 * address has no région either, its other parts contradicted the postcode.
 */
const postcodeOnly = ({ commune, postcode, region }: Address, { byPostcode }: CommuneIndex): string | null =>
  commune === null && region !== null && postcode !== null && byPostcode.has(postcode) ? postcode : null

/** The outcome for addresses with neither town nor postcode, which no geocoder can find. */
const UNKNOWN: Outcome = { geocoded: null, again: false }

const ask = (address: Address, { byCode }: CommuneIndex): AskedAddress | null =>
  askedAddress(address, (postcode, commune) => byCode.get(commune)?.postcodes.includes(postcode) ?? false)

function count({ positions }: Ledger, { geocoded, again }: Outcome): void {
  positions[geocoded?.precision ?? 'none']++
  if (again) positions.again++
}

function isSame(found: Outcome, before: Outcome | undefined): boolean {
  const [left, right] = [found.geocoded, before?.geocoded ?? null]
  return (
    found.again === before?.again &&
    left?.lat === right?.lat &&
    left?.lon === right?.lon &&
    left?.precision === right?.precision &&
    left?.provider === right?.provider
  )
}

/** Warnings for the report of the run, in addition to the counts. */
export function geocodeWarnings(
  { positions: { again }, geocoderFailed }: Ledger,
  geocoder: Geocoder | null
): readonly string[] {
  if (geocoderFailed !== null)
    return [`The geocoder failed, and ${again} positions are looked for by the next run: ${geocoderFailed}`]
  if (again === 0) return []
  const why = geocoder === null ? 'the setting GEOCODER is offline' : 'the geocoder does not know them now'
  return [`${again} positions may be found better another time: ${why}.`]
}
