import { type Geocoded, located } from '../../domain/geocoding/position.ts'
import type { ComparedContent, Listed } from '../../domain/matching/comparable.ts'
import type { ComparedRecord, StoredRecord } from '../../domain/matching/compared-record.ts'
import type { DecidedPair, RowPair, ScoredPair } from '../../domain/matching/pairs.ts'
import type { Listing, MergeStore, OwnPlace, Standing } from '../../domain/merging/merge-store.ts'
import type { MappedRecord, SourceRecord } from '../../domain/places/source-record.ts'
import type { Runner } from '../db/sql.ts'
import { placeWithdraw } from '../writing/place-write.sql.ts'
import { putPlaces, type Writing } from '../writing/place-writer.ts'
import { recordsByPlace } from '../writing/records-by-place.ts'
import * as compare from './match-compare.sql.ts'
import { matchCompose, matchComposing, matchMerge, matchNoteWithdrawn, matchPart } from './match-merge.sql.ts'

type ListedRow = {
  readonly row: number
  readonly listed_from: string | null
  readonly listed_until: string | null
}

type RecordRow = ListedRow & {
  readonly source: string
  readonly id: string
  readonly quotes: Readonly<Record<string, string>> | null
  readonly geocoded: Geocoded | null
}

type StandingRow = ListedRow &
  Omit<OwnPlace, 'id' | 'created_at'> & { readonly place_id: string; readonly created_at: Date }

export function mergeStore(client: Runner, writing: Writing): MergeStore {
  const { tables, now } = writing
  // Positions on the list of what is due, to which each look adds.
  let last = 0
  const parted = new Set<string>()
  // Places that have been given corrections by a merge, since it was asked which have any.
  const inheriting = new Set<string>()
  const isCorrected = (id: string) => writing.isCorrected(id) || inheriting.has(id)
  return {
    renew: async (rules) => {
      await client.query(compare.matchRenew(rules))
    },
    listDue: async (most) => {
      const after = last
      last += (await client.query(compare.matchListDue(tables, most))).rowCount ?? 0
      return { after, last }
    },
    listed: async (stretch) => recordsIn(await client.query(compare.matchListed(tables, stretch))),
    takeDue: async (rows) => {
      await client.query(compare.matchTakeDue(rows))
    },
    records: (rows) => comparedRecords(client, rows),
    standings: async (rows) =>
      (await client.query<StandingRow>(compare.matchStandings(rows))).rows.map(standingOf),
    putLookups: async (lookups, crowds) => {
      if (lookups.length > 0) await client.query(compare.matchPutLookups(lookups, crowds))
    },
    candidates: async (rows, crowds) =>
      (await client.query<RowPair>(compare.matchCandidates(rows, crowds))).rows,
    forgetPairs: async (rows) => {
      await client.query(compare.matchForgetPairs(tables, rows))
    },
    putPairs: async (pairs) => {
      if (pairs.length > 0) await client.query(compare.matchPutPairs(tables, pairs))
    },
    touched: async (after, limit) =>
      (await client.query<Listing>(compare.matchTouched(tables, after, limit))).rows,
    settled: async (rows) => {
      await client.query(compare.matchSettled(tables, rows))
    },
    pairsOf: async (rows) => (await client.query<ScoredPair>(compare.matchPairsOf(rows))).rows,
    decisionsOf: async (rows) => (await client.query<DecidedPair>(compare.matchDecisionsOf(rows))).rows,
    merge: async (merges) => {
      if (merges.length > 0) await client.query(matchMerge(tables, merges, now))
      for (const { place, survivor } of merges) if (isCorrected(place)) inheriting.add(survivor)
    },
    part: async (places) => {
      if (places.length > 0) await client.query(matchPart(places))
      for (const place of places) parted.add(place)
    },
    compose: async (placeIds) => {
      if (placeIds.length > 0) await client.query(matchCompose(tables, placeIds))
    },
    composing: async (after, limit) =>
      (await client.query<{ place_id: string }>(matchComposing(tables, after, limit))).rows.map(
        ({ place_id }) => place_id
      ),
    recordsOf: (placeIds) => recordsByPlace(client, placeIds),
    putPlaces: (places) => putPlaces(client, places, { ...writing, isCorrected }),
    withdrawPlaces: async (placeIds) => {
      if (placeIds.length > 0) await client.query(placeWithdraw(tables, placeIds, now))
      const gone = placeIds.filter((id) => parted.has(id))
      if (gone.length > 0) await client.query(matchNoteWithdrawn(tables, gone))
    }
  }
}

const recordsIn = ({ rows }: { readonly rows: readonly { readonly record: number }[] }): readonly number[] =>
  rows.map(({ record }) => record)

/** Whole, as people look at them. */
export async function storedRecords(
  runner: Runner,
  rows: readonly number[]
): Promise<readonly StoredRecord[]> {
  if (rows.length === 0) return []
  const { rows: found } = await runner.query<RecordRow & { mapped: MappedRecord }>(compare.matchRecords(rows))
  return found.map((row) => {
    const { url, content } = located(row.mapped, row.geocoded)
    return { row: row.row, listed: listedOf(row), record: { ...quotedBy(row), url, content } }
  })
}

export async function comparedRecords(
  runner: Runner,
  rows: readonly number[]
): Promise<readonly ComparedRecord[]> {
  if (rows.length === 0) return []
  const { rows: found } = await runner.query<RecordRow & { content: ComparedContent }>(
    compare.matchCompared(rows)
  )
  return found.map((row) => {
    const { content } = located(row, row.geocoded)
    return { row: row.row, listed: listedOf(row), record: { ...quotedBy(row), content } }
  })
}

const standingOf = (row: StandingRow): Standing => ({
  row: row.row,
  listed: listedOf(row),
  place: {
    id: row.place_id,
    status: row.status,
    merged_into: row.merged_into,
    created_at: row.created_at.toISOString()
  }
})

const listedOf = ({ listed_from: from, listed_until: until }: ListedRow): Listed => ({ from, until })

const quotedBy = ({ source, id, quotes }: RecordRow): Pick<SourceRecord, 'source' | 'id' | 'quotes'> =>
  quotes === null ? { source, id } : { source, id, quotes }
