import { composePlace } from '../domain/compose-place.ts'
import type { ImportWriter, PlaceToPut } from '../domain/import-ports.ts'
import type { SourceFacts, SourceRecord } from '../domain/source-record.ts'
import { type Match, match } from './match.ts'

/** Records whose places are composed and written by one set of statements: about 2 MB of JSON. */
const PAGE = 500

/** Takes all that was staged into the directory. Within a transaction, so it may stop anywhere. */
export async function upsert(
  writer: ImportWriter,
  source: SourceFacts,
  newId: () => string,
  signal?: AbortSignal
): Promise<void> {
  // Composing a page keeps our thread busy and writing it the database: each does its part while the other does.
  let writing: Promise<void> = Promise.resolve()
  let changed = await writer.changed(0, PAGE)
  try {
    for (let last = changed.at(-1); last !== undefined; last = changed.at(-1)) {
      signal?.throwIfAborted()
      const matches = match(changed, newId)
      const places = compose(matches, await recordsBefore(writer, matches, writing), source)
      await writing
      // Asked before the page is written, so as to be answered before: which place a record is of, no other decides.
      const next = writer.changed(last.position, PAGE)
      writing = write(writer, places, matches)
      // Both are awaited below; should one fail before, that is not a failure nobody looks at.
      writing.catch(() => {})
      changed = await next
    }
  } finally {
    await writing
  }
}

/** Places that exist may have another record on the page that is being written, so that comes first. */
async function recordsBefore(
  writer: ImportWriter,
  matches: readonly Match[],
  writing: Promise<void>
): Promise<ReadonlyMap<string, readonly SourceRecord[]>> {
  const known = matches.filter(({ isNew }) => !isNew).map(({ place_id }) => place_id)
  if (known.length === 0) return new Map()
  await writing
  return writer.recordsOf([...new Set(known)])
}

async function write(
  writer: ImportWriter,
  places: readonly PlaceToPut[],
  matches: readonly Match[]
): Promise<void> {
  await writer.putPlaces(places)
  await writer.keepRecords(matches.map(({ record, place_id }) => ({ position: record.position, place_id })))
}

/** Each place once, from its other records as they stand and from those that change now. */
function compose(
  matches: readonly Match[],
  stored: ReadonlyMap<string, readonly SourceRecord[]>,
  source: SourceFacts
): readonly PlaceToPut[] {
  const changing = new Set(matches.map(({ record }) => record.mapped.id))
  const stays = (record: SourceRecord) => record.source !== source.source || !changing.has(record.id)
  const records = new Map<string, SourceRecord[]>()
  for (const { record, place_id } of matches) {
    const others = records.get(place_id) ?? (stored.get(place_id) ?? []).filter(stays)
    records.set(place_id, [...others, { ...record.mapped, ...factsOf(source) }])
  }
  return [...records].map(([id, all]) => ({ id, ...composePlace(all) }))
}

const factsOf = ({ source, licence, priority, publishes_persons, gives }: SourceFacts): SourceFacts => ({
  source,
  licence,
  priority,
  publishes_persons,
  gives
})
