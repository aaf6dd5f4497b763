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
  for (let after = 0; ; ) {
    signal?.throwIfAborted()
    const changed = await writer.changed(after, PAGE)
    const last = changed.at(-1)
    if (last === undefined) return
    after = last.position

    const matches = match(changed, newId)
    const known = matches.filter(({ isNew }) => !isNew).map(({ place_id }) => place_id)
    await writer.putPlaces(compose(matches, await writer.recordsOf([...new Set(known)]), source))
    await writer.keepRecords(matches.map(({ record, place_id }) => ({ position: record.position, place_id })))
  }
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

const factsOf = ({ source, licence, priority, publishes_persons }: SourceFacts): SourceFacts => ({
  source,
  licence,
  priority,
  publishes_persons
})
