import { handledLater } from '../../domain/concurrency/handled-later.ts'
import { mapYielding } from '../../domain/concurrency/map-yielding.ts'
import { pipelined } from '../../domain/concurrency/pipelined.ts'
import type { ChangedRecord, ImportWriter } from '../../domain/imports/import-ports.ts'
import { composePlace, type PlaceToPut } from '../../domain/places/compose-place.ts'
import type { SourceFacts, SourceRecord } from '../../domain/places/source-record.ts'
import { type Match, match } from './match.ts'

/** Number of records whose places are composed and written by one set of statements: about 2 MB of JSON. */
const PAGE = 500

/**
 * Number of pages that may be unfinished while the next page is prepared: one that the database is writing, and one
 * that is ready to be written after it. Each takes about 4 MB.
 */
const WRITES_AHEAD = 2

/** Writes all staged records to the directory. It runs in a transaction, so it may stop at any point. */
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
      // An earlier page may contain other records of the same places, which must be stored before the places are
      // read.
      if (known.length > 0) await written()
      const stored = known.length > 0 ? await writer.recordsOf([...new Set(known)]) : NONE
      const places = await compose(matches, stored, source)
      // Started here and not in the write step, because its queries must be sent before the previous page is
      // written.
      return { matches, readying: handledLater(writer.readyPlaces(places)) }
    },
    async ({ matches, readying }) => {
      const writePlaces = await readying
      const links = matches.map(({ record, place_id }) => ({ position: record.position, place_id }))
      await Promise.all([writePlaces(), writer.keepRecords(links)])
    },
    { writesAhead: WRITES_AHEAD }
  )

/**
 * Yields the staged changes page by page. The place of a record does not depend on other records, so a page can be
 * read before the previous page is written.
 */
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

/** Composes each place once, from its stored records and from the records that change in this run. */
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
