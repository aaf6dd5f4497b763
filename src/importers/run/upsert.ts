import { handledLater } from '../../domain/concurrency/handled-later.ts'
import { mapYielding } from '../../domain/concurrency/map-yielding.ts'
import { pipelined } from '../../domain/concurrency/pipelined.ts'
import type { ChangedRecord, ImportWriter } from '../../domain/imports/import-ports.ts'
import { composePlace, type PlaceToPut } from '../../domain/places/compose-place.ts'
import type { SourceFacts, SourceRecord } from '../../domain/places/source-record.ts'
import { type Match, match } from './match.ts'

/** Records whose places are composed and written by one set of statements: about 2 MB of JSON. */
const PAGE = 500

/**
 * Pages unfinished while the next is made ready: one that the database writes, and one that is ready when it has. Each
 * is some 4 MB.
 */
const WRITES_AHEAD = 2

/** Writes all staged records to the directory, in a transaction, so it may stop anywhere. */
export const upsert = (
  writer: ImportWriter,
  source: SourceFacts,
  newId: () => string,
  signal?: AbortSignal
): Promise<void> =>
  pipelined(
    changedPages(writer, signal),
    async (changed) => changed,
    async (changed, written) => {
      const matches = match(changed, newId)
      const known = matches.filter(({ isNew }) => !isNew).map(({ place_id }) => place_id)
      // A page before may hold other records of the same places: those must be stored before they are read.
      if (known.length > 0) await written()
      const stored = known.length > 0 ? await writer.recordsOf([...new Set(known)]) : NONE
      const places = await compose(matches, stored, source)
      // Begun here and not in the write: what it asks of the database must be asked before the page before is written.
      return { matches, readying: handledLater(writer.readyPlaces(places)) }
    },
    async ({ matches, readying }) => {
      const writePlaces = await readying
      const links = matches.map(({ record, place_id }) => ({ position: record.position, place_id }))
      await Promise.all([writePlaces(), writer.keepRecords(links)])
    },
    { writesAhead: WRITES_AHEAD }
  )

/** Which place a record belongs to depends on no other record, so a page can be read before the one before is written. */
async function* changedPages(
  writer: ImportWriter,
  signal: AbortSignal | undefined
): AsyncGenerator<readonly ChangedRecord[]> {
  for (let after = 0; ; ) {
    const changed = await writer.changed(after, PAGE)
    const last = changed.at(-1)
    if (last === undefined) return
    signal?.throwIfAborted()
    after = last.position
    yield changed
  }
}

const NONE: ReadonlyMap<string, readonly SourceRecord[]> = new Map()

/** Composes each place once, from its stored records and those that change now. */
async function compose(
  matches: readonly Match[],
  stored: ReadonlyMap<string, readonly SourceRecord[]>,
  source: SourceFacts
): Promise<readonly PlaceToPut[]> {
  const changing = new Set(matches.map(({ record }) => record.mapped.id))
  const stays = (record: SourceRecord) => record.source !== source.source || !changing.has(record.id)
  const records = new Map<string, SourceRecord[]>()
  for (const { record, place_id } of matches) {
    const others = records.get(place_id) ?? (stored.get(place_id) ?? []).filter(stays)
    records.set(place_id, [...others, { ...record.mapped, ...factsOf(source) }])
  }
  const isNew = new Map(matches.map((each) => [each.place_id, each.isNew]))
  return mapYielding([...records], ([id, all]) => ({
    id,
    isNew: isNew.get(id) ?? false,
    ...composePlace(all)
  }))
}

const factsOf = ({ source, licence, priority, publishes_persons, gives }: SourceFacts): SourceFacts => ({
  source,
  licence,
  priority,
  publishes_persons,
  gives
})
