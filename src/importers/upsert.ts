import { setImmediate as immediate } from 'node:timers/promises'
import { composePlace } from '../domain/compose-place.ts'
import type { ImportWriter, PlaceToPut } from '../domain/import-ports.ts'
import { inStretches } from '../domain/in-stretches.ts'
import type { SourceFacts, SourceRecord } from '../domain/source-record.ts'
import { unwatched } from '../domain/unwatched.ts'
import { type Match, match } from './match.ts'

/** Records whose places are composed and written by one set of statements: about 2 MB of JSON. */
const PAGE = 500

/** A page whose places are being made ready to be written. */
type Page = { readonly matches: readonly Match[]; readonly readying: Promise<() => Promise<void>> }

/** Takes all that was staged into the directory. Within a transaction, so it may stop anywhere. */
export async function upsert(
  writer: ImportWriter,
  source: SourceFacts,
  newId: () => string,
  signal?: AbortSignal
): Promise<void> {
  // Making a page ready keeps our thread busy and writing one the database: each does its part while the other does.
  let writing: Promise<void> = Promise.resolve()
  let before: Page | null = null
  const writeBefore = async () => {
    await writing
    if (before !== null) writing = unwatched(write(writer, before))
    before = null
  }
  let changed = await writer.changed(0, PAGE)
  try {
    for (let last = changed.at(-1); last !== undefined; last = changed.at(-1)) {
      signal?.throwIfAborted()
      const matches = match(changed, newId)
      const known = matches.filter(({ isNew }) => !isNew).map(({ place_id }) => place_id)
      // Places that exist may have another record on the page before, so that is written first.
      if (known.length > 0) await writeBefore().then(() => writing)
      const stored = known.length > 0 ? await writer.recordsOf([...new Set(known)]) : NONE
      const composed = await compose(matches, stored, source)
      const readying = unwatched(writer.readyPlaces(composed))
      // What is asked of the database for this page and the next is asked before the page before is written, so as to be
      // answered before: which place a record is of, no other decides. It must have left for that.
      const next = unwatched(writer.changed(last.position, PAGE))
      await immediate()
      await writeBefore()
      before = { matches, readying }
      changed = await next
    }
    await writeBefore()
  } finally {
    await writing
  }
}

const NONE: ReadonlyMap<string, readonly SourceRecord[]> = new Map()

async function write(writer: ImportWriter, { matches, readying }: Page): Promise<void> {
  const writePlaces = await readying
  const links = matches.map(({ record, place_id }) => ({ position: record.position, place_id }))
  await Promise.all([writePlaces(), writer.keepRecords(links)])
}

/** Each place once, from its other records as they stand and from those that change now. */
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
  return inStretches([...records], ([id, all]) => ({ id, ...composePlace(all) }))
}

const factsOf = ({ source, licence, priority, publishes_persons, gives }: SourceFacts): SourceFacts => ({
  source,
  licence,
  priority,
  publishes_persons,
  gives
})
