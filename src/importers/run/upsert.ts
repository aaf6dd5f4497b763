import type { ImportWriter } from '../../domain/imports/import-ports.ts'
import { composePlace, type PlaceToPut } from '../../domain/places/compose-place.ts'
import type { SourceFacts, SourceRecord } from '../../domain/places/source-record.ts'
import { unwatched } from '../../domain/work/handled-later.ts'
import { inStretches } from '../../domain/work/map-yielding.ts'
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
  const written = writingInTurn(writer)
  const after = (position: number) => unwatched(writer.changed(position, PAGE))
  let next = after(0)
  try {
    for (let changed = await next; changed.length > 0; changed = await next) {
      signal?.throwIfAborted()
      // Which place a record is of, no other decides: those of the next page can be asked for before this one is written.
      next = after(changed.at(-1)?.position ?? 0)
      const matches = match(changed, newId)
      const known = matches.filter(({ isNew }) => !isNew).map(({ place_id }) => place_id)
      // Places that exist may have another record on a page before, so those are written first.
      if (known.length > 0) await written.all()
      const stored = known.length > 0 ? await writer.recordsOf([...new Set(known)]) : NONE
      const composed = await compose(matches, stored, source)
      await written.add({ matches, readying: unwatched(writer.readyPlaces(composed)) })
    }
  } finally {
    await written.all()
  }
}

/**
 * Pages that are on their way at a time: one that the database writes, one that is ready when it has, and one that is made
 * ready, for which what it asks must be asked before the second is written. Each is some 4 MB.
 */
const UNDER_WAY = 3

/** Making a page ready keeps our thread busy and writing one the database: each does its part while the other does. */
function writingInTurn(writer: ImportWriter): {
  readonly add: (page: Page) => Promise<void>
  readonly all: () => Promise<void>
} {
  const underWay: Promise<void>[] = []
  let last: Promise<void> = Promise.resolve()
  const write = async ({ matches, readying }: Page): Promise<void> => {
    const writePlaces = await readying
    const links = matches.map(({ record, place_id }) => ({ position: record.position, place_id }))
    await Promise.all([writePlaces(), writer.keepRecords(links)])
  }
  return {
    async add(page) {
      last = unwatched(last.then(() => write(page)))
      underWay.push(last)
      if (underWay.length === UNDER_WAY) await underWay.shift()
    },
    all: () => last
  }
}

const NONE: ReadonlyMap<string, readonly SourceRecord[]> = new Map()

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
  const isNew = new Map(matches.map((each) => [each.place_id, each.isNew]))
  return inStretches([...records], ([id, all]) => ({
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
